package io.understudy.eval.utility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a tagger sees of a word: itself, its neighbours up to two away and pairs with them, its beginning and end, and
 * its shape (capitals, digits, marks), each hashed to one of {@value #SIZE} places.
 */
final class WordFeatures {

    static final int SIZE = 1 << 20;

    private static final int LONGEST_AFFIX = 4;
    private static final String EDGE = "\u0000";

    private WordFeatures() {}

    static int[][] of(List<String> words) {
        List<String> lower = new ArrayList<>(words.size());
        List<String> shapes = new ArrayList<>(words.size());
        for (String word : words) {
            lower.add(word.toLowerCase(Locale.ROOT));
            shapes.add(shape(word));
        }
        int[][] features = new int[words.size()][];
        for (int i = 0; i < features.length; i++) {
            features[i] = of(lower, shapes, i);
        }
        return features;
    }

    private static int[] of(List<String> words, List<String> shapes, int at) {
        String word = words.get(at);
        String before = word(words, at - 1);
        String after = word(words, at + 1);
        Places places = new Places();
        places.add(0, "");
        places.add(1, word);
        places.add(2, before);
        places.add(3, after);
        places.add(4, word(words, at - 2));
        places.add(5, word(words, at + 2));
        places.add(6, before, word);
        places.add(7, word, after);
        places.add(8, word(words, at - 2), before);
        places.add(9, after, word(words, at + 2));
        places.add(10, shapes.get(at));
        places.add(11, word(shapes, at - 1));
        places.add(12, word(shapes, at + 1));
        for (int n = 1; n <= LONGEST_AFFIX && n < word.length(); n++) {
            places.add(12 + n, word.substring(0, n));
            places.add(12 + LONGEST_AFFIX + n, word.substring(word.length() - n));
        }
        return places.toArray();
    }

    private static String word(List<String> words, int at) {
        return at < 0 || at >= words.size() ? EDGE : words.get(at);
    }

    /** {@code Xx} for "Oslo", {@code d} for "1984", {@code X.X.} for "U.S.": kinds of characters, runs as one. */
    private static String shape(String word) {
        StringBuilder shape = new StringBuilder();
        char last = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char kind = Character.isUpperCase(c) ? 'X' : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? 'd' : c;
            if (kind != last) {
                shape.append(kind);
            }
            last = kind;
        }
        return shape.toString();
    }

    private static final class Places {
        private static final int MOST = 13 + 2 * LONGEST_AFFIX;

        private final int[] places = new int[MOST];
        private int size;

        void add(int kind, String... words) {
            int hash = 0x811c9dc5 + kind * 0x3c6ef372;
            for (String word : words) {
                hash = (hash ^ word.hashCode()) * 0x01000193;
            }
            hash *= 0x9e3779b9;
            places[size++] = (hash ^ hash >>> 13) & (SIZE - 1);
        }

        int[] toArray() {
            return Arrays.copyOf(places, size);
        }
    }
}
