package io.understudy.generator.surrogate;

import io.understudy.core.Seeds;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws each slot by the kind of its label; persons first, because other kinds belong to them. */
final class StandardSurrogates implements Surrogates {

    static final StandardSurrogates SHARED = new StandardSurrogates();

    /** A kind that gives nothing but surfaces of the same line is left for coined words. */
    private static final int NO_MORE = 40;

    private final Kinds kinds = new Kinds();

    private StandardSurrogates() {}

    @Override
    public Map<String, String> surfaces(Template template, long seed, Veto veto) {
        Map<String, Slot> slots = template.distinctSlots();
        Map<String, String> surfaces = new HashMap<>();
        Set<String> used = new HashSet<>();
        Map<Integer, Persona> personas = new HashMap<>();
        Map<String, Lead> leads = Lead.of(template);
        for (boolean persons : new boolean[] {true, false}) {
            slots.forEach((name, slot) -> {
                if (kinds.isPerson(slot.label()) == persons) {
                    surfaces.put(name, draw(slot, leads.get(name), seed, veto, used, personas));
                }
            });
        }
        return surfaces;
    }

    private String draw(Slot slot, Lead lead, long seed, Veto veto, Set<String> used, Map<Integer, Persona> personas) {
        Source source = kinds.of(slot.label());
        boolean person = kinds.isPerson(slot.label());
        Look look = Look.of(slot.shape());
        long own = Seeds.derive(seed, Seeds.hash(slot.label().name()) + slot.number());
        for (int effort = 0; ; effort++) {
            SplittableRandom random = Seeds.random(own, effort);
            Persona persona = personas.get(slot.number());
            // Two labels that name persons (artist, owner) name two.
            if (persona == null || person || effort >= Wish.RELAXED) {
                persona = Persona.draw(random);
            }
            Wish wish = new Wish(look, effort, random, persona, lead);
            String surface = effort < NO_MORE ? source.draw(wish) : Coined.words(2, random);
            boolean mayPass = effort >= Wish.MAX_EFFORT || !veto.refuses(slot, surface);
            if (mayPass && used.add(surface.toLowerCase(Locale.ROOT))) {
                if (person) {
                    personas.putIfAbsent(slot.number(), persona);
                }
                return surface;
            }
        }
    }
}
