package io.understudy.templates.grammar.language;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Segment;
import io.understudy.core.Template;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be recognized.
 *
 * @param text a slot of a template is one {@link #SLOT}
 * @param labels by the offset where each mention begins
 * @param ends of the mentions, by the offset where each begins
 * @param inside whether a character belongs to a mention
 */
record Said(String text, Map<Integer, Label> labels, Map<Integer, Integer> ends, BitSet inside, Kind kind) {

    /** What of it counts. */
    enum Kind {
        /** The characters. */
        TEXT,
        /** The mentions too. */
        ANNOTATED,
        /** The mentions, whatever is said in them. */
        TEMPLATE
    }

    /** A noncharacter of Unicode, which no text of a grammar holds. */
    static final char SLOT = '\uFDD0';

    static Said text(String text) {
        return new Said(text, Map.of(), Map.of(), new BitSet(), Kind.TEXT);
    }

    static Said annotated(AnnotatedText annotated) {
        Map<Integer, Label> labels = new HashMap<>();
        Map<Integer, Integer> ends = new HashMap<>();
        BitSet inside = new BitSet();
        for (Mention mention : annotated.mentions()) {
            labels.put(mention.start(), mention.label());
            ends.put(mention.start(), mention.end());
            inside.set(mention.start(), mention.end());
        }
        return new Said(annotated.text(), labels, ends, inside, Kind.ANNOTATED);
    }

    static Said template(Template template) {
        StringBuilder text = new StringBuilder();
        Map<Integer, Label> labels = new HashMap<>();
        for (Segment segment : template.segments()) {
            if (segment instanceof Segment.Slot slot) {
                labels.put(text.length(), slot.label());
                text.append(SLOT);
            } else if (segment instanceof Segment.Literal literal) {
                text.append(literal.text());
            }
        }
        return new Said(text.toString(), labels, Map.of(), new BitSet(), Kind.TEMPLATE);
    }

    boolean slots() {
        return kind == Kind.TEMPLATE;
    }

    /** Whether mentions must stand where they stand. */
    boolean isAnnotated() {
        return kind == Kind.ANNOTATED;
    }

    Optional<Label> label(int at) {
        return Optional.ofNullable(labels.get(at));
    }

    /** Whether the characters may be said inside, or outside, of a mention. */
    boolean allows(int from, int to, boolean mention) {
        if (isAnnotated()) {
            for (int i = from; i < to; i++) {
                if (inside.get(i) != mention) {
                    return false;
                }
            }
        }
        return true;
    }
}
