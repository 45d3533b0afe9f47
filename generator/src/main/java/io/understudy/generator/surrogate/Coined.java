package io.understudy.generator.surrogate;

import java.util.SplittableRandom;

/** Words that no list holds: two or three syllables that can be spoken, so that no kind ever runs out. */
final class Coined {

    private static final String[] ONSETS = {
        "b", "br", "c", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v",
        "w", "z"
    };
    private static final String[] NUCLEI = {"a", "e", "i", "o", "u", "ai", "ea", "ou"};
    private static final String[] CODAS = {"", "", "", "l", "n", "r", "s", "m", "nd", "rt", "x"};

    private Coined() {}

    /** Lower case, 2 to 12 letters. */
    static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        int syllables = random.nextInt(2, 4);
        for (int i = 0; i < syllables; i++) {
            word.append(pick(ONSETS, random)).append(pick(NUCLEI, random));
        }
        return word.append(pick(CODAS, random)).toString();
    }

    /** As many coined words with spaces between. */
    static String words(int count, SplittableRandom random) {
        StringBuilder words = new StringBuilder(word(random));
        for (int i = 1; i < count; i++) {
            words.append(' ').append(word(random));
        }
        return words.toString();
    }

    private static String pick(String[] choices, SplittableRandom random) {
        return choices[random.nextInt(choices.length)];
    }
}
