package io.understudy.cli.planted.two;

import io.understudy.cli.planted.one.KnowsTwo;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsOne(KnowsTwo two) {}
