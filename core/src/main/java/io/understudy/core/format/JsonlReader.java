package io.understudy.core.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Provenance;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Provenance.Synthetic;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSONL line by line. Remembers what {@link Ids} needs; nothing else outlives its line. */
final class JsonlReader implements PullReader.Source {

    private static final JsonFactory FACTORY = Json.factory();

    private final Utf8Lines lines;
    private final String corpus;
    private final OffsetUnit unit;
    private final Ids ids = new Ids();

    JsonlReader(InputStream in, String file, OffsetUnit unit) {
        lines = new Utf8Lines(in, file);
        corpus = Names.corpus(file);
        this.unit = unit;
    }

    @Override
    public Optional<Example> read() throws IOException {
        while (lines.next()) {
            if (!lines.isBlank()) {
                return Optional.of(parse());
            }
        }
        return Optional.empty();
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Example parse() throws IOException {
        try (JsonParser json = FACTORY.createParser(lines.bytes(), lines.start(), lines.length())) {
            JsonToken first = json.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw lines.wrong(Json.kind(first) + "; expected one JSON object per line, such as {\"text\":\"...\"}");
            }
            Example example = record(json);
            if (json.nextToken() != null) {
                throw lines.wrong("something follows the JSON object; expected one object per line");
            }
            return example;
        } catch (JsonEOFException e) {
            throw lines.wrong("the JSON object does not end on this line; expected one whole object per line");
        } catch (StreamConstraintsException e) {
            throw lines.wrong("the JSON is nested too deeply, or a name or number in it is too long");
        } catch (JsonProcessingException e) {
            // Its message may quote the line.
            throw lines.wrong("not JSON from byte %d of the line on; expected one object per line"
                    .formatted(Math.max(1, e.getLocation().getColumnNr())));
        } catch (IllegalArgumentException e) {
            throw lines.wrong(e.getMessage());
        }
    }

    private Example record(JsonParser json) throws IOException {
        Optional<String> id = Optional.empty();
        Optional<String> text = Optional.empty();
        Optional<String> intent = Optional.empty();
        Optional<Provenance> provenance = Optional.empty();
        List<FileSpan> spans = List.of();
        List<FileSpan> more = List.of();
        Json.Keys keys = new Json.Keys(lines, json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            switch (key) {
                case "text" -> text = Optional.of(keys.first(0).string());
                case "id" -> id = keys.first(1).name();
                case "intent" -> intent = keys.first(2).optionalString();
                case "spans" -> spans = spans(keys.first(3), json);
                case "more_spans" -> more = spans(keys.first(5), json);
                case "provenance" -> provenance = provenance(keys.first(4), json);
                default -> keys.unknown();
            }
        }
        if (text.isEmpty()) {
            throw lines.wrong("no key 'text'; expected an object such as {\"text\":\"...\",\"spans\":[]}");
        }

        String name = ids.claim(id, lines.line());
        AnnotatedText annotated = FileSpan.annotate(text.get(), spans, unit);
        return new Example(
                name,
                intent,
                annotated,
                provenance.orElseGet(() -> new Original(corpus, lines.line())),
                keys.extra(),
                more.isEmpty() ? List.of() : FileSpan.marks(text.get(), more, unit));
    }

    private List<FileSpan> spans(Json.Keys keys, JsonParser json) throws IOException {
        if (keys.isNull()) {
            return List.of();
        }
        keys.expect(JsonToken.START_ARRAY, "an array");
        List<FileSpan> spans = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            spans.add(FileSpan.read(json, lines, spans.size() + 1));
        }
        return spans;
    }

    private Optional<Provenance> provenance(Json.Keys record, JsonParser json) throws IOException {
        if (record.isNull()) {
            return Optional.empty();
        }
        record.expect(JsonToken.START_OBJECT, "an object");
        Optional<String> origin = Optional.empty();
        Optional<String> from = Optional.empty();
        Optional<String> generator = Optional.empty();
        Optional<String> template = Optional.empty();
        long line = lines.line();
        long seed = 0;
        Json.Keys keys = new Json.Keys(lines, json, "provenance.");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "origin" -> origin = Optional.of(keys.first(0).string());
                case "corpus" -> from = Optional.of(keys.first(1).string());
                case "line" -> line = keys.first(2).integer();
                case "generator" -> generator = Optional.of(keys.first(3).string());
                case "template" -> template = keys.first(4).optionalString();
                case "seed" -> seed = keys.first(5).integer();
                default -> keys.unknown();
            }
        }
        Map<String, String> extra = keys.extra();
        if (!extra.isEmpty()) {
            record.keep("provenance", Json.object(extra));
        }
        String kind = origin.orElse("");
        if (kind.equals("original")) {
            return Optional.of(new Original(from.orElse(corpus), line));
        }
        if (!kind.equals("synthetic")) {
            throw lines.wrong("'provenance.origin' is %s; expected \"original\" or \"synthetic\""
                    .formatted(origin.isPresent() ? "something else" : "missing"));
        }
        if (generator.isEmpty()) {
            throw lines.wrong("no key 'provenance.generator'; expected the name of what wrote the line");
        }
        return Optional.of(new Synthetic(generator.get(), template, seed));
    }
}
