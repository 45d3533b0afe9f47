package io.understudy.eval.linear.planted;

import com.fasterxml.jackson.databind.JsonNode;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsJackson(JsonNode node) {}
