package io.understudy.generator.surrogate;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Seeds;
import io.understudy.core.Segment;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import io.understudy.generator.surrogate.Layout.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws each slot by the kind of its label; persons and organizations first, because other kinds belong to them. */
final class StandardSurrogates implements Surrogates {

    static final StandardSurrogates RESERVED = new StandardSurrogates(false);
    static final StandardSurrogates PLAUSIBLE = new StandardSurrogates(true);

    /** A kind that gives nothing but surfaces of the same line is left for coined words. */
    private static final int NO_MORE = 40;

    private final boolean plausible;

    private StandardSurrogates(boolean plausible) {
        this.plausible = plausible;
    }

    @Override
    public Map<String, String> surfaces(Template template, long seed, Veto veto) {
        Layout layout = Layout.of(template);
        String[] drawn = new Drawing(layout, seed, veto).draw();
        Map<String, String> surfaces = new HashMap<>();
        for (int i = 0; i < drawn.length; i++) {
            surfaces.put(layout.parts().get(i).slot().name(), drawn[i]);
        }
        return surfaces;
    }

    @Override
    public AnnotatedText standIn(Template template, long seed, Veto veto) {
        Layout layout = Layout.of(template);
        String[] drawn = new Drawing(layout, seed, veto).draw();
        AnnotatedText.Builder out = AnnotatedText.builder();
        List<Segment> segments = template.segments();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i) instanceof Slot slot) {
                out.append(drawn[layout.partOf(i)], slot.label(), slot.details());
            } else if (segments.get(i) instanceof Literal literal) {
                boolean beforeSlot = i + 1 < segments.size();
                out.append(beforeSlot ? Articles.agree(literal.text(), drawn[layout.partOf(i + 1)]) : literal.text());
            }
        }
        return out.build();
    }

    /** One template, while its slots are drawn. */
    private final class Drawing {
        private final Layout layout;
        private final long seed;
        private final Veto veto;
        private final String[] surfaces;
        private final Map<Integer, Persona> personas = new HashMap<>();

        private Drawing(Layout layout, long seed, Veto veto) {
            this.layout = layout;
            this.seed = seed;
            this.veto = veto;
            this.surfaces = new String[layout.parts().size()];
        }

        /** In the order of the layout's parts. */
        private String[] draw() {
            for (int i = 0; i < surfaces.length; i++) {
                surfaces[i] = draw(layout.parts().get(i), i);
            }
            return surfaces;
        }

        private String draw(Part part, int drawn) {
            Slot slot = part.slot();
            long own = Seeds.derive(seed, part.kind().seed() + slot.number());
            long place = Seeds.derive(seed, slot.number());
            String host = host(part, drawn);
            for (int effort = 0; ; effort++) {
                SplittableRandom random = Seeds.random(own, effort);
                Persona persona = part.kind().personal() ? persona(part, effort, random) : Persona.NOBODY;
                Wish wish = new Wish(
                        part.look(), effort, random, persona, place, part.lead(), host, plausible, Optional.empty());
                String surface = effort < NO_MORE ? part.kind().source().draw(wish) : Coined.words(2, random);
                boolean mayPass = effort >= Wish.MAX_EFFORT || !veto.refuses(slot, surface);
                if (mayPass && isNew(surface, drawn)) {
                    if (part.kind().personal()) {
                        personas.putIfAbsent(slot.number(), persona);
                    }
                    return surface;
                }
            }
        }

        /** What the organization of the same number is called on the net. */
        private String host(Part part, int drawn) {
            for (int i = 0; i < drawn && Hosts.KINDS.contains(part.kind().name()); i++) {
                Part other = layout.parts().get(i);
                if (other.kind().isOrganization()
                        && other.slot().number() == part.slot().number()) {
                    return Hosts.slug(surfaces[i]);
                }
            }
            return "";
        }

        private boolean isNew(String surface, int drawn) {
            for (int i = 0; i < drawn; i++) {
                if (surfaces[i].equalsIgnoreCase(surface)) {
                    return false;
                }
            }
            return true;
        }

        /** Two labels that name persons (artist, owner) name two. */
        private Persona persona(Part part, int effort, SplittableRandom random) {
            Persona known = personas.get(part.slot().number());
            return known == null || part.kind().person() || effort >= Wish.RELAXED
                    ? Persona.draw(random, Traits.of(part.gender()))
                    : known;
        }
    }
}
