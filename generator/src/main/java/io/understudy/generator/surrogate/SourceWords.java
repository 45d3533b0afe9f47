package io.understudy.generator.surrogate;

import io.understudy.core.text.LongHashSet;
import io.understudy.core.text.Normalization;
import io.understudy.generator.surrogate.Kinds.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words that originals are made of, so that no surrogate has one: beside a title, an initial or another word of the
 * line it would read as the original's name. Words are compared as the leakage check does: normalised, apostrophes
 * joined, possessives left out. Memory: 12 to 18 bytes for each distinct word. Filled by one thread, then read by many.
 */
final class SourceWords {

    /** Shorter words are initials and particles. */
    private static final int SHORTEST = 3;

    /** What names have in common. */
    private static final Set<String> JOINING = Set.of(
            "van", "von", "der", "den", "del", "della", "dos", "bin", "ibn", "ter", "the", "and", "jnr", "snr", "iii");

    /**
     * Kinds, persons aside, that are called after somebody: titles of works and the like are made of everyday words.
     */
    private static final Set<String> CALLED_AFTER =
            Set.of("ORGANIZATION", "RESTAURANT", "LOCATION", "ADDRESS", "STREET", "EMAIL", "USERNAME");

    private final LongHashSet persons = new LongHashSet();
    private final LongHashSet others = new LongHashSet();

    void add(Kind kind, String surface) {
        for (String word : words(named(surface))) {
            (kind.person() || kind.personal() ? persons : others).add(LongHashSet.hash(word));
        }
    }

    /**
     * Whether a surrogate has a word of an original: a person of any, firms and places of a person's. What firms and
     * places are called has words that many share, such as Bank and Street.
     */
    boolean isIn(Kind kind, String surrogate) {
        if (!kind.person() && !CALLED_AFTER.contains(kind.name())) {
            return false;
        }
        for (String word : words(named(surrogate))) {
            long hash = LongHashSet.hash(word);
            if (persons.contains(hash) || (kind.person() && others.contains(hash))) {
                return true;
            }
        }
        return false;
    }

    /** Of an e-mail address what its owner is called, not its host. */
    private static String named(String surface) {
        int at = surface.indexOf('@', 1);
        return at < 0 ? surface : surface.substring(0, at);
    }

    /** Runs of letters, but those that say nothing; the number behind a user's name is no part of it. */
    private static List<String> words(String surface) {
        List<String> words = new ArrayList<>();
        String text = Normalization.of(surface);
        StringBuilder word = new StringBuilder();
        for (int at = 0; at <= text.length(); ) {
            int c = at < text.length() ? text.codePointAt(at) : ' ';
            boolean joins = c == '\'' && word.length() > 0 && !text.startsWith("s", at + 1);
            if (Character.isLetter(c)) {
                word.appendCodePoint(c);
            } else if (!joins) {
                String found = word.toString();
                if (found.codePointCount(0, found.length()) >= SHORTEST
                        && !JOINING.contains(found)
                        && !Everyday.is(found)) {
                    words.add(found);
                }
                word.setLength(0);
            }
            at += Character.charCount(c);
        }
        return words;
    }
}
