package io.understudy.generator;

import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Segment;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Shape;
import io.understudy.core.Template;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.templates.grammar.Expression.Open;
import io.understudy.templates.grammar.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Invents what a derivation leaves open. All of it comes from one template, in which the parts of an instance have one
 * number, so that the surrogates make them agree; first and last name are cut from the whole one.
 */
public record Invented(Surrogates surrogates) {

    private static final Shape NAME = new Shape("Xx Xx");
    private static final Shape WORD = new Shape("Xx");

    private static final Map<Label, Shape> SHAPES = Map.of(
            Label.PERSON, NAME, Label.ORGANIZATION, NAME, Label.CITY, WORD, Label.STATE, WORD, Label.COUNTRY, WORD);

    /** Between slots: no word that would ask for a certain form behind it. */
    private static final Literal BETWEEN = new Literal("\n");

    /** The surface of each of the open parts, all together, from one seed. */
    public Function<Open, String> surfaces(List<Open> opens, long seed, Surrogates.Veto veto) {
        if (opens.isEmpty()) {
            return open -> {
                throw new IllegalArgumentException("nothing was open");
            };
        }
        Map<String, Integer> numbers = new HashMap<>();
        List<Segment> segments = new ArrayList<>();
        for (Open open : opens) {
            int number = numbers.computeIfAbsent(open.instance(), instance -> numbers.size() + 1);
            if (!segments.isEmpty()) {
                segments.add(BETWEEN);
            }
            segments.add(slot(open, number));
        }
        Map<String, String> surfaces = surrogates.surfaces(new Template(segments), seed, veto);
        return open -> part(
                open.part(),
                surfaces.get(slot(open, numbers.get(open.instance())).name()));
    }

    private static Slot slot(Open open, int number) {
        Label label = open.part().label();
        return new Slot(label, number, Details.NONE, SHAPES.getOrDefault(label, Shape.UNKNOWN));
    }

    private static String part(Part part, String surface) {
        int space = surface.indexOf(' ');
        if (space < 0) {
            return surface;
        }
        return switch (part.name()) {
            case "first" -> surface.substring(0, space);
            case "last" -> surface.substring(space + 1);
            default -> surface;
        };
    }
}
