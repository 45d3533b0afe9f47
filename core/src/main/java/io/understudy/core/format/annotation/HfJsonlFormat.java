package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Head;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.TagScheme;
import io.understudy.core.format.TaggedTokens;
import io.understudy.core.format.Tokens;
import io.understudy.core.format.annotation.SpanShape.Says;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Hugging Face data set as JSONL: tokens and BIO tags, as token classification wants them, beside the exact text and
 * its spans by code points. Every line has the same keys. Read without text and spans, there is one space between
 * tokens.
 */
public final class HfJsonlFormat implements CorpusFormat {

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

    private static final SpanShape SPANS = new SpanShape("spans", "span")
            .key("start", Says.START)
            .key("end", Says.END)
            .key("label", Says.LABEL);
    private static final Set<String> ROW = Set.of("id", "text", "intent", "tokens", "ner_tags", SPANS.list());

    @Override
    public Facts facts() {
        return new Facts(
                "hf-jsonl",
                List.of("jsonl"),
                "a Hugging Face data set as JSONL: id, text, intent, tokens, ner_tags, spans",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        Set<String> keys = Head.json(head);
        return keys.contains("tokens") && keys.contains("ner_tags");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        return JsonCorpus.read(in, file, item -> List.of(example(item, unit)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        return JsonCorpus.write(out, false, ROW, new Losses(CARRIES), example -> row(example, unit));
    }

    private static Example example(JsonCorpus.Item item, OffsetUnit unit) {
        JsonObject row = item.object();
        String id = item.id(row.optionalScalar("id"));
        Optional<String> text = row.optionalString("text");
        if (text.isEmpty()
                || (row.find("spans").isEmpty() && row.find("ner_tags").isPresent())) {
            TaggedTokens tokens = new TaggedTokens(text);
            List<String> words = row.strings("tokens");
            List<String> tags = row.strings("ner_tags");
            if (words.size() != tags.size()) {
                throw row.problem("has %d tokens and %d ner_tags; expected a tag for each token"
                        .formatted(words.size(), tags.size()));
            }
            for (int i = 0; i < words.size(); i++) {
                tokens.add(words.get(i), tags.get(i));
            }
            return new Example(id, row.optionalString("intent"), tokens.annotated(), item.place(), row.rest(ROW));
        }
        Mark.Parted parted = SPANS.read(row, text.get(), unit, item.dropped());
        return new Example(
                id,
                row.optionalString("intent"),
                new AnnotatedText(text.get(), parted.mentions()),
                item.place(),
                row.rest(ROW),
                parted.marks());
    }

    private static ObjectNode row(Example example, OffsetUnit unit) {
        ObjectNode row = JsonCorpus.object();
        row.put("id", example.id());
        row.put("text", example.text());
        row.put("intent", example.intent().orElse(null));
        List<Mention> mentions = example.annotated().mentions();
        Tokens tokens = Tokens.of(example.text(), mentions);
        ArrayNode words = row.putArray("tokens");
        ArrayNode tags = row.putArray("ner_tags");
        for (int i = 0; i < tokens.tokens().size(); i++) {
            Tokens.Token token = tokens.tokens().get(i);
            words.add(example.text().substring(token.start(), token.end()));
            tags.add(TagScheme.BIO.tag(tokens, i, mentions));
        }
        SPANS.put(row, example, unit);
        JsonCorpus.putRest(row, example.extra(), ROW);
        return row;
    }
}
