package io.understudy.templates.induction;

import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Segment;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Shape;
import io.understudy.core.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * The slots of a template in order, without the words between them.
 *
 * @param slots without their shapes
 */
record Frame(List<Slot> slots) {

    /** A frame and its phrases: one before each slot and one at the end, so one more than slots. */
    record Filled(Frame frame, List<List<String>> phrases) {}

    static Filled of(Template template) {
        List<Slot> slots = new ArrayList<>();
        List<List<String>> phrases = new ArrayList<>();
        String literal = "";
        for (Segment segment : template.segments()) {
            if (segment instanceof Literal words) {
                literal = words.text();
            } else if (segment instanceof Slot slot) {
                phrases.add(Joined.words(literal, !slots.isEmpty(), true));
                slots.add(new Slot(slot.label(), slot.number(), slot.details(), Shape.UNKNOWN));
                literal = "";
            }
        }
        phrases.add(Joined.words(literal, !slots.isEmpty(), false));
        return new Filled(new Frame(List.copyOf(slots)), List.copyOf(phrases));
    }

    /** What stands on both sides of a phrase: a slot without its number, or an end of the text. */
    record Place(String before, String after) {}

    Place place(int phrase) {
        return new Place(
                phrase == 0 ? "" : kind(slots.get(phrase - 1)), phrase == slots.size() ? "" : kind(slots.get(phrase)));
    }

    /** Label, role and group of a slot. */
    static String kind(Slot slot) {
        return kind(slot.label(), slot.details());
    }

    static String kind(Label label, Details details) {
        String role = details.role().map(name -> "\u0000" + name).orElse("");
        String group = details.group().map(name -> "\u0001" + name).orElse("");
        return label.name() + role + group;
    }

    @Override
    public String toString() {
        StringBuilder form = new StringBuilder();
        for (Slot slot : slots) {
            form.append('{')
                    .append(kind(slot))
                    .append('_')
                    .append(slot.number())
                    .append('}');
        }
        return form.toString();
    }
}
