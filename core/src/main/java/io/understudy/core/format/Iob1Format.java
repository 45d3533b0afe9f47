package io.understudy.core.format;

import java.util.List;

/** As {@link ConllFormat}, tagged IOB1. */
public final class Iob1Format implements TokensWithTags {

    @Override
    public Facts facts() {
        return new Facts(
                "iob1",
                List.of("iob1"),
                "as conll, tagged IOB1: B- only where two spans of a label touch",
                ConllStyle.CARRIES);
    }

    @Override
    public ConllStyle style() {
        return ConllStyle.commented("iob1", TagScheme.IOB1);
    }
}
