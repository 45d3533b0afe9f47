package io.understudy.generator.surrogate;

import io.understudy.core.Label;
import io.understudy.core.Segment;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import io.understudy.core.text.Gender;
import io.understudy.generator.surrogate.Kinds.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of filling a template does not depend on chance; read once, then filled many times. Immutable. */
final class Layout {

    /**
     * A slot to draw for.
     *
     * @param lead what the word before its first occurrence asks for
     * @param gender what the words around say of the person of its number
     */
    record Part(Slot slot, Kind kind, Look look, Lead lead, Gender gender) {

        /** Persons first, then organizations, because other kinds belong to them. */
        private int rank() {
            return kind.person() ? 0 : kind.isOrganization() ? 1 : 2;
        }
    }

    /** Layouts of the templates met lately, by identity. A race costs a layout made twice: they are equal. */
    private static final Layout[] MET = new Layout[1 << 12];

    private final Template template;
    private final List<Part> parts;
    private final int[] partOf;

    private record Key(Label label, int number) {}

    private Layout(Template template) {
        this.template = template;
        List<Segment> segments = template.segments();
        Map<Integer, Gender> genders = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i) instanceof Slot slot
                    && Kinds.STANDARD.kind(slot.label()).person()) {
                genders.merge(slot.number(), gender(segments, i), Gender::or);
            }
        }
        Map<Key, Part> byKey = new HashMap<>();
        List<Part> distinct = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i) instanceof Slot slot) {
                Part part = new Part(
                        slot,
                        Kinds.STANDARD.kind(slot.label()),
                        Look.of(slot.shape()),
                        i == 0 ? Lead.OPEN : Lead.after(segments.get(i - 1)),
                        genders.getOrDefault(slot.number(), Gender.UNKNOWN));
                if (byKey.putIfAbsent(key(slot), part) == null) {
                    distinct.add(part);
                }
            }
        }
        distinct.sort(Comparator.comparingInt(Part::rank));
        this.parts = List.copyOf(distinct);
        this.partOf = new int[segments.size()];
        for (int i = 0; i < partOf.length; i++) {
            partOf[i] = segments.get(i) instanceof Slot slot ? distinct.indexOf(byKey.get(key(slot))) : -1;
        }
    }

    @SuppressWarnings("ReferenceEquality") // Comparing two templates would take longer than reading one.
    static Layout of(Template template) {
        int place = System.identityHashCode(template) & (MET.length - 1);
        Layout met = MET[place];
        if (met == null || met.template != template) {
            met = new Layout(template);
            MET[place] = met;
        }
        return met;
    }

    private static Key key(Slot slot) {
        return new Key(slot.label(), slot.number());
    }

    /** Each slot once, in the order in which they are to be drawn. */
    List<Part> parts() {
        return parts;
    }

    /** Index of the part that fills a segment, or -1 for a literal. */
    int partOf(int segment) {
        return partOf[segment];
    }

    /** What the words around say of the person that is named here. */
    private static Gender gender(List<Segment> segments, int at) {
        Gender before = at > 0 && segments.get(at - 1) instanceof Literal literal
                ? Cue.of(literal.text()).of()
                : Gender.UNKNOWN;
        return before.or(
                at + 1 < segments.size() && segments.get(at + 1) instanceof Literal literal
                        ? Cue.of(literal.text()).before()
                        : Gender.UNKNOWN);
    }
}
