package io.understudy.eval.planted;

import de.bwaldvogel.liblinear.Model;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsLiblinear(Model model) {}
