package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Span;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Head;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What GLiNER is trained on: one array of token lists with labels from a first to a last token, both counted. Spacing
 * is not there; when read, there is one space between tokens.
 */
public final class GlinerFormat implements CorpusFormat {

    private static final Set<Part> CARRIES = EnumSet.of(Part.SPANS, Part.SURFACES, Part.OVERLAP, Part.UNKNOWN_KEYS);

    private static final Set<String> SAMPLE = Set.of("tokenized_text", "ner");

    @Override
    public Facts facts() {
        return new Facts(
                "gliner",
                List.of("json"),
                "GLiNER's training data, one JSON array: tokenized_text, ner with first and last token",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        Set<String> keys = Head.json(head);
        return keys.contains("[].tokenized_text") || keys.contains("tokenized_text");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        return JsonCorpus.read(in, file, item -> List.of(example(item)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        Losses losses = new Losses(CARRIES);
        return JsonCorpus.write(out, true, SAMPLE, losses, example -> sample(example, losses));
    }

    private static Example example(JsonCorpus.Item item) {
        JsonObject sample = item.object();
        TokenText text = new TokenText();
        sample.strings("tokenized_text").forEach(text::add);
        if (sample.find("tokenized_text").isEmpty()) {
            throw sample.problem("has no 'tokenized_text'");
        }
        List<Mark> labels = new ArrayList<>();
        for (JsonNode label : sample.array("ner")) {
            if (!label.isArray()
                    || label.size() != 3
                    || !label.get(0).canConvertToInt()
                    || !label.get(1).canConvertToInt()
                    || !label.get(2).isTextual()) {
                throw sample.problem("has a label %d that is none; expected first token, last token and name"
                        .formatted(labels.size() + 1));
            }
            int first = label.get(0).intValue();
            int last = label.get(1).intValue();
            if (first < 0 || last < first || last >= text.size()) {
                throw sample.problem("has a label %d from token %d to %d; it has %d tokens, and the last one is counted"
                        .formatted(labels.size() + 1, first, last, text.size()));
            }
            Span span = new Span(text.start(first), text.end(last));
            labels.add(new Mark(List.of(span), new Label(label.get(2).textValue()), Details.NONE));
        }
        Mark.Parted parted = Mark.part(labels);
        return new Example(
                item.id(Optional.empty()),
                Optional.empty(),
                new AnnotatedText(text.text(), parted.mentions()),
                item.place(),
                sample.rest(SAMPLE),
                parted.marks());
    }

    private static ObjectNode sample(Example example, Losses losses) {
        // Where labels lie over each other, tokens are cut at the ends of all of them.
        List<Span> pieces = example.labels().stream()
                .filter(label -> !label.isDiscontinuous())
                .map(label -> label.pieces().get(0))
                .toList();
        Tokens tokens = Tokens.cutAt(example.text(), pieces);
        tokens.count(example, losses);
        ObjectNode sample = JsonCorpus.object();
        ArrayNode words = sample.putArray("tokenized_text");
        tokens.tokens().forEach(token -> words.add(example.text().substring(token.start(), token.end())));
        ArrayNode labels = sample.putArray("ner");
        for (Mark label : example.labels()) {
            int first = tokens.from(label.start());
            int last = tokens.upTo(label.end());
            if (!label.isDiscontinuous() && first <= last) {
                labels.addArray().add(first).add(last).add(label.label().name());
            }
        }
        JsonCorpus.putRest(sample, example.extra(), SAMPLE);
        return sample;
    }
}
