package io.understudy.formats.uima;

import io.understudy.core.format.BundleFormat;
import io.understudy.core.format.BundleSource;
import io.understudy.core.format.BundleTarget;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A folder or zip of {@code TypeSystem.xml} and a {@code NAME.xmi} for each example: its text, one sentence, its words
 * as tokens, its labels as DKPro's named entities. Labels that begin or end inside a token stay where they are. Of
 * other layers, only annotations of the user's own types are read, and only where there are no named entities; what is
 * not read is counted. The identifiers of named entities are kept as unknown keys of spans.
 */
public final class XmiFormat implements BundleFormat {

    private static final Set<Part> CARRIES =
            EnumSet.of(Part.ID, Part.SPANS, Part.SURFACES, Part.OVERLAP, Part.SPACING, Part.LINE_BREAKS);

    @Override
    public Facts facts() {
        return new Facts(
                "xmi",
                List.of("xmi"),
                "UIMA CAS XMI, a folder or zip with TypeSystem.xml, which INCEpTION imports: named entities",
                CARRIES);
    }

    @Override
    public boolean recognizes(List<String> names) {
        return names.stream().anyMatch(name -> name.endsWith(XmiDocuments.XMI));
    }

    @Override
    public CorpusReader read(BundleSource files, FormatOptions options) throws IOException {
        return new PullReader(new XmiDocuments(files));
    }

    @Override
    public CorpusWriter write(BundleTarget files, FormatOptions options) throws IOException {
        // The writer knows better which unknown keys of spans it can write.
        Set<Part> counted = EnumSet.of(Part.SPAN_KEYS);
        counted.addAll(CARRIES);
        Losses losses = new Losses(counted);
        return new PushWriter(new XmiTarget(files, losses), losses);
    }
}
