package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a tool writes spans down in JSON: a list of objects, and which key of an object says what. Other keys of a span
 * are its details, in formats that are free to say more: those of JSONL under their names there, unknown ones as read.
 */
final class SpanShape {

    /** What a key says of its span. */
    enum Says {
        /** Offset in the file's unit. */
        START,
        END,
        LABEL,
        /** What the span covers; checked where it is there. */
        SURFACE,
        /** Number of the word in which it begins; written only. */
        FIRST_WORD,
        /** Number of the word in which it ends; written only. */
        LAST_WORD
    }

    private static final Set<String> DETAILS = Set.of("entity", "role", "group", "value");

    private final String list;
    private final String noun;
    private final boolean open;
    private final Map<Says, String> keys;

    /**
     * @param list key of the list
     * @param noun how messages name a member
     */
    SpanShape(String list, String noun) {
        this(list, noun, true, Map.of());
    }

    private SpanShape(String list, String noun, boolean open, Map<Says, String> keys) {
        this.list = list;
        this.noun = noun;
        this.open = open;
        this.keys = Collections.unmodifiableMap(keys);
    }

    /** One whose spans say nothing more: the tool does not load what has other keys. */
    static SpanShape closed(String list, String noun) {
        return new SpanShape(list, noun, false, Map.of());
    }

    /** With one more key; they are written in the order in which they are given here. */
    SpanShape key(String key, Says says) {
        Map<Says, String> more = new LinkedHashMap<>(keys);
        more.put(says, key);
        return new SpanShape(list, noun, open, more);
    }

    /** The list's key. */
    String list() {
        return list;
    }

    /**
     * The spans of an object.
     *
     * @param dropped where other keys of spans are counted that are closed
     * @throws IllegalArgumentException as {@link LabelList#of} does
     */
    Mark.Parted read(JsonObject owner, String text, OffsetUnit unit, Dropped dropped) {
        LabelList labels = new LabelList(unit);
        List<JsonObject> spans = owner.objects(list);
        for (int i = 0; i < spans.size(); i++) {
            JsonObject span = spans.get(i);
            labels.add(
                    noun + " " + (i + 1),
                    span.offset(keys.get(Says.START)),
                    span.offset(keys.get(Says.END)),
                    Optional.ofNullable(keys.get(Says.SURFACE)).flatMap(span::optionalString),
                    new Label(span.string(keys.get(Says.LABEL))),
                    open ? details(span) : Details.NONE);
            if (!open) {
                dropped.keys(span, "spans", keys.values());
            }
        }
        return labels.of(text);
    }

    /** Puts the spans of an example, those over each other too, into an object. */
    void put(ObjectNode owner, Example example, OffsetUnit unit) {
        ArrayNode spans = owner.putArray(list);
        Optional<Tokens> words = keys.containsKey(Says.FIRST_WORD)
                ? Optional.of(Tokens.of(example.text(), List.of()))
                : Optional.empty();
        for (LabelBounds label : LabelBounds.of(example, unit, true, false)) {
            ObjectNode span = spans.addObject();
            keys.forEach((says, key) -> {
                switch (says) {
                    case START -> span.put(key, label.start());
                    case END -> span.put(key, label.end());
                    case LABEL -> span.put(key, label.label().label().name());
                    case SURFACE -> span.put(key, label.surface(example.text()));
                    case FIRST_WORD ->
                        span.put(
                                key,
                                before(words.orElseThrow().from(label.label().start() + 1)));
                    case LAST_WORD ->
                        span.put(
                                key,
                                before(words.orElseThrow().from(label.label().end())));
                }
            });
            Details details = open ? label.label().details() : Details.NONE;
            details.entity().ifPresent(name -> span.put("entity", name));
            details.role().ifPresent(name -> span.put("role", name));
            details.group().ifPresent(name -> span.put("group", name));
            details.value().ifPresent(name -> span.put("value", name));
            JsonCorpus.putRest(span, details.extra(), known());
        }
    }

    /** The whole word's number where a span begins or ends inside of one. */
    private static int before(int word) {
        return Math.max(0, word - 1);
    }

    private Details details(JsonObject span) {
        Map<String, String> extra = span.rest(known());
        List<Optional<String>> ours = new ArrayList<>();
        for (String key : List.of("entity", "role", "group", "value")) {
            ours.add(span.optionalString(key));
        }
        boolean bare = extra.isEmpty() && ours.stream().allMatch(Optional::isEmpty);
        return bare ? Details.NONE : new Details(ours.get(0), ours.get(1), ours.get(2), ours.get(3), extra);
    }

    private Set<String> known() {
        Set<String> known = new LinkedHashSet<>(DETAILS);
        known.addAll(keys.values());
        return known;
    }
}
