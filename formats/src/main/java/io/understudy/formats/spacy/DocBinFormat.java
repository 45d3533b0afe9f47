package io.understudy.formats.spacy;

import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * spaCy's {@code DocBin}: tokens with their spaces, so that the text comes back exactly, entities, and the intent as a
 * category. What else a document of a file that was read says of its tokens, and its span groups and user data, is kept
 * in the example's key {@code spacy}.
 */
public final class DocBinFormat implements CorpusFormat {

    static final Set<Part> CARRIES = EnumSet.of(Part.INTENT, Part.SPANS, Part.SURFACES, Part.SPACING, Part.LINE_BREAKS);

    @Override
    public String name() {
        return "spacy";
    }

    @Override
    public List<String> extensions() {
        return List.of("spacy");
    }

    @Override
    public String description() {
        return "spaCy's DocBin (.spacy): what spacy train reads";
    }

    @Override
    public Set<Part> carries() {
        return CARRIES;
    }

    /** Binary; its extension tells it. */
    @Override
    public boolean recognizes(String head) {
        return false;
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        return new PullReader(new DocBinReader(in, file));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        Losses losses = new Losses(CARRIES);
        return new PushWriter(new DocBinWriter(out, losses), losses);
    }
}
