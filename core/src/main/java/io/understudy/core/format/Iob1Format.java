package io.understudy.core.format;

import java.util.List;

/** As {@link ConllFormat}, tagged IOB1. */
public final class Iob1Format implements TokensWithTags {

    @Override
    public ConllStyle style() {
        return ConllStyle.commented("iob1", TagScheme.IOB1);
    }

    @Override
    public List<String> extensions() {
        return List.of("iob1");
    }

    @Override
    public String description() {
        return "as conll, tagged IOB1: B- only where two spans of a label touch";
    }
}
