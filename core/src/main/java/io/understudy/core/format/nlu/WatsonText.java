package io.understudy.core.format.nlu;

import io.understudy.core.Example;
import io.understudy.core.format.Losses;

/** What Watson Assistant takes as a text: a line of at most 1,024 characters. */
final class WatsonText {

    private static final int LONGEST = 1024;

    /** Of a value or synonym of an entity. */
    static final int LONGEST_VALUE = 64;

    private WatsonText() {}

    /**
     * The text with spaces for tabs and line breaks, one for one, so that offsets stay.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    static String of(Example example, Losses losses) {
        String text = line(example.text());
        if (text.isBlank()) {
            throw Refused.of(example, "is blank, and Watson has no blank examples", "jsonl");
        }
        if (text.length() > LONGEST) {
            throw Refused.of(
                    example, "has %,d characters, and Watson takes %,d".formatted(text.length(), LONGEST), "jsonl");
        }
        if (!text.equals(example.text())) {
            losses.count("tabs and line breaks");
        }
        return text;
    }

    static String line(String text) {
        return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    }
}
