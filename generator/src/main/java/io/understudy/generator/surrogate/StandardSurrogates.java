package io.understudy.generator.surrogate;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Seeds;
import io.understudy.core.Segment;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import io.understudy.generator.surrogate.Kinds.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Draws each slot by the kind of its label; persons first, because other kinds belong to them. */
final class StandardSurrogates implements Surrogates {

    static final StandardSurrogates SHARED = new StandardSurrogates();

    /** A kind that gives nothing but surfaces of the same line is left for coined words. */
    private static final int NO_MORE = 40;

    private final Kinds kinds = new Kinds();

    private StandardSurrogates() {}

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
        Map<Key, String> surfaces = new HashMap<>();
        Set<String> used = new HashSet<>();
        Map<Integer, Persona> personas = new HashMap<>();
        List<Segment> segments = template.segments();
        for (boolean persons : new boolean[] {true, false}) {
            for (int i = 0; i < segments.size(); i++) {
                if (segments.get(i) instanceof Slot slot) {
                    Kind kind = kinds.kind(slot.label());
                    if (kind.person() == persons) {
                        Lead lead = i == 0 ? Lead.OPEN : Lead.after(segments.get(i - 1));
                        surfaces.computeIfAbsent(
                                Key.of(slot), key -> draw(slot, kind, lead, seed, veto, used, personas));
                    }
                }
            }
        }
        return surfaces;
    }

    private static String draw(
            Slot slot, Kind kind, Lead lead, long seed, Veto veto, Set<String> used, Map<Integer, Persona> personas) {
        Look look = Look.of(slot.shape());
        long own = Seeds.derive(seed, kind.seed() + slot.number());
        for (int effort = 0; ; effort++) {
            SplittableRandom random = Seeds.random(own, effort);
            Persona persona = personas.get(slot.number());
            // Two labels that name persons (artist, owner) name two.
            if (persona == null || kind.person() || effort >= Wish.RELAXED) {
                persona = Persona.draw(random);
            }
            Wish wish = new Wish(look, effort, random, persona, lead);
            String surface = effort < NO_MORE ? kind.source().draw(wish) : Coined.words(2, random);
            boolean mayPass = effort >= Wish.MAX_EFFORT || !veto.refuses(slot, surface);
            if (mayPass && used.add(surface.toLowerCase(Locale.ROOT))) {
                if (kind.person()) {
                    personas.putIfAbsent(slot.number(), persona);
                }
                return surface;
            }
        }
    }
}
