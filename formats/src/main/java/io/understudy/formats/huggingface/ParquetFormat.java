package io.understudy.formats.huggingface;

import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A Hugging Face data set as Parquet: the exact text, its spans by code points, and for token classification tokens
 * with BIO tags. Other sets are read as well: {@code tokens} with tags as strings or as numbers that the file's
 * features name, a {@code label} as the intent.
 */
public final class ParquetFormat implements CorpusFormat {

    private static final Set<Part> CARRIES = EnumSet.of(
            Part.ID,
            Part.INTENT,
            Part.SPANS,
            Part.SURFACES,
            Part.ROLE,
            Part.GROUP,
            Part.ENTITY,
            Part.VALUE,
            Part.SPAN_KEYS,
            Part.OVERLAP,
            Part.SPACING,
            Part.LINE_BREAKS,
            Part.UNKNOWN_KEYS,
            Part.RELATIONS,
            Part.ATTRIBUTES,
            Part.NOTES);

    @Override
    public Facts facts() {
        return new Facts(
                "parquet",
                List.of("parquet"),
                "a Hugging Face data set as Parquet, with its features: id, text, intent, tokens, ner_tags, spans",
                CARRIES);
    }

    /** Binary; its extension tells it. */
    @Override
    public boolean recognizes(String head) {
        return false;
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        return new PullReader(new ParquetRows(in, file, options.offsets().orElse(OffsetUnit.CODEPOINT)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        return new PushWriter(
                new ParquetTarget(out, options.offsets().orElse(OffsetUnit.CODEPOINT)), new Losses(CARRIES));
    }
}
