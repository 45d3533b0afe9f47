package io.understudy.generator.planted;

import net.datafaker.Faker;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsDatafaker(Faker faker) {}
