package io.understudy.core.format;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/** As {@link ConllFormat}, tagged IOBES, which others call BIOES. */
public final class IobesFormat implements CorpusFormat {

    @Override
    public String name() {
        return "iobes";
    }

    @Override
    public List<String> extensions() {
        return List.of("iobes", "bioes");
    }

    @Override
    public String description() {
        return "as conll, tagged IOBES";
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
        return ConllFormat.write(out, ConllStyle.commented(name(), TagScheme.IOBES));
    }
}
