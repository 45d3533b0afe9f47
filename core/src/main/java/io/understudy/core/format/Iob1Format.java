package io.understudy.core.format;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/** As {@link ConllFormat}, tagged IOB1. */
public final class Iob1Format implements CorpusFormat {

    @Override
    public String name() {
        return "iob1";
    }

    @Override
    public List<String> extensions() {
        return List.of("iob1");
    }

    @Override
    public String description() {
        return "as conll, tagged IOB1: B- only where two spans of a label touch";
    }

    @Override
    public Set<Part> carries() {
        return ConllFormat.CARRIES;
    }

    /** What has tags is told as {@code conll}, which reads all schemes. */
    @Override
    public boolean recognizes(String head) {
        return false;
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) {
        return new PullReader(new ConllReader(in, file));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        return ConllFormat.write(out, ConllStyle.commented(name(), TagScheme.IOB1));
    }
}
