package io.understudy.eval.bias.planted;

import org.ejml.data.DMatrixRMaj;

/** Breaks a rule on purpose. */
public record KnowsEjml(DMatrixRMaj matrix) {}
