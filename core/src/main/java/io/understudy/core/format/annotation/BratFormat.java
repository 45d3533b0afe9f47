package io.understudy.core.format.annotation;

import io.understudy.core.format.BundleFormat;
import io.understudy.core.format.BundleSource;
import io.understudy.core.format.BundleTarget;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * brat's standoff: for each document a text {@code NAME.txt} and its annotations {@code NAME.ann}; offsets in code
 * points, labels over each other and of several pieces. Relations, events and equivalences are kept as lines in the
 * example's {@code relations}, attributes and normalizations in {@code attributes}, notes in {@code notes}; the ids
 * that they refer to are kept with the spans. Names of documents are ids, with {@code %2F} and the like for what no
 * file may be called.
 */
public final class BratFormat implements BundleFormat {

    static final Set<Part> CARRIES = EnumSet.of(
            Part.ID,
            Part.SPANS,
            Part.SURFACES,
            // Its ids; others are counted.
            Part.SPAN_KEYS,
            Part.OVERLAP,
            Part.DISCONTINUOUS,
            Part.SPACING,
            Part.LINE_BREAKS,
            Part.RELATIONS,
            Part.ATTRIBUTES,
            Part.NOTES);

    @Override
    public Facts facts() {
        return new Facts(
                "brat",
                List.of("ann"),
                "brat's standoff, a folder or zip of .txt and .ann: spans, relations, events, attributes, notes",
                CARRIES);
    }

    @Override
    public boolean recognizes(List<String> names) {
        return names.stream().anyMatch(name -> name.endsWith(BratDocuments.ANNOTATIONS));
    }

    @Override
    public CorpusReader read(BundleSource files, FormatOptions options) throws IOException {
        return new PullReader(new BratDocuments(files, options.offsets().orElse(OffsetUnit.CODEPOINT)));
    }

    @Override
    public CorpusWriter write(BundleTarget files, FormatOptions options) throws IOException {
        Losses losses = new Losses(CARRIES);
        return new PushWriter(new BratWriter(files, options.offsets().orElse(OffsetUnit.CODEPOINT), losses), losses);
    }
}
