package io.understudy.core.format;

import java.util.List;

/** As {@link ConllFormat}, tagged IOBES, which others call BIOES. */
public final class IobesFormat implements TokensWithTags {

    @Override
    public ConllStyle style() {
        return ConllStyle.commented("iobes", TagScheme.IOBES);
    }

    @Override
    public List<String> extensions() {
        return List.of("iobes", "bioes");
    }

    @Override
    public String description() {
        return "as conll, tagged IOBES";
    }
}
