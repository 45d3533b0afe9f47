package io.understudy.generator.surrogate;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Seeds;
import io.understudy.core.Segment;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import io.understudy.core.text.Gender;
import io.understudy.generator.surrogate.Kinds.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Draws each slot by the kind of its label; persons first, because other kinds belong to them. */
final class StandardSurrogates implements Surrogates {

    static final StandardSurrogates RESERVED = new StandardSurrogates(false);
    static final StandardSurrogates PLAUSIBLE = new StandardSurrogates(true);

    /** A kind that gives nothing but surfaces of the same line is left for coined words. */
    private static final int NO_MORE = 40;

    private final Kinds kinds = new Kinds();

    private final boolean plausible;

    private StandardSurrogates(boolean plausible) {
        this.plausible = plausible;
    }

    /** What a slot's name says, without the name's characters. */
    private record Key(Label label, int number) {
        static Key of(Slot slot) {
            return new Key(slot.label(), slot.number());
        }
    }

    @Override
    public Map<String, String> surfaces(Template template, long seed, Veto veto) {
        Map<String, String> surfaces = new HashMap<>();
        drawn(template, seed, veto).forEach((key, surface) -> surfaces.put(key.label() + "_" + key.number(), surface));
        return surfaces;
    }

    @Override
    public AnnotatedText standIn(Template template, long seed, Veto veto) {
        Map<Key, String> surfaces = drawn(template, seed, veto);
        Function<Slot, String> surface = slot -> surfaces.get(Key.of(slot));
        return Articles.agree(template, surface).fill(surface);
    }

    private Map<Key, String> drawn(Template template, long seed, Veto veto) {
        Drawing drawing = new Drawing(seed, veto);
        List<Segment> segments = template.segments();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i) instanceof Slot slot && kinds.kind(slot.label()).person()) {
                drawing.genders.merge(slot.number(), gender(segments, i), Gender::or);
            }
        }
        for (boolean persons : new boolean[] {true, false}) {
            for (int i = 0; i < segments.size(); i++) {
                if (segments.get(i) instanceof Slot slot) {
                    Kind kind = kinds.kind(slot.label());
                    if (kind.person() == persons) {
                        Lead lead = i == 0 ? Lead.OPEN : Lead.after(segments.get(i - 1));
                        drawing.surfaces.computeIfAbsent(Key.of(slot), key -> drawing.draw(slot, kind, lead));
                    }
                }
            }
        }
        return drawing.surfaces;
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

    /** One template, while its slots are drawn. */
    private final class Drawing {
        private final long seed;
        private final Veto veto;
        private final Map<Key, String> surfaces = new HashMap<>();
        private final List<String> used = new ArrayList<>();
        private final Map<Integer, Persona> personas = new HashMap<>();
        private final Map<Integer, Gender> genders = new HashMap<>();

        private Drawing(long seed, Veto veto) {
            this.seed = seed;
            this.veto = veto;
        }

        private String draw(Slot slot, Kind kind, Lead lead) {
            Look look = Look.of(slot.shape());
            long own = Seeds.derive(seed, kind.seed() + slot.number());
            long place = Seeds.derive(seed, slot.number());
            for (int effort = 0; ; effort++) {
                SplittableRandom random = Seeds.random(own, effort);
                Persona persona = kind.personal() ? persona(slot, kind, effort, random) : Persona.NOBODY;
                Wish wish = new Wish(look, effort, random, persona, place, lead, plausible, Optional.empty());
                String surface = effort < NO_MORE ? kind.source().draw(wish) : Coined.words(2, random);
                boolean mayPass = effort >= Wish.MAX_EFFORT || !veto.refuses(slot, surface);
                if (mayPass && isNew(surface)) {
                    used.add(surface);
                    if (kind.personal()) {
                        personas.putIfAbsent(slot.number(), persona);
                    }
                    return surface;
                }
            }
        }

        private boolean isNew(String surface) {
            for (String other : used) {
                if (other.equalsIgnoreCase(surface)) {
                    return false;
                }
            }
            return true;
        }

        /** Two labels that name persons (artist, owner) name two. */
        private Persona persona(Slot slot, Kind kind, int effort, SplittableRandom random) {
            Persona known = personas.get(slot.number());
            return known == null || kind.person() || effort >= Wish.RELAXED
                    ? Persona.draw(random, Traits.of(genders.getOrDefault(slot.number(), Gender.UNKNOWN)))
                    : known;
        }
    }
}
