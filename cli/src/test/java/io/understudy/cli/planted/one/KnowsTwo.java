package io.understudy.cli.planted.one;

import io.understudy.cli.planted.two.KnowsOne;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsTwo(KnowsOne one) {}
