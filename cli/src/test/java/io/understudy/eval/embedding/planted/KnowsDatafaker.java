package io.understudy.eval.embedding.planted;

import net.datafaker.Faker;

/** Breaks a rule on purpose. */
public record KnowsDatafaker(Faker faker) {}
