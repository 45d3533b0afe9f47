package io.understudy.core.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A span as the file has it.
 *
 * @param number its place in the file's list, from 1; how messages name it
 * @param start in the file's unit
 * @param end in the file's unit
 */
public record FileSpan(int number, int start, int end, Label label, Details details) {

    private static final JsonFactory FACTORY = Json.factory();

    static FileSpan read(JsonParser json, Utf8Lines lines, int number) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw lines.wrong("span " + number + " is " + Json.kind(json.currentToken())
                    + "; expected an object such as {\"start\":0,\"end\":3,\"label\":\"CITY\"}");
        }
        int start = -1;
        int end = -1;
        Optional<String> label = Optional.empty();
        Optional<String> entity = Optional.empty();
        Optional<String> role = Optional.empty();
        Optional<String> group = Optional.empty();
        Optional<String> value = Optional.empty();
        Json.Keys keys = new Json.Keys(lines, json, "spans[" + number + "].");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "start" -> start = keys.first(0).offset();
                case "end" -> end = keys.first(1).offset();
                case "label" -> label = Optional.of(keys.first(2).string());
                case "entity" -> entity = keys.first(3).optionalString();
                case "role" -> role = keys.first(4).optionalString();
                case "group" -> group = keys.first(5).optionalString();
                case "value" -> value = keys.first(6).optionalString();
                default -> keys.unknown();
            }
        }
        keys.require(0, "start");
        keys.require(1, "end");
        keys.require(2, "label");
        Map<String, String> extra = keys.extra();
        boolean bare = entity.isEmpty() && role.isEmpty() && group.isEmpty() && value.isEmpty() && extra.isEmpty();
        return new FileSpan(
                number,
                start,
                end,
                new Label(label.orElseThrow()),
                bare ? Details.NONE : new Details(entity, role, group, value, extra));
    }

    /** @throws IllegalArgumentException if spans are empty, overlap, leave the text or cut a character */
    public static AnnotatedText annotate(String text, List<FileSpan> spans, OffsetUnit unit) {
        if (spans.isEmpty()) {
            return AnnotatedText.plain(text);
        }
        List<FileSpan> inOrder = new ArrayList<>(spans);
        inOrder.sort(Comparator.comparingInt(FileSpan::start).thenComparingInt(FileSpan::end));
        Offsets offsets = new Offsets(text, unit);
        List<Mention> mentions = new ArrayList<>(spans.size());
        FileSpan previous = inOrder.get(0);
        for (FileSpan span : inOrder) {
            if (span.end <= span.start) {
                throw new IllegalArgumentException(span + " is empty; expected end > start");
            }
            int start = offsets.start(span.start);
            int end = offsets.end(span.end);
            if (start == Offsets.OUTSIDE || end == Offsets.OUTSIDE) {
                throw new IllegalArgumentException(
                        "%s ends outside the text, which has %d %s".formatted(span, offsets.length(), unit.words()));
            }
            if (start == Offsets.INSIDE || end == Offsets.INSIDE || cutsPair(text, start) || cutsPair(text, end)) {
                throw new IllegalArgumentException(
                        span + " cuts a character in two; are its offsets in " + unit.words() + "? --offsets says so");
            }
            if (span.number != previous.number && span.start < previous.end) {
                throw new IllegalArgumentException(previous + " and " + span + " overlap");
            }
            mentions.add(new Mention(new Span(start, end), span.label, span.details));
            previous = span;
        }
        return new AnnotatedText(text, mentions);
    }

    /**
     * Labels that may lie over other ones or have several pieces.
     *
     * @throws IllegalArgumentException if one is empty, leaves the text or cuts a character
     */
    static List<Mark> marks(String text, List<FileSpan> spans, OffsetUnit unit) throws IOException {
        List<Mark> marks = new ArrayList<>(spans.size());
        for (FileSpan span : spans) {
            Map<String, String> extra = new LinkedHashMap<>(span.details.extra());
            String pieces = extra.remove("pieces");
            Details known = span.details;
            Details details = pieces == null
                    ? known
                    : new Details(known.entity(), known.role(), known.group(), known.value(), extra);
            List<Span> places = new ArrayList<>();
            for (int[] piece : pieces == null ? List.of(new int[] {span.start, span.end}) : span.pieces(pieces)) {
                FileSpan one = new FileSpan(span.number, piece[0], piece[1], span.label, Details.NONE);
                places.add(annotate(text, List.of(one), unit).mentions().get(0).span());
            }
            marks.add(new Mark(places, span.label, details));
        }
        return marks;
    }

    /**
     * Labels of a file that may lie over each other: mentions as far as they are apart, and marks.
     *
     * @throws IllegalArgumentException if one is empty, leaves the text or cuts a character
     */
    public static Mark.Parted part(String text, List<FileSpan> spans, OffsetUnit unit) {
        List<Mark> marks = new ArrayList<>(spans.size());
        for (FileSpan span : spans) {
            annotate(text, List.of(span), unit).mentions().forEach(mention -> marks.add(Mark.of(mention)));
        }
        return Mark.part(marks);
    }

    private List<int[]> pieces(String json) throws IOException {
        List<int[]> pieces = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            boolean fits = parser.nextToken() == JsonToken.START_ARRAY;
            while (fits && parser.nextToken() == JsonToken.START_ARRAY) {
                int from = parser.nextIntValue(-1);
                int to = parser.nextIntValue(-1);
                fits = from >= 0 && to >= 0 && parser.nextToken() == JsonToken.END_ARRAY;
                pieces.add(new int[] {from, to});
            }
            if (!fits || pieces.isEmpty() || parser.currentToken() != JsonToken.END_ARRAY) {
                throw new IllegalArgumentException(
                        "'pieces' of " + this + " is no list of pairs; expected such as [[0,3],[8,12]]");
            }
        }
        return pieces;
    }

    /** As messages name it: {@code span 2 (CITY 4..8)}. */
    @Override
    public String toString() {
        return "span " + number + " (" + label + " " + start + ".." + end + ")";
    }

    private static boolean cutsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
