package io.understudy.cli;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Mention;

/** Markup for a screen: mentions stand out, each label in a colour of its own that does not change between runs. */
final class Painter {

    /** Of the 256-colour palette; readable on a dark and on a light ground. */
    private static final int[] COLOURS = {33, 35, 166, 135, 37, 161, 64, 172, 99, 31, 130, 125};

    private final boolean colour;

    Painter(boolean colour) {
        this.colour = colour;
    }

    /** One line, without its end. */
    String paint(AnnotatedText annotated) {
        if (!colour) {
            return visible(Markup.write(annotated));
        }
        StringBuilder line = new StringBuilder();
        int at = 0;
        for (Mention mention : annotated.mentions()) {
            line.append(piece(annotated.text(), at, mention.start()));
            line.append("\u001b[1;38;5;").append(colour(mention.label())).append('m');
            line.append(piece(annotated.text(), mention.start(), mention.end()));
            line.append("\u001b[0;2m ").append(visible(mention.label().name())).append("\u001b[0m");
            at = mention.end();
        }
        return line.append(piece(annotated.text(), at, annotated.text().length()))
                .toString();
    }

    private static int colour(Label label) {
        return COLOURS[Math.floorMod(label.name().hashCode(), COLOURS.length)];
    }

    private static String piece(String text, int from, int to) {
        return visible(text.substring(from, to).replace("\n", "\\n").replace("\r", "\\r"));
    }

    /** Control characters of the text must not steer the terminal. */
    private static String visible(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.chars().forEach(c -> safe.append(Character.isISOControl(c) && c != '\t' ? '\uFFFD' : (char) c));
        return safe.toString();
    }
}
