package io.understudy.core.format;

import java.util.List;

/** As {@link ConllFormat}, tagged BILUO. */
public final class BiluoFormat implements TokensWithTags {

    @Override
    public ConllStyle style() {
        return ConllStyle.commented("biluo", TagScheme.BILUO);
    }

    @Override
    public List<String> extensions() {
        return List.of("biluo", "bilou");
    }

    @Override
    public String description() {
        return "as conll, tagged BILUO";
    }
}
