package io.understudy.core.format;

import java.util.List;

/** As {@link ConllFormat}, tagged IOBES, which others call BIOES. */
public final class IobesFormat implements TokensWithTags {

    @Override
    public Facts facts() {
        return new Facts("iobes", List.of("iobes", "bioes"), "as conll, tagged IOBES", ConllStyle.CARRIES);
    }

    @Override
    public ConllStyle style() {
        return ConllStyle.commented("iobes", TagScheme.IOBES);
    }
}
