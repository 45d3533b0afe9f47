package io.understudy.prompts.planted;

import io.understudy.eval.Evaluation;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsEval(Evaluation evaluation) {}
