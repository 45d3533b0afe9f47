package io.understudy.core.format;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import io.understudy.core.Provenance;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Provenance.Synthetic;
import io.understudy.core.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes one JSON object per line: id, text, intent, spans, provenance, then unknown keys as they were read. */
final class JsonlWriter implements CorpusWriter {

    private static final JsonFactory FACTORY = Json.factory();

    /** Keys that are ours to write; a key of another tool that is called so must not stand beside them. */
    private static final Set<String> OF_EXAMPLES = Set.of("id", "text", "intent", "spans", "more_spans", "provenance");

    private static final Set<String> OF_SPANS = Set.of("start", "end", "label");

    private final OutputStream out;
    private final OffsetUnit unit;
    private final JsonGenerator json;
    private final Losses losses = new Losses(new JsonlFormat().carries());

    JsonlWriter(OutputStream out, OffsetUnit unit) throws IOException {
        this.out = out;
        this.unit = unit;
        json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
        json.setRootValueSeparator(new SerializedString(""));
    }

    @Override
    public void write(Example example) throws IOException {
        // Before the first byte: a line is written whole or not at all.
        Utf8.requireWhole(example);
        List<Mention> mentions = example.annotated().mentions();
        List<Span> spans = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            spans.add(mention.span());
        }
        List<Span> pieces = example.marks().isEmpty()
                ? List.of()
                : example.marks().stream()
                        .flatMap(mark -> mark.pieces().stream())
                        .toList();
        int[] offsets = offsets(example, spans);
        int[] more = offsets(example, pieces);
        json.writeStartObject();
        json.writeStringField("id", example.id());
        json.writeStringField("text", example.text());
        write("intent", example.intent());
        json.writeArrayFieldStart("spans");
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            begin(offsets[2 * i], offsets[2 * i + 1], mention.label(), mention.details());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!example.marks().isEmpty()) {
            write(example.marks(), more);
        }
        write(example.provenance(), Optional.ofNullable(example.extra().get("provenance")));
        for (Map.Entry<String, String> key : example.extra().entrySet()) {
            if (!OF_EXAMPLES.contains(key.getKey())) {
                json.writeFieldName(key.getKey());
                json.writeRawValue(key.getValue());
            }
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void commit() throws IOException {
        json.flush();
        out.flush();
    }

    @Override
    public void write(CorpusData data) {
        losses.count(data);
    }

    @Override
    public Map<String, Long> dataLosses() {
        return losses.ofData();
    }

    @Override
    public Map<String, Long> losses() {
        return Map.of();
    }

    /** The generator is not closed: it would write what nobody committed. */
    @Override
    public void close() throws IOException {
        out.close();
    }

    /** @param offsets start and end of each piece of each mark, in turn */
    private void write(List<Mark> marks, int[] offsets) throws IOException {
        json.writeArrayFieldStart("more_spans");
        int at = 0;
        for (Mark mark : marks) {
            int last = at + 2 * mark.pieces().size();
            begin(offsets[at], offsets[last - 1], mark.label(), mark.details());
            if (mark.isDiscontinuous()) {
                json.writeArrayFieldStart("pieces");
                for (int i = at; i < last; i += 2) {
                    json.writeArray(offsets, i, 2);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            at = last;
        }
        json.writeEndArray();
    }

    private void begin(int start, int end, Label label, Details details) throws IOException {
        json.writeStartObject();
        json.writeNumberField("start", start);
        json.writeNumberField("end", end);
        json.writeStringField("label", label.name());
        write(details);
    }

    private void write(Details details) throws IOException {
        if (details.isNone()) {
            return;
        }
        write("entity", details.entity());
        write("role", details.role());
        write("group", details.group());
        write("value", details.value());
        for (Map.Entry<String, String> key : details.extra().entrySet()) {
            if (!OF_SPANS.contains(key.getKey())) {
                json.writeFieldName(key.getKey());
                json.writeRawValue(key.getValue());
            }
        }
    }

    /** @param unknown the object of the keys of provenance that we do not know */
    private void write(Provenance provenance, Optional<String> unknown) throws IOException {
        json.writeObjectFieldStart("provenance");
        if (provenance instanceof Original original) {
            json.writeStringField("origin", "original");
            json.writeStringField("corpus", original.corpus());
            json.writeNumberField("line", original.line());
        } else if (provenance instanceof Synthetic synthetic) {
            json.writeStringField("origin", "synthetic");
            json.writeStringField("generator", synthetic.generator());
            write("template", synthetic.template());
            json.writeNumberField("seed", synthetic.seed());
        }
        if (unknown.isPresent()) {
            json.writeRaw(',');
            json.writeRaw(unknown.get(), 1, unknown.get().length() - 2);
        }
        json.writeEndObject();
    }

    private void write(String key, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(key, value.get());
        }
    }

    private int[] offsets(Example example, List<Span> spans) {
        int[] found = new int[2 * spans.size()];
        if (spans.isEmpty()) {
            return found;
        }
        Offsets offsets = new Offsets(example.text(), unit);
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            found[2 * i] = offsets.ofStart(span.start());
            found[2 * i + 1] = offsets.ofEnd(span.end());
            if (found[2 * i] == Offsets.INSIDE || found[2 * i + 1] == Offsets.INSIDE) {
                throw new IllegalArgumentException(
                        "mention %s of %s begins or ends inside a word; offsets in %s cannot say it"
                                .formatted(describe(example, span), Json.brief(example.id()), unit.words()));
            }
        }
        return found;
    }

    private static String describe(Example example, Span span) {
        Label label = example.labels().stream()
                .filter(mark -> mark.pieces().contains(span))
                .findFirst()
                .orElseThrow()
                .label();
        return "%s[%d,%d)".formatted(label, span.start(), span.end());
    }
}
