package io.understudy.core;

import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with its mentions taken out: {@code {PERSON_1} lives in {CITY_1}.} The dual of {@link AnnotatedText}. It holds
 * no surface of a mention, only how each looked ({@link Shape}); what was not labelled stays in its literals.
 *
 * @param segments literals never follow each other
 */
public record Template(List<Segment> segments) {

    private static final int USUAL_LENGTH = 120;

    /** A number of more digits is nobody's. */
    private static final Pattern SLOT = Pattern.compile("([^{}]+)_([1-9][0-9]{0,8})");

    /**
     * @throws IllegalArgumentException if two literals follow each other: two spellings of one template would differ
     */
    public Template {
        segments = List.copyOf(segments);
        for (int i = 1; i < segments.size(); i++) {
            if (segments.get(i) instanceof Literal && segments.get(i - 1) instanceof Literal) {
                throw new IllegalArgumentException("two literals follow each other");
            }
        }
    }

    /**
     * Takes the mentions out. Mentions of one entity share a slot; where no entity is known, mentions of one label with
     * the same surface do. Slots are numbered per label in order of first appearance. Role and group stay; entity,
     * canonical value and unknown keys go, because they say whom the mention names.
     */
    public static Template of(AnnotatedText annotated) {
        List<Segment> segments = new ArrayList<>(2 * annotated.mentions().size() + 1);
        Map<Label, Integer> used = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        int at = 0;
        for (Mention mention : annotated.mentions()) {
            if (mention.start() > at) {
                segments.add(new Literal(annotated.text().substring(at, mention.start())));
            }
            String surface = annotated.surface(mention);
            Label label = mention.label();
            Optional<String> entity = mention.details().entity();
            String referent = label.name() + (entity.isPresent() ? "\u0000e" + entity.get() : "\u0000s" + surface);
            Integer number = numbers.get(referent);
            if (number == null) {
                number = used.merge(label, 1, Integer::sum);
                numbers.put(referent, number);
            }
            segments.add(new Slot(label, number, mention.details().usage(), Shape.of(surface)));
            at = mention.end();
        }
        if (at < annotated.text().length()) {
            segments.add(new Literal(annotated.text().substring(at)));
        }
        return new Template(segments);
    }

    /**
     * Reads the written form that {@link #toString} gives: {@code {PERSON_1} lives in {CITY_1}.} A backslash makes the
     * next character literal. Roles, groups and shapes are not written, so they are not read.
     *
     * @throws IllegalArgumentException if it is not one; the message gives the column (1-based, UTF-16)
     */
    public static Template parse(String form) {
        List<Segment> segments = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int at = 0; at < form.length(); at++) {
            char c = form.charAt(at);
            if (c == '\\' && at + 1 < form.length()) {
                literal.append(form.charAt(++at));
            } else if (c == '{') {
                int close = form.indexOf('}', at);
                Matcher slot = SLOT.matcher(close < 0 ? "" : form.substring(at + 1, close));
                if (!slot.matches()) {
                    throw new IllegalArgumentException("column " + (at + 1)
                            + ": '{' does not begin a slot such as {PERSON_1}; write \\{ for a brace of the text");
                }
                if (!literal.isEmpty()) {
                    segments.add(new Literal(literal.toString()));
                    literal.setLength(0);
                }
                segments.add(new Slot(new Label(slot.group(1)), Integer.parseInt(slot.group(2))));
                at = close;
            } else if (c == '}' || c == '\\') {
                throw new IllegalArgumentException(
                        "column " + (at + 1) + ": '" + c + "' stands alone; write \\" + c + " for one of the text");
            } else {
                literal.append(c);
            }
        }
        if (!literal.isEmpty()) {
            segments.add(new Literal(literal.toString()));
        }
        return new Template(segments);
    }

    /** Slots in order; a slot that occurs twice is listed twice, each time with the shape it has there. */
    public List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment instanceof Slot slot) {
                slots.add(slot);
            }
        }
        return slots;
    }

    /** Each slot name once, in order of first appearance, with its first slot. */
    public Map<String, Slot> distinctSlots() {
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (Segment segment : segments) {
            if (segment instanceof Slot slot) {
                slots.putIfAbsent(slot.name(), slot);
            }
        }
        return slots;
    }

    public boolean hasSlots() {
        for (Segment segment : segments) {
            if (segment instanceof Slot) {
                return true;
            }
        }
        return false;
    }

    /**
     * Puts surfaces in; offsets arise here.
     *
     * @param surfaces gives each slot a non-empty surface; asked once per occurrence
     */
    public AnnotatedText fill(Function<Slot, String> surfaces) {
        AnnotatedText.Builder builder = AnnotatedText.builder();
        for (Segment segment : segments) {
            if (segment instanceof Slot slot) {
                builder.append(surfaces.apply(slot), slot.label(), slot.details());
            } else if (segment instanceof Literal literal) {
                builder.append(literal.text());
            }
        }
        return builder.build();
    }

    /**
     * The written form, {@code {PERSON_1} lives in {CITY_1}.}; a brace or backslash of the text is escaped with a
     * backslash.
     */
    @Override
    public String toString() {
        StringBuilder form = new StringBuilder(USUAL_LENGTH);
        for (Segment segment : segments) {
            if (segment instanceof Slot slot) {
                form.append('{')
                        .append(slot.label().name())
                        .append('_')
                        .append(slot.number())
                        .append('}');
            } else if (segment instanceof Literal literal) {
                escape(literal.text(), form);
            }
        }
        return form.toString();
    }

    private static void escape(String text, StringBuilder form) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '}' || c == '\\') {
                form.append(text, written, i).append('\\');
                written = i;
            }
        }
        form.append(text, written, text.length());
    }
}
