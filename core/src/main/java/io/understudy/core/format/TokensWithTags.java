package io.understudy.core.format;

import java.io.InputStream;
import java.io.OutputStream;

/** Formats of one token a line with its tag: all are read alike, each is written in a style of its own. */
sealed interface TokensWithTags extends CorpusFormat
        permits ConllFormat, Conll2003Format, BiluoFormat, Iob1Format, IobesFormat {

    ConllStyle style();

    /** What has tags is told as {@code conll}, which reads all schemes. */
    @Override
    default boolean recognizes(String head) {
        return false;
    }

    @Override
    default CorpusReader read(InputStream in, String file, FormatOptions options) {
        return new PullReader(new ConllReader(in, file));
    }

    @Override
    default CorpusWriter write(OutputStream out, FormatOptions options) {
        Losses losses = new Losses(carries());
        return new PushWriter(new ConllWriter(style(), out, losses), losses);
    }
}
