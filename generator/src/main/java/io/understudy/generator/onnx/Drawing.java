package io.understudy.generator.onnx;

import io.understudy.generator.model.Sampling;

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

    /** What a request leaves open is as the model's folder has it, and the most likely answer where that is silent. */
    static Drawing of(Sampling asked, Folder folder) {
        boolean draws = folder.generation().path("do_sample").asBoolean(false);
        return new Drawing(
                asked.temperature()
                        .orElse(draws ? folder.generation("temperature").orElse(1) : 0),
                asked.topK().orElse(draws ? folder.generationCount("top_k").orElse(0) : 0),
                asked.topP().orElse(draws ? folder.generation("top_p").orElse(1) : 1),
                asked.minP().orElse(draws ? folder.generation("min_p").orElse(0) : 0),
                asked.repetitionPenalty()
                        .orElse(folder.generation("repetition_penalty").orElse(1)));
    }
}
