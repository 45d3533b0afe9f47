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
import io.understudy.core.format.Json;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.Offsets;
import io.understudy.core.format.SpacedTokens;
import io.understudy.core.format.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One document of spaCy 3. */
final class SpacyDoc {

    static final Set<String> OWN = Set.of("text", "ents", "spans");

    private static final String TOKENS = "tokens";

    /** The category scores, where they say more than the intent. */
    private static final String CATS = "cats";
    /** Of a span that is no entity: the key of its group. */
    private static final String GROUP = "span_group";

    private static final String OUR_GROUP = "sc";
    private static final Set<String> SPAN = Set.of("start", "end", "label");
    private static final Set<String> PLACED = Set.of("start", "end", "label", GROUP);

    private static final Set<String> WRITTEN = Set.of("text", "ents", "spans", CATS);

    private SpacyDoc() {}

    static Example example(JsonCorpus.Item item, OffsetUnit unit) {
        JsonObject document = item.object();
        String text = document.string("text");
        LabelList labels = new LabelList(unit);
        List<JsonObject> entities = document.objects("ents");
        add(labels, "ent", entities, span -> true, "");
        Optional<JsonObject> groups = document.optionalObject("spans");
        if (groups.isPresent()) {
            // Labels that lie over entities are written to our group; that one of them was read from there says
            // nothing.
            NavigableMap<Integer, Integer> reach = reach(entities);
            for (Iterator<String> names = groups.get().node().fieldNames(); names.hasNext(); ) {
                String name = names.next();
                add(
                        labels,
                        "span of '" + name + "'",
                        groups.get().objects(name),
                        span -> name.equals(OUR_GROUP) && overlaps(span, reach),
                        Json.quote(name));
            }
        }
        Mark.Parted parted = labels.of(text);
        Optional<JsonNode> cats = document.optionalObject(CATS).map(JsonObject::node);
        Optional<String> intent = cats.flatMap(SpacyDoc::best);
        Map<String, String> extra = new LinkedHashMap<>(document.rest(WRITTEN));
        if (document.array(TOKENS).stream().allMatch(token -> token.size() == 3 && token.has("id"))) {
            // Tokens of which nothing is said are made again.
            extra.remove(TOKENS);
        }
        if (cats.isPresent() && saysMore(cats.get(), intent)) {
            extra.put(CATS, cats.get().toString());
        }
        return new Example(
                item.id(Optional.empty()),
                intent,
                new AnnotatedText(text, parted.mentions()),
                item.place(),
                extra,
                parted.marks());
    }

    /** How far those reach that begin at a place or before. */
    private static NavigableMap<Integer, Integer> reach(List<JsonObject> spans) {
        NavigableMap<Integer, Integer> reach = new TreeMap<>();
        spans.forEach(span -> reach.merge(span.offset("start"), span.offset("end"), Math::max));
        int most = 0;
        for (Map.Entry<Integer, Integer> each : reach.entrySet()) {
            most = Math.max(most, each.getValue());
            each.setValue(most);
        }
        return reach;
    }

    private static boolean overlaps(JsonObject span, NavigableMap<Integer, Integer> reach) {
        Map.Entry<Integer, Integer> before = reach.lowerEntry(span.offset("end"));
        return before != null && before.getValue() > span.offset("start");
    }

    private static Details details(Map<String, String> extra) {
        return Details.NONE.withExtra(extra);
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

    private static void add(
            LabelList labels, String name, List<JsonObject> spans, Predicate<JsonObject> plain, String group) {
        for (int i = 0; i < spans.size(); i++) {
            JsonObject span = spans.get(i);
            Map<String, String> extra = new LinkedHashMap<>(span.rest(SPAN));
            extra.remove("kb_id", "\"\"");
            extra.remove("id", "\"\"");
            if (!plain.test(span)) {
                extra.put(GROUP, group);
            }
            labels.add(
                    name + " " + (i + 1),
                    span.offset("start"),
                    span.offset("end"),
                    Optional.empty(),
                    new Label(span.string("label")),
                    details(extra));
        }
    }

    private static boolean saysMore(JsonNode cats, Optional<String> intent) {
        return cats.size() != intent.stream().count()
                || intent.map(name -> cats.path(name).asDouble() != 1).orElse(false);
    }

    private static ObjectNode cats(Optional<String> intent) {
        ObjectNode cats = JsonCorpus.object();
        intent.ifPresent(name -> cats.put(name, 1.0));
        return cats;
    }

    /** The group that a label was read from. */
    private static Optional<String> group(LabelBounds label) {
        return Optional.ofNullable(label.label().details().extra().get(GROUP))
                .map(Json::read)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    /** Not {@code withArray}, which takes some names for paths. */
    private static ArrayNode array(ObjectNode object, String name) {
        return object.get(name) instanceof ArrayNode array ? array : object.putArray(name);
    }

    private static void put(ObjectNode span, LabelBounds label) {
        span.put("start", label.start());
        span.put("end", label.end());
        span.put("label", label.label().label().name());
        JsonCorpus.putRest(span, label.label().details().extra(), PLACED);
    }

    static ObjectNode value(Example whole, OffsetUnit unit, Losses losses) {
        boolean hasTokens = whole.extra().containsKey(TOKENS);
        // What spaCy finds again: one space belongs to the word before it, other white space is a token.
        Tokens words = Tokens.cutAt(whole.text(), bounds(whole));
        List<SpacedTokens.Piece> pieces = SpacedTokens.of(whole.text(), List.of(), words);
        Example example = hasTokens ? whole : onTokens(whole, pieces, losses);
        ObjectNode document = JsonCorpus.object();
        document.put("text", example.text());
        ArrayNode ents = document.putArray("ents");
        ObjectNode groups = JsonCorpus.object();
        for (LabelBounds label : LabelBounds.of(example, unit, false, false)) {
            put(group(label).map(name -> array(groups, name)).orElse(ents).addObject(), label);
        }
        for (LabelBounds label : LabelBounds.ofMarks(example, unit)) {
            ObjectNode span = array(groups, group(label).orElse(OUR_GROUP)).addObject();
            put(span, label);
            span.put("kb_id", "");
        }
        if (!groups.isEmpty()) {
            document.set("spans", groups);
        }
        String scores = example.extra().get(CATS);
        boolean same = scores != null
                && Json.read(scores).isObject()
                && best(Json.read(scores)).equals(example.intent());
        document.set(CATS, same ? Json.read(scores) : cats(example.intent()));
        if (scores != null && !same) {
            losses.count("cats that do not go with the intent");
        }
        if (!hasTokens) {
            words.countCuts(losses);
            Offsets offsets = new Offsets(example.text(), OffsetUnit.CODEPOINT);
            ArrayNode tokens = document.putArray(TOKENS);
            for (SpacedTokens.Piece piece : pieces) {
                ObjectNode token = tokens.addObject();
                token.put("id", tokens.size() - 1);
                token.put("start", offsets.ofStart(piece.start()));
                token.put("end", offsets.ofEnd(piece.end()));
            }
        }
        JsonCorpus.putRest(document, example.extra(), WRITTEN);
        return document;
    }

    static List<Span> bounds(Example example) {
        return example.labels().stream()
                .flatMap(label -> label.pieces().stream())
                .toList();
    }

    /** Labels that begin or end inside white space, where spaCy has no token's end, without that space. */
    static Example onTokens(Example example, List<SpacedTokens.Piece> pieces, Losses losses) {
        Set<Integer> starts = new HashSet<>();
        Set<Integer> ends = new HashSet<>();
        pieces.forEach(piece -> {
            starts.add(piece.start());
            ends.add(piece.end());
        });
        List<Mark> labels = new ArrayList<>();
        boolean isMoved = false;
        for (Mark label : example.labels()) {
            List<Span> fitting = new ArrayList<>();
            for (Span span : label.pieces()) {
                int start = span.start();
                int end = span.end();
                while (start < end && !starts.contains(start)) {
                    start++;
                }
                while (end > start && !ends.contains(end)) {
                    end--;
                }
                if (start < end) {
                    fitting.add(new Span(start, end));
                }
            }
            isMoved |= !fitting.equals(label.pieces());
            if (!fitting.isEmpty()) {
                labels.add(new Mark(fitting, label.label(), label.details()));
            }
        }
        if (!isMoved) {
            return example;
        }
        losses.count("spaces at the ends of spans");
        Mark.Parted parted = Mark.part(labels);
        return example.withAnnotated(new AnnotatedText(example.text(), parted.mentions()))
                .withMarks(parted.marks());
    }
}
