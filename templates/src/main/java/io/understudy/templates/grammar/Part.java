package io.understudy.templates.grammar;

import io.understudy.core.Label;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of a persona or place.
 *
 * @param name as it is written behind the dot; in upper case it is any label's surrogate
 * @param label what its mention is labelled
 */
public record Part(String name, Label label) {

    /** The parts that have names of their own. */
    private static final List<Part> KNOWN = List.of(
            new Part("name", Label.PERSON),
            new Part("first", Label.PERSON),
            new Part("last", Label.PERSON),
            new Part("title", Label.TITLE),
            new Part("email", Label.EMAIL),
            new Part("phone", Label.PHONE),
            new Part("username", Label.USERNAME),
            new Part("job", Label.JOB),
            new Part("age", Label.AGE),
            new Part("company", Label.ORGANIZATION),
            new Part("street", Label.STREET),
            new Part("address", Label.ADDRESS),
            new Part("city", Label.CITY),
            new Part("state", Label.STATE),
            new Part("postcode", Label.POSTCODE),
            new Part("country", Label.COUNTRY));

    /** The names that are known; any name in upper case is a label. */
    public static List<String> names() {
        return KNOWN.stream().map(Part::name).toList();
    }

    /** Empty where there is no such part. */
    public static Optional<Part> of(String name) {
        Optional<Part> known =
                KNOWN.stream().filter(part -> part.name.equals(name)).findFirst();
        boolean label =
                !name.isEmpty() && name.equals(name.toUpperCase(Locale.ROOT)) && Character.isLetter(name.charAt(0));
        return known.isPresent() || !label ? known : Optional.of(new Part(name, new Label(name)));
    }
}
