package io.understudy.templates.foreign.planted;

import io.understudy.generator.Outcome;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsGenerator(Outcome outcome) {}
