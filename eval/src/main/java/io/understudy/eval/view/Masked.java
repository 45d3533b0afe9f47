package io.understudy.eval.view;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Segment;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import io.understudy.core.text.Normalization;
import java.nio.charset.StandardCharsets;
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
        int room = line.text().length() + 1;
        for (Mention mention : line.mentions()) {
            room += mention.label().name().length() + 3;
        }
        byte[] out = new byte[room];
        int size = 0;
        int at = 0;
        for (Mention mention : line.mentions()) {
            size = slot(mention.label(), out, literal(line.text(), at, mention.start(), out, size));
            at = mention.end();
        }
        size = literal(line.text(), at, line.text().length(), out, size);
        return size < 0 ? ofAny(line) : new String(out, 0, size, StandardCharsets.ISO_8859_1);
    }

    /** As {@link #carrier(AnnotatedText)}, whatever the characters. */
    private static String ofAny(AnnotatedText line) {
        StringBuilder out = new StringBuilder(line.text().length());
        int at = 0;
        for (Mention mention : line.mentions()) {
            literal(line.text().substring(at, mention.start()), out);
            slot(mention.label(), out);
            at = mention.end();
        }
        literal(line.text().substring(at), out);
        return out.toString();
    }

    /**
     * Writes a piece between mentions; @return one past the last byte, or -1 where it or what was before is not ASCII.
     */
    private static int literal(String text, int start, int end, byte[] out, int size) {
        if (size < 0) {
            return size;
        }
        int after = size == 0 ? 0 : size + 1;
        int written = Normalization.ascii(text, start, end, out, after);
        if (written == after) {
            return size;
        }
        if (size > 0) {
            out[size] = ' ';
        }
        return written;
    }

    private static int slot(Label label, byte[] out, int size) {
        if (size < 0) {
            return size;
        }
        int at = size;
        if (at > 0) {
            out[at++] = ' ';
        }
        out[at++] = 0;
        for (int i = 0; i < label.name().length(); i++) {
            char c = label.name().charAt(i);
            if (c >= 0x80) {
                return -1;
            }
            out[at++] = (byte) c;
        }
        return at;
    }

    /** As {@link #carrier(AnnotatedText)}: a template and the lines filled from it have one carrier. */
    public static String carrier(Template template) {
        StringBuilder out = new StringBuilder();
        for (Segment segment : template.segments()) {
            if (segment instanceof Literal literal) {
                literal(literal.text(), out);
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

    private static void literal(String text, StringBuilder out) {
        String normalised = Normalization.of(text);
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
