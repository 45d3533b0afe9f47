package io.understudy.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with mentions: the one type that travels through the house. Mentions are in order, inside the text, do not
 * overlap and do not cut a surrogate pair; whoever holds an {@code AnnotatedText} may rely on that.
 *
 * <p>One line of markup says the same: {@code [Ada](PERSON) lives in [Oslo](CITY).} See {@link Markup}.
 *
 * @param text any characters, line breaks included
 * @param mentions by start
 */
public record AnnotatedText(String text, List<Mention> mentions) {

    /**
     * @throws IllegalArgumentException if mentions are out of order, overlap, leave the text or cut a surrogate pair;
     *     the message gives offsets and labels, never text
     */
    public AnnotatedText {
        mentions = List.copyOf(mentions);
        Mention previous = null;
        for (Mention mention : mentions) {
            Span span = mention.span();
            if (span.end() > text.length()) {
                throw new IllegalArgumentException("mention %s ends outside the text, which has %d UTF-16 units"
                        .formatted(describe(mention), text.length()));
            }
            if (cutsPair(text, span.start()) || cutsPair(text, span.end())) {
                throw new IllegalArgumentException("mention %s cuts a surrogate pair".formatted(describe(mention)));
            }
            if (previous != null && span.start() < previous.end()) {
                throw new IllegalArgumentException((span.overlaps(previous.span())
                                ? "mentions %s and %s overlap"
                                : "mentions %s and %s are out of order")
                        .formatted(describe(previous), describe(mention)));
            }
            previous = mention;
        }
    }

    /** Text without mentions. */
    public static AnnotatedText plain(String text) {
        return new AnnotatedText(text, List.of());
    }

    /** Mentions in any order; the same conditions otherwise. */
    public static AnnotatedText sorted(String text, List<Mention> mentions) {
        List<Mention> inOrder = new ArrayList<>(mentions);
        inOrder.sort((a, b) -> a.span().compareTo(b.span()));
        return new AnnotatedText(text, inOrder);
    }

    /** The characters of a mention of this text. */
    public String surface(Mention mention) {
        return text.substring(mention.start(), mention.end());
    }

    /** This text without its mentions' surfaces. */
    public Template template() {
        return Template.of(this);
    }

    public static Builder builder() {
        return new Builder();
    }

    private static boolean cutsPair(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
    }

    private static String describe(Mention mention) {
        return mention.label() + "[" + mention.start() + "," + mention.end() + ")";
    }

    /** Joins pieces of text. The only code in the house that computes an offset of generated text. Not thread-safe. */
    public static final class Builder {
        private static final int USUAL_LENGTH = 120;

        private final StringBuilder text = new StringBuilder(USUAL_LENGTH);
        private final List<Mention> mentions = new ArrayList<>();

        private Builder() {}

        /** Adds characters that belong to no mention; may be empty. */
        public Builder append(CharSequence literal) {
            text.append(literal);
            return this;
        }

        public Builder append(CharSequence surface, Label label) {
            return append(surface, label, Details.NONE);
        }

        /** @throws IllegalArgumentException if the surface is empty */
        public Builder append(CharSequence surface, Label label, Details details) {
            int start = text.length();
            text.append(surface);
            mentions.add(new Mention(new Span(start, text.length()), label, details));
            return this;
        }

        public AnnotatedText build() {
            return new AnnotatedText(text.toString(), mentions);
        }
    }
}
