package io.understudy.prompts;

import java.util.OptionalDouble;

/**
 * How a model is best asked.
 *
 * @param temperature 0 or more
 * @param topP over 0 to 1
 * @param maxTokens room for one answer, 1 or more
 * @param shots how many of the examples to show, 0 or more
 */
public record Hints(OptionalDouble temperature, OptionalDouble topP, int maxTokens, int shots) {

    /** What a file without hints gets. */
    public static final Hints NONE = new Hints(OptionalDouble.empty(), OptionalDouble.empty(), 120, 3);

    /** @throws IllegalArgumentException if a number is out of its range */
    public Hints {
        check("temperature", temperature.orElse(0) >= 0, "0 or more");
        check("top_p", topP.orElse(1) > 0 && topP.orElse(1) <= 1, "over 0 to 1");
        check("max_tokens", maxTokens >= 1, "1 or more");
        check("shots", shots >= 0, "0 or more");
    }

    private static void check(String hint, boolean fits, String expected) {
        if (!fits) {
            throw new IllegalArgumentException("hint '" + hint + "' is out of its range; expected " + expected);
        }
    }
}
