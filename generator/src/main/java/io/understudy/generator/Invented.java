package io.understudy.generator;

import io.understudy.core.AnnotatedText;
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
import io.understudy.templates.grammar.language.Utterance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Invents what a derivation leaves open. All of it comes from one template, with the derivation's own words around its
 * slots, so that a name fits the word before it ("my uncle", "Mrs."). The parts of an instance have one number, so that
 * the surrogates make them agree; first and last name are cut from the whole one.
 */
public record Invented(Surrogates surrogates) {

    private static final Shape NAME = new Shape("Xx Xx");
    private static final Shape WORD = new Shape("Xx");

    private static final Map<Label, Shape> SHAPES = Map.of(
            Label.PERSON, NAME, Label.ORGANIZATION, NAME, Label.CITY, WORD, Label.STATE, WORD, Label.COUNTRY, WORD);

    /** Stands where something is open; a noncharacter of Unicode, which no text of a grammar holds. */
    private static final String GAP = "\uFDD1";

    /** The derivation with all that was open invented, from one seed. */
    public AnnotatedText text(Utterance utterance, long seed, Surrogates.Veto veto) {
        List<Open> opens = utterance.opens();
        if (opens.isEmpty()) {
            return utterance.text();
        }
        Map<String, Integer> numbers = new HashMap<>();
        opens.forEach(open -> numbers.putIfAbsent(open.instance(), numbers.size() + 1));
        Map<String, String> surfaces = surrogates.surfaces(template(utterance, opens, numbers), seed, veto);
        return utterance.text(open -> part(
                open.part(),
                surfaces.get(slot(open, numbers.get(open.instance())).name())));
    }

    private static Template template(Utterance utterance, List<Open> opens, Map<String, Integer> numbers) {
        String[] literals = utterance.text(open -> GAP).text().split(GAP, -1);
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < literals.length; i++) {
            if (!literals[i].isEmpty()) {
                segments.add(new Literal(literals[i]));
            }
            if (i < opens.size()) {
                segments.add(slot(opens.get(i), numbers.get(opens.get(i).instance())));
            }
        }
        return new Template(segments);
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
