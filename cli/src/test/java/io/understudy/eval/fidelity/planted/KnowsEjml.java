package io.understudy.eval.fidelity.planted;

import org.ejml.data.DMatrixRMaj;

/** Breaks a rule on purpose. */
public record KnowsEjml(DMatrixRMaj matrix) {}
