package io.understudy.eval.script.planted;

/** Breaks the rule that scripts know core and ICU. */
public final class KnowsJackson {
    com.fasterxml.jackson.databind.JsonNode node;
}
