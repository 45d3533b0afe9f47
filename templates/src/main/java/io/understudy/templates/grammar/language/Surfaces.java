package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Listing;
import io.understudy.templates.grammar.Numbers;
import io.understudy.templates.grammar.Progression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Finds the entries of a list, or the steps of a range, at a place of a text. Immutable. */
final class Surfaces {

    /** Longer ranges are found by arithmetic only. */
    static final int MOST = 1_000_000;

    /** A surface found: where it ends, and its number. */
    record Hit(int end, long index) {}

    private static final int LONGEST_NUMBER = 20;

    private final Map<String, List<Long>> indexes = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();
    private final boolean arithmetic;
    private final Progression progression;

    Surfaces(Listing listing) {
        arithmetic = false;
        progression = null;
        for (int i = 0; i < listing.entries().size(); i++) {
            add(listing.entries().get(i).surface(), i);
        }
    }

    /** @throws IllegalArgumentException if the range is too long for its style */
    Surfaces(Progression progression) {
        this.progression = progression;
        this.arithmetic = progression instanceof Numbers numbers && numbers.style() == Numbers.Style.DIGITS;
        if (!arithmetic) {
            if (progression.size() > MOST) {
                throw new IllegalArgumentException(
                        "the range " + progression + " has more than " + MOST + " members, too many to recognize one");
            }
            for (long i = 0; i < progression.size(); i++) {
                add(progression.surface(i), i);
            }
        }
    }

    private void add(String surface, long index) {
        indexes.computeIfAbsent(surface, key -> new ArrayList<>(1)).add(index);
        lengths.add(surface.length());
    }

    List<Hit> at(String text, int at, boolean capital) {
        List<Hit> hits = new ArrayList<>();
        if (arithmetic) {
            for (int end = at + 1; end <= Math.min(text.length(), at + LONGEST_NUMBER); end++) {
                OptionalLong index = ((Numbers) progression).indexOf(text.substring(at, end));
                if (index.isPresent()) {
                    hits.add(new Hit(end, index.getAsLong()));
                }
            }
            return hits;
        }
        for (int length : lengths) {
            if (at + length > text.length()) {
                break;
            }
            String said = text.substring(at, at + length);
            add(said, at + length, hits);
            if (capital && Character.isUpperCase(said.codePointAt(0))) {
                add(lowered(said), at + length, hits);
            }
        }
        return hits;
    }

    private void add(String surface, int end, List<Hit> hits) {
        indexes.getOrDefault(surface, List.of()).forEach(index -> hits.add(new Hit(end, index)));
    }

    private static String lowered(String said) {
        int first = said.codePointAt(0);
        return Character.toString(Character.toLowerCase(first)) + said.substring(Character.charCount(first));
    }
}
