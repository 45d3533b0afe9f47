package io.understudy.eval.diversity.planted;

import de.bwaldvogel.liblinear.Model;

/** Breaks a rule on purpose. */
public record KnowsLiblinear(Model model) {}
