package io.understudy.formats.huggingface;

import com.jerolba.carpet.CarpetWriter;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.format.Json;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.TagScheme;
import io.understudy.core.format.Tokens;
import io.understudy.core.format.Utf8;
import io.understudy.core.format.annotation.LabelBounds;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Writes row groups of a few megabytes. */
final class ParquetTarget implements PushWriter.Target {

    private static final long ROW_GROUP = 16 << 20;

    private final OutputStream out;
    private final OffsetUnit unit;
    private final Held held;
    private final CarpetWriter<Row> rows;

    ParquetTarget(OutputStream out, OffsetUnit unit) throws IOException {
        this.out = out;
        this.unit = unit;
        this.held = new Held(out);
        this.rows = new CarpetWriter.Builder<>(held, Row.class)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP)
                .withExtraMetaData("huggingface", Row.FEATURES)
                .build();
    }

    @Override
    public void write(Example example) throws IOException {
        Utf8.requireWhole(example);
        String text = example.text();
        List<Mention> mentions = example.annotated().mentions();
        Tokens tokens = Tokens.of(text, mentions);
        List<String> words = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < tokens.tokens().size(); i++) {
            Tokens.Token token = tokens.tokens().get(i);
            words.add(text.substring(token.start(), token.end()));
            tags.add(TagScheme.BIO.tag(tokens, i, mentions));
        }
        List<Row.Stretch> spans = new ArrayList<>();
        for (LabelBounds label : LabelBounds.of(example, unit, true, false)) {
            Details details = label.label().details();
            spans.add(new Row.Stretch(
                    label.start(),
                    label.end(),
                    label.label().label().name(),
                    details.entity().orElse(null),
                    details.role().orElse(null),
                    details.group().orElse(null),
                    details.value().orElse(null),
                    json(details.extra())));
        }
        rows.write(
                new Row(example.id(), text, example.intent().orElse(null), words, tags, spans, json(example.extra())));
    }

    private static String json(Map<String, String> extra) {
        return extra.isEmpty() ? null : Json.object(extra);
    }

    @Override
    public void finish() throws IOException {
        held.open = true;
        rows.close();
        out.flush();
    }

    /** What nobody committed is not finished. */
    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Parquet begins a file when it is created; nothing of it is written until there is a row group, or the end. */
    private static final class Held extends FilterOutputStream {
        private byte[] begun = {};
        private boolean open;

        Held(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!open && begun.length + length <= 16) {
                byte[] more = java.util.Arrays.copyOf(begun, begun.length + length);
                System.arraycopy(bytes, offset, more, begun.length, length);
                begun = more;
                return;
            }
            open = true;
            out.write(begun);
            begun = new byte[0];
            out.write(bytes, offset, length);
        }

        /** The stream below is closed by whoever gave it. */
        @Override
        public void close() throws IOException {
            out.write(begun);
            begun = new byte[0];
            out.flush();
        }
    }
}
