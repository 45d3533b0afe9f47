package io.understudy.eval.leakage;

import io.understudy.core.Example;
import io.understudy.core.text.LongHashSet;
import io.understudy.core.text.Normalization;

/**
 * A line with its text as it is compared.
 *
 * @param text the example's by {@link Normalization}
 * @param hash {@link LongHashSet#hash} of {@code text}
 */
public record NormalizedLine(Example example, String text, long hash) {

    public static NormalizedLine of(Example example) {
        String text = Normalization.of(example.text());
        return new NormalizedLine(example, text, LongHashSet.hash(text));
    }
}
