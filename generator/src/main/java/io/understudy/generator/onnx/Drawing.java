package io.understudy.generator.onnx;

import io.understudy.generator.model.Sampling;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a token is drawn, nothing left open.
 *
 * @param temperature 0: always the best
 * @param topK 0: no limit
 * @param topP over 0 to 1; 1: no limit
 * @param minP 0 to 1; 0: no limit
 * @param repetitionPenalty over 0; 1: none
 */
record Drawing(double temperature, int topK, double topP, double minP, double repetitionPenalty) {

    /** The most likely answer. */
    static final Drawing BEST = new Drawing(0, 0, 1, 0, 1);

    static Drawing of(Sampling asked, Folder folder) {
        return of(
                boxed(asked.temperature()),
                asked.topK().isPresent() ? Optional.of(asked.topK().getAsInt()) : Optional.empty(),
                boxed(asked.topP()),
                boxed(asked.minP()),
                boxed(asked.repetitionPenalty()),
                folder);
    }

    /** What is left open is as the model's folder has it, and the most likely answer where that is silent. */
    static Drawing of(
            Optional<Double> temperature,
            Optional<Integer> topK,
            Optional<Double> topP,
            Optional<Double> minP,
            Optional<Double> repetitionPenalty,
            Folder folder) {
        boolean draws = folder.generation().path("do_sample").asBoolean(false);
        return new Drawing(
                temperature.orElse(draws ? folder.generation("temperature").orElse(1) : 0),
                topK.orElse(draws ? folder.generationCount("top_k").orElse(0) : 0),
                topP.orElse(draws ? folder.generation("top_p").orElse(1) : 1),
                minP.orElse(draws ? folder.generation("min_p").orElse(0) : 0),
                repetitionPenalty.orElse(folder.generation("repetition_penalty").orElse(1)));
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
