package io.understudy.generator.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How the next token is drawn. What is absent is left to the model.
 *
 * @param maxTokens the answer ends here at the latest, 1 or more
 * @param temperature 0 (always the best token) or more
 * @param topP the smallest set of tokens with this probability, over 0 to 1
 * @param topK this many best tokens, 1 or more
 * @param minP tokens with at least this share of the best one's probability, 0 to 1
 * @param repetitionPenalty divides the scores of tokens that were there already; 1 is none, over 0
 * @param stop the answer ends before any of these; none is empty
 */
public record Sampling(
        int maxTokens,
        OptionalDouble temperature,
        OptionalDouble topP,
        OptionalInt topK,
        OptionalDouble minP,
        OptionalDouble repetitionPenalty,
        List<String> stop) {

    /** @throws IllegalArgumentException if a number is out of its range or a stop string is empty */
    public Sampling {
        check("max tokens", maxTokens, maxTokens >= 1, "1 or more");
        temperature.ifPresent(value -> check("temperature", value, value >= 0, "0 or more"));
        topP.ifPresent(value -> check("top-p", value, value > 0 && value <= 1, "over 0 to 1"));
        topK.ifPresent(value -> check("top-k", value, value >= 1, "1 or more"));
        minP.ifPresent(value -> check("min-p", value, value >= 0 && value <= 1, "0 to 1"));
        repetitionPenalty.ifPresent(value -> check("repetition penalty", value, value > 0, "over 0"));
        stop = List.copyOf(stop);
        if (stop.contains("")) {
            throw new IllegalArgumentException("a stop string is empty");
        }
    }

    /** All but the length left to the model. */
    public static Sampling of(int maxTokens) {
        return new Sampling(
                maxTokens,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
    }

    public Sampling withTemperature(double value) {
        return new Sampling(maxTokens, OptionalDouble.of(value), topP, topK, minP, repetitionPenalty, stop);
    }

    public Sampling withTopP(double value) {
        return new Sampling(maxTokens, temperature, OptionalDouble.of(value), topK, minP, repetitionPenalty, stop);
    }

    public Sampling withTopK(int value) {
        return new Sampling(maxTokens, temperature, topP, OptionalInt.of(value), minP, repetitionPenalty, stop);
    }

    public Sampling withMinP(double value) {
        return new Sampling(maxTokens, temperature, topP, topK, OptionalDouble.of(value), repetitionPenalty, stop);
    }

    public Sampling withRepetitionPenalty(double value) {
        return new Sampling(maxTokens, temperature, topP, topK, minP, OptionalDouble.of(value), stop);
    }

    public Sampling withStop(List<String> strings) {
        return new Sampling(maxTokens, temperature, topP, topK, minP, repetitionPenalty, strings);
    }

    private static void check(String what, double value, boolean fits, String expected) {
        if (!fits) {
            throw new IllegalArgumentException(what + " is " + value + "; expected " + expected);
        }
    }
}
