package io.understudy.eval.linear;

import io.understudy.core.text.Words;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a line shows a linear model: its words and pairs of words, and the runs of 2 to 5 characters inside its words
 * (their edges marked), each hashed to one of {@value #SIZE} places. Counted once for a line, whatever it is then
 * trained or tested with; weights come with a training set ({@link LinearModel}). Immutable.
 */
public final class TextFeatures {

    /** Places of words and of runs of characters, each. */
    static final int SIZE = 1 << 18;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;

    /** Places of words and pairs, ascending, and how often each occurs. */
    private final Places words;

    /** The same of runs of characters. */
    private final Places characters;

    private TextFeatures(Places words, Places characters) {
        this.words = words;
        this.characters = characters;
    }

    /** Lower case: what a line says. */
    public static TextFeatures of(String text) {
        return of(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), (place, word) -> {});
    }

    /** Characters as they are: how a line is written, too. */
    static TextFeatures cased(String text, Named named) {
        return of(Normalizer.normalize(text, Normalizer.Form.NFC), named);
    }

    /** Receives each word, and each pair with a space between, with its place. */
    @FunctionalInterface
    interface Named {
        void word(int place, String word);
    }

    private static TextFeatures of(String folded, Named named) {
        Places words = new Places();
        Places characters = new Places();
        int[] previous = {0};
        String[] before = {""};
        Words.forEach(folded, (start, end) -> {
            String said = folded.substring(start, end);
            int word = hash(folded, start, end);
            named.word(words.add(word), said);
            if (previous[0] != 0) {
                named.word(words.add(previous[0] * 31 + word), before[0] + " " + said);
            }
            previous[0] = word;
            before[0] = said;
            String edged = " " + said + " ";
            for (int n = SHORTEST; n <= LONGEST; n++) {
                for (int from = 0; from + n <= edged.length(); from++) {
                    characters.add(hash(edged, from, from + n));
                }
            }
        });
        words.count();
        characters.count();
        return new TextFeatures(words, characters);
    }

    /** How many features the line has: what training on it costs. */
    public int size() {
        return words.size + characters.size;
    }

    Places words() {
        return words;
    }

    Places characters() {
        return characters;
    }

    private static int hash(String text, int from, int to) {
        int hash = 0x811c9dc5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return hash == 0 ? 1 : hash;
    }

    /** Distinct places, ascending, and how often each occurs. */
    static final class Places {
        private int[] places = new int[64];
        private int[] counts = {};
        private int size;

        private Places() {}

        int size() {
            return size;
        }

        int place(int i) {
            return places[i];
        }

        int count(int i) {
            return counts[i];
        }

        private int add(int hash) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
            }
            int mixed = hash * 0x9e3779b9;
            places[size++] = (mixed ^ mixed >>> 15) & (SIZE - 1);
            return places[size - 1];
        }

        private void count() {
            Arrays.sort(places, 0, size);
            counts = new int[size];
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || places[i] != places[kept - 1]) {
                    places[kept++] = places[i];
                }
                counts[kept - 1]++;
            }
            places = Arrays.copyOf(places, kept);
            counts = Arrays.copyOf(counts, kept);
            size = kept;
        }
    }
}
