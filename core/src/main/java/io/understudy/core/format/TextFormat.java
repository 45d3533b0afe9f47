package io.understudy.core.format;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/** Text without labels: an example is a line, a paragraph or the file, as {@link FormatOptions#record} says. */
public final class TextFormat implements CorpusFormat {

    static final Set<Part> CARRIES = Set.of(Part.SPACING);

    @Override
    public Facts facts() {
        return new Facts(
                "text",
                List.of("txt", "text"),
                "plain text, one example per line (--record paragraph or file: per paragraph or file)",
                CARRIES);
    }

    /** Anything can be plain text, so nothing surely is. */
    @Override
    public boolean recognizes(String head) {
        return false;
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) {
        return new PullReader(new TextReader(in, file, options.record()));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        return new PushWriter(new TextWriter(out, options.record()), new Losses(CARRIES));
    }
}
