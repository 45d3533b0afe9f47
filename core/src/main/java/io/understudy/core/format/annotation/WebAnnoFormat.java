package io.understudy.core.format.annotation;

import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Utf8Lines;
import io.understudy.core.format.Utf8Output;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * WebAnno's TSV 3, which INCEpTION reads and writes: one document, a sentence for each example, a line for each word
 * and for each part of a word that a label begins or ends in. Offsets are UTF-16 units of the document. Labels are
 * named entities with their identifiers; other layers are not read, and counted. White space before the first word of
 * an example is lost: a sentence begins with a word there.
 */
public final class WebAnnoFormat implements CorpusFormat {

    static final Set<Part> CARRIES =
            EnumSet.of(Part.ID, Part.SPANS, Part.SURFACES, Part.OVERLAP, Part.SPACING, Part.LINE_BREAKS);

    /** A feature of named entities: which entity is meant; kept as an unknown key of a span. */
    static final String IDENTIFIER = "identifier";

    static final String HEADER = "#FORMAT=WebAnno TSV 3.";
    static final String LAYER = "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value";

    @Override
    public Facts facts() {
        return new Facts(
                "webanno",
                List.of("tsv"),
                "WebAnno TSV 3, which INCEpTION imports: words, parts of words, named entities",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        return head.startsWith(HEADER);
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        return new PullReader(new WebAnnoReader(new Utf8Lines(in, file)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        // The writer knows better which unknown keys of spans it can write.
        Set<Part> counted = EnumSet.of(Part.SPAN_KEYS);
        counted.addAll(CARRIES);
        Losses losses = new Losses(counted);
        return new PushWriter(new WebAnnoWriter(new Utf8Output(out), losses), losses);
    }
}
