package io.understudy.core.planted;

import com.fasterxml.jackson.databind.JsonNode;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsJackson(JsonNode node) {}
