package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.Offsets;
import io.understudy.core.format.SpacedTokens;
import io.understudy.core.format.Tokens;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One document of spaCy 3. */
final class SpacyDoc {

    static final Set<String> OWN = Set.of("text", "ents", "spans", "cats");

    private static final Set<String> SPAN = Set.of("start", "end", "label");

    private SpacyDoc() {}

    static Example example(JsonCorpus.Item item, OffsetUnit unit) {
        JsonObject document = item.object();
        String text = document.string("text");
        LabelList labels = new LabelList(unit);
        add(labels, "ent", document.objects("ents"));
        Optional<JsonObject> groups = document.optionalObject("spans");
        if (groups.isPresent()) {
            for (Iterator<String> names = groups.get().node().fieldNames(); names.hasNext(); ) {
                String name = names.next();
                add(labels, "span of '" + name + "'", groups.get().objects(name));
            }
        }
        Mark.Parted parted = labels.of(text);
        Map<String, String> extra = new LinkedHashMap<>(document.rest(OWN));
        if (document.array("tokens").stream().allMatch(token -> token.size() == 3 && token.has("id"))) {
            // Tokens of which nothing is said are made again.
            extra.remove("tokens");
        }
        return new Example(
                item.id(Optional.empty()),
                document.optionalObject("cats").flatMap(cats -> best(cats.node())),
                new AnnotatedText(text, parted.mentions()),
                item.place(),
                extra,
                parted.marks());
    }

    /** The category of the highest score, where that is at least a half. */
    static Optional<String> best(JsonNode cats) {
        String best = null;
        double score = 0.5;
        for (Map.Entry<String, JsonNode> cat : cats.properties()) {
            double value = cat.getValue().isBoolean()
                    ? (cat.getValue().booleanValue() ? 1 : 0)
                    : cat.getValue().asDouble();
            if (value > score || (best == null && value >= score)) {
                best = cat.getKey();
                score = value;
            }
        }
        return Optional.ofNullable(best);
    }

    private static void add(LabelList labels, String name, List<JsonObject> spans) {
        for (int i = 0; i < spans.size(); i++) {
            JsonObject span = spans.get(i);
            Map<String, String> extra = new LinkedHashMap<>(span.rest(SPAN));
            extra.remove("kb_id", "\"\"");
            extra.remove("id", "\"\"");
            Details details = extra.isEmpty()
                    ? Details.NONE
                    : new Details(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), extra);
            labels.add(
                    name + " " + (i + 1),
                    span.offset("start"),
                    span.offset("end"),
                    Optional.empty(),
                    new Label(span.string("label")),
                    details);
        }
    }

    private static void put(ObjectNode span, LabelBounds label) {
        span.put("start", label.start());
        span.put("end", label.end());
        span.put("label", label.label().label().name());
        JsonCorpus.putRest(span, label.label().details().extra(), SPAN);
    }

    static ObjectNode value(Example example, OffsetUnit unit, Losses losses) {
        List<Mention> mentions = example.annotated().mentions();
        ObjectNode document = JsonCorpus.object();
        document.put("text", example.text());
        ArrayNode ents = document.putArray("ents");
        ArrayNode group = null;
        for (LabelBounds label : LabelBounds.of(example, unit, false, false)) {
            put(ents.addObject(), label);
        }
        for (LabelBounds label : LabelBounds.ofMarks(example, unit)) {
            group = group == null ? document.putObject("spans").putArray("sc") : group;
            ObjectNode span = group.addObject();
            put(span, label);
            span.put("kb_id", "");
        }
        ObjectNode cats = document.putObject("cats");
        example.intent().ifPresent(intent -> cats.put(intent, 1.0));
        if (!example.extra().containsKey("tokens")) {
            Tokens words = Tokens.cutAt(
                    example.text(),
                    example.labels().stream()
                            .flatMap(label -> label.pieces().stream())
                            .toList());
            words.countCuts(losses);
            Offsets offsets = new Offsets(example.text(), OffsetUnit.CODEPOINT);
            ArrayNode tokens = document.putArray("tokens");
            for (SpacedTokens.Piece piece : SpacedTokens.of(example.text(), mentions, words)) {
                ObjectNode token = tokens.addObject();
                token.put("id", tokens.size() - 1);
                token.put("start", offsets.ofStart(piece.start()));
                token.put("end", offsets.ofEnd(piece.end()));
            }
        }
        JsonCorpus.putRest(document, example.extra(), OWN);
        return document;
    }
}
