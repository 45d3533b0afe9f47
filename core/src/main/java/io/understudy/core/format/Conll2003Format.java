package io.understudy.core.format;

import java.util.List;

/** The four columns of CoNLL 2003, tagged BIO; nothing in it but tokens. Read, there is one space between tokens. */
public final class Conll2003Format implements TokensWithTags {

    @Override
    public Facts facts() {
        return new Facts(
                "conll2003",
                List.of("conll2003"),
                "four columns as in CoNLL 2003, tagged BIO, without comments: what strict readers take",
                ConllStyle.BARE);
    }

    @Override
    public ConllStyle style() {
        return ConllStyle.OF_2003;
    }
}
