package io.understudy.templates.planted;

import io.understudy.generator.Outcome;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsGenerator(Outcome outcome) {}
