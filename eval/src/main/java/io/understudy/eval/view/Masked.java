package io.understudy.eval.view;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Segment;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import io.understudy.core.text.Normalization;
import java.util.function.Consumer;

/**
 * Text with each mention replaced by its label: {@code <PERSON> lives in <CITY>.} Slots carry no numbers here: a line
 * about one person and a line about two have the same view.
 */
public final class Masked {

    private Masked() {}

    /** The masked text, characters of the literals as they are. */
    public static String text(AnnotatedText line) {
        StringBuilder out = new StringBuilder(line.text().length());
        segments(
                line, out::append, label -> out.append('<').append(label.name()).append('>'));
        return out.toString();
    }

    /**
     * The carrier: literals normalised ({@link Normalization}), one space between pieces. Equal for lines that differ
     * only in their mentions, in case, accents or spacing. For a line without mentions it equals its normalised text.
     */
    public static String carrier(AnnotatedText line) {
        if (line.mentions().isEmpty()) {
            return Normalization.of(line.text());
        }
        StringBuilder out = new StringBuilder(line.text().length());
        int at = 0;
        for (Mention mention : line.mentions()) {
            literal(line.text(), at, mention.start(), out);
            slot(mention.label(), out);
            at = mention.end();
        }
        literal(line.text(), at, line.text().length(), out);
        return out.toString();
    }

    /** As {@link #carrier(AnnotatedText)}: a template and the lines filled from it have one carrier. */
    public static String carrier(Template template) {
        StringBuilder out = new StringBuilder();
        for (Segment segment : template.segments()) {
            if (segment instanceof Literal literal) {
                literal(literal.text(), 0, literal.text().length(), out);
            } else if (segment instanceof Slot slot) {
                slot(slot.label(), out);
            }
        }
        return out.toString();
    }

    /** Visits the pieces of a line in order: text between mentions, and the labels of mentions. */
    public static void segments(AnnotatedText line, Consumer<String> literals, Consumer<Label> mentions) {
        int at = 0;
        for (Mention mention : line.mentions()) {
            if (mention.start() > at) {
                literals.accept(line.text().substring(at, mention.start()));
            }
            mentions.accept(mention.label());
            at = mention.end();
        }
        if (at < line.text().length()) {
            literals.accept(line.text().substring(at));
        }
    }

    private static void literal(String text, int start, int end, StringBuilder out) {
        String normalised = Normalization.of(text.substring(start, end));
        if (!normalised.isEmpty()) {
            space(out).append(normalised);
        }
    }

    /** U+0000 keeps a label apart from a text that happens to hold its name in angle brackets. */
    private static void slot(Label label, StringBuilder out) {
        space(out).append('\u0000').append(label.name());
    }

    private static StringBuilder space(StringBuilder out) {
        return out.length() == 0 ? out : out.append(' ');
    }
}
