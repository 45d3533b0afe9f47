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
 * category. What else a document says of its tokens, its span groups, user data and category scores are kept in the
 * example's key {@code spacy}, and written back where its text is still the same and no mention cuts a token.
 */
public final class DocBinFormat implements CorpusFormat {

    static final Set<Part> CARRIES = EnumSet.of(Part.INTENT, Part.SPANS, Part.SURFACES, Part.SPACING, Part.LINE_BREAKS);

    @Override
    public Facts facts() {
        return new Facts("spacy", List.of("spacy"), "spaCy's DocBin (.spacy): what spacy train reads", CARRIES);
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
        // The writer knows better which unknown keys it can write: its own.
        Set<Part> counted = EnumSet.of(Part.UNKNOWN_KEYS);
        counted.addAll(CARRIES);
        Losses losses = new Losses(counted);
        return new PushWriter(new DocBinWriter(out, losses), losses);
    }
}
