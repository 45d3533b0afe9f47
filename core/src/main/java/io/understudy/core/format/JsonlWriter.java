package io.understudy.core.format;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.Provenance;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Provenance.Synthetic;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one JSON object per line: id, text, intent, spans, provenance, then unknown keys as they were read. */
final class JsonlWriter implements CorpusWriter {

    private static final JsonFactory FACTORY = Json.factory();

    private final OutputStream out;
    private final OffsetUnit unit;
    private final JsonGenerator json;

    JsonlWriter(OutputStream out, OffsetUnit unit) throws IOException {
        this.out = out;
        this.unit = unit;
        json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
        json.setRootValueSeparator(new SerializedString(""));
    }

    @Override
    public void write(Example example) throws IOException {
        check(example);
        int[] offsets = offsets(example);
        json.writeStartObject();
        json.writeStringField("id", example.id());
        json.writeStringField("text", example.text());
        write("intent", example.intent());
        json.writeArrayFieldStart("spans");
        List<Mention> mentions = example.annotated().mentions();
        for (int i = 0; i < mentions.size(); i++) {
            json.writeStartObject();
            json.writeNumberField("start", offsets[2 * i]);
            json.writeNumberField("end", offsets[2 * i + 1]);
            json.writeStringField("label", mentions.get(i).label().name());
            write(mentions.get(i).details());
            json.writeEndObject();
        }
        json.writeEndArray();
        write(example.provenance(), Optional.ofNullable(example.extra().get("provenance")));
        for (Map.Entry<String, String> key : example.extra().entrySet()) {
            if (!key.getKey().equals("provenance")) {
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
    public Map<String, Long> losses() {
        return Map.of();
    }

    /** The generator is not closed: it would write what nobody committed. */
    @Override
    public void close() throws IOException {
        out.close();
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
            json.writeFieldName(key.getKey());
            json.writeRawValue(key.getValue());
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

    /** Before the first byte: a line is written whole or not at all. */
    private static void check(Example example) {
        Utf8.requireWhole("text", example.text());
        Utf8.requireWhole("id", example.id());
        example.intent().ifPresent(intent -> Utf8.requireWhole("intent", intent));
        for (Mention mention : example.annotated().mentions()) {
            Utf8.requireWhole("label", mention.label().name());
            Details details = mention.details();
            if (!details.isNone()) {
                details.entity().ifPresent(name -> Utf8.requireWhole("entity", name));
                details.role().ifPresent(name -> Utf8.requireWhole("role", name));
                details.group().ifPresent(name -> Utf8.requireWhole("group", name));
                details.value().ifPresent(name -> Utf8.requireWhole("value", name));
            }
        }
        if (example.provenance() instanceof Synthetic synthetic) {
            synthetic.template().ifPresent(template -> Utf8.requireWhole("template", template));
        }
    }

    private int[] offsets(Example example) {
        List<Mention> mentions = example.annotated().mentions();
        int[] found = new int[2 * mentions.size()];
        if (mentions.isEmpty()) {
            return found;
        }
        Offsets offsets = new Offsets(example.text(), unit);
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            found[2 * i] = offsets.ofStart(mention.start());
            found[2 * i + 1] = offsets.ofEnd(mention.end());
            if (found[2 * i] == Offsets.INSIDE || found[2 * i + 1] == Offsets.INSIDE) {
                throw new IllegalArgumentException(
                        "mention %s[%d,%d) of %s begins or ends inside a word; offsets in %s cannot say it"
                                .formatted(
                                        mention.label(),
                                        mention.start(),
                                        mention.end(),
                                        Json.brief(example.id()),
                                        JsonlSpan.units(unit)));
            }
        }
        return found;
    }
}
