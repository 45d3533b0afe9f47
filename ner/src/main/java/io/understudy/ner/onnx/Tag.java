package io.understudy.ner.onnx;

import io.understudy.core.Label;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One of a model's tags: outside, or a position in a mention of a label. Reads BIO, IOB1, BILOU, BIOES and bare labels.
 *
 * @param position where in a mention
 * @param label none for {@link Position#OUTSIDE}
 */
record Tag(Position position, Optional<Label> label) {

    /** Where in a mention a word stands. */
    enum Position {
        OUTSIDE,
        /** Begins a mention, whatever stands before. */
        BEGIN,
        /** Goes on with a mention of its label, or begins one where there is none. */
        INSIDE,
        /** As {@link #INSIDE}, and ends the mention. */
        LAST,
        /** A whole mention. */
        SINGLE
    }

    static final Tag NONE = new Tag(Position.OUTSIDE, Optional.empty());

    /** Names that published models use for what the house calls otherwise. */
    private static final Map<String, Label> HOUSE_NAMES = Map.ofEntries(
            Map.entry("PER", Label.PERSON),
            Map.entry("PERS", Label.PERSON),
            Map.entry("NAME", Label.PERSON),
            Map.entry("ORG", Label.ORGANIZATION),
            Map.entry("ORGANISATION", Label.ORGANIZATION),
            Map.entry("LOC", Label.LOCATION),
            Map.entry("GPE", Label.LOCATION),
            Map.entry("FAC", Label.LOCATION),
            Map.entry("NORP", Label.NATIONALITY),
            Map.entry("MISCELLANEOUS", Label.MISC),
            Map.entry("PHONE_NUMBER", Label.PHONE),
            Map.entry("EMAIL_ADDRESS", Label.EMAIL),
            Map.entry("STREET_ADDRESS", Label.ADDRESS),
            Map.entry("CARDINAL", Label.NUMBER));

    /** @throws IllegalArgumentException if the name has no characters that can be a label */
    static Tag of(String name) {
        if (name.equals("O")) {
            return NONE;
        }
        boolean marked = name.length() > 2 && (name.charAt(1) == '-' || name.charAt(1) == '_');
        Optional<Position> position = marked ? position(name.charAt(0)) : Optional.empty();
        String label = position.isPresent() ? name.substring(2) : name;
        String upper = label.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return new Tag(
                position.orElse(Position.INSIDE),
                Optional.of(HOUSE_NAMES.containsKey(upper) ? HOUSE_NAMES.get(upper) : new Label(upper)));
    }

    private static Optional<Position> position(char mark) {
        return switch (mark) {
            case 'B' -> Optional.of(Position.BEGIN);
            case 'I', 'M' -> Optional.of(Position.INSIDE);
            case 'E', 'L' -> Optional.of(Position.LAST);
            case 'S', 'U' -> Optional.of(Position.SINGLE);
            default -> Optional.empty();
        };
    }

    boolean isOutside() {
        return position == Position.OUTSIDE;
    }

    /** Whether a mention whose last tag is {@code before} goes on with this one. */
    boolean continues(Tag before) {
        boolean open = before.position == Position.BEGIN || before.position == Position.INSIDE;
        boolean further = position == Position.INSIDE || position == Position.LAST;
        return open && further && label.equals(before.label);
    }
}
