package io.understudy.prompts;

import java.util.Locale;

/** A manner of speaking. */
public enum Style {
    PLAIN("in everyday words"),
    FORMAL("formal: whole sentences, no contractions, as one writes to an office"),
    TERSE("terse: as few words as will do, as one types into a search box"),
    POLITE("very polite: please, thanks, would you mind"),
    CHATTY("chatty: an aside or a filler word before the point is reached"),
    SPOKEN("as a speech recognizer writes it: lower case, no punctuation, a hesitation now and then"),
    TYPOS("typed in a hurry: one or two letters swapped, doubled or left out, but none inside the braces"),
    NON_NATIVE("by a learner of the language: simple words, an article or an ending missing"),
    QUESTION("as a question"),
    ANGRY("impatient, by someone who asks for the second time");

    private final String description;

    Style(String description) {
        this.description = description;
    }

    /** What a model reads. */
    public String description() {
        return description;
    }

    /** As a user types it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
