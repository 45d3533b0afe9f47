package io.understudy.core.format.annotation;

import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Head;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * spaCy's training JSON (version 2), which {@code spacy convert} still takes: documents of paragraphs of sentences of
 * tokens with BILUO tags and spaces, so that the text comes back exactly. One paragraph is one example. Also read:
 * pairs of a text and its {@code entities}, and files without spaces, where there is then one between tokens.
 */
public final class SpacyJsonFormat implements CorpusFormat {

    private static final Set<Part> CARRIES = EnumSet.of(
            Part.ID, Part.INTENT, Part.SPANS, Part.SURFACES, Part.SPACING, Part.LINE_BREAKS, Part.UNKNOWN_KEYS);

    @Override
    public Facts facts() {
        return new Facts(
                "spacy-json",
                List.of("json"),
                "spaCy's training JSON (v2): paragraphs, sentences, tokens with BILUO tags; spacy convert reads it",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        return Head.json(head).contains("[].paragraphs");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        return JsonCorpus.read(in, file, item -> SpacyParagraph.examples(item, unit));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        Losses losses = new Losses(CARRIES);
        return JsonCorpus.write(
                out, true, SpacyParagraph.OWN, losses, example -> SpacyParagraph.document(example, losses));
    }
}
