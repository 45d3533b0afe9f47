package io.understudy.core.format;

import java.util.List;

/** As {@link ConllFormat}, tagged BILUO. */
public final class BiluoFormat implements TokensWithTags {

    @Override
    public Facts facts() {
        return new Facts("biluo", List.of("biluo", "bilou"), "as conll, tagged BILUO", ConllStyle.CARRIES);
    }

    @Override
    public ConllStyle style() {
        return ConllStyle.commented("biluo", TagScheme.BILUO);
    }
}
