package io.understudy.generator.llm;

import io.understudy.generator.model.Answer.Usage;

/**
 * What a model has cost.
 *
 * @param calls begun, those that were tried again included
 * @param used tokens of replies that were given out
 * @param lost tokens of replies that came broken or not at all, estimated: the server may have charged for them
 * @param cost of both, in the unit of {@link Price}; 0 where no price is known
 */
public record Spending(long calls, Usage used, Usage lost, long cost) {}
