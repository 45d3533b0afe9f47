package io.understudy.eval.leakage;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.core.text.Normalization;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a known corpus said in a line. Time is proportional to the words of the line and the words of the longest
 * surface, not to the size of the corpus. Thread-safe.
 */
final class Matcher {

    static final String SOURCE_SURFACE = "source_surface";
    static final String DIGITS = "digits";

    private final KnownText known;
    private final int minSources;

    /**
     * @param rule {@link #SOURCE_SURFACE} or {@link #DIGITS}
     * @param thing its number in the ledger of runs, surfaces or digits, unique with {@code kind}
     * @param text normalised
     */
    record Match(String rule, Kind kind, int thing, int record, int label, String text) {}

    /** Which ledger of the known text holds the match. */
    enum Kind {
        RUN,
        SURFACE,
        DIGITS
    }

    Matcher(KnownText known, int minSources) {
        this.known = known;
        this.minSources = minSources;
    }

    /** Matches in a line, at most {@code limit}; a longer surface hides those that begin inside it. */
    List<Match> in(AnnotatedText line, String normalised, int limit) {
        List<Match> found = new ArrayList<>(0);
        WordRuns words = WordRuns.of(normalised);
        runs(words, limit, found);
        for (Mention mention : line.mentions()) {
            if (found.size() < limit) {
                mention(Normalization.of(line.surface(mention)), found);
            }
        }
        digits(normalised, words, limit, found);
        return found;
    }

    /** The first match in text without mentions. */
    Optional<Match> firstIn(String normalised) {
        List<Match> found = new ArrayList<>(0);
        WordRuns words = WordRuns.of(normalised);
        runs(words, 1, found);
        digits(normalised, words, 1, found);
        return first(found);
    }

    /** The first match in text that is one mention from end to end. */
    Optional<Match> firstInMention(String normalised) {
        List<Match> found = new ArrayList<>(0);
        WordRuns words = WordRuns.of(normalised);
        runs(words, 1, found);
        if (found.isEmpty()) {
            mention(normalised, found);
            digits(normalised, words, 1, found);
        }
        return first(found);
    }

    private static Optional<Match> first(List<Match> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private void runs(WordRuns words, int limit, List<Match> found) {
        Longest longest = new Longest();
        for (int from = 0; from < words.size() && found.size() < limit; ) {
            longest.search(words, from);
            if (longest.run < 0) {
                from++;
            } else {
                found.add(match(
                        SOURCE_SURFACE, Kind.RUN, longest.run, known.runs, words.text(from, from + longest.length)));
                from += longest.length;
            }
        }
    }

    /** The longest surface that begins at a word. */
    private final class Longest {
        private int run;
        private int length;

        private void search(WordRuns words, int from) {
            run = -1;
            length = 0;
            long hash = WordRuns.none();
            for (int at = from; at < words.size(); at++) {
                hash = WordRuns.extend(hash, words.hash(at));
                int number = known.surfaceOrPart(hash);
                if (number < 0) {
                    return;
                }
                if (number != KnownText.PART && !(at == from && known.isCommon(words.hash(from), number, minSources))) {
                    run = number;
                    length = at - from + 1;
                }
            }
        }
    }

    /**
     * A mention that equals a surface and was not found in the running text: because the surface is too short or a
     * common word, or because the mention is part of a longer word.
     */
    private void mention(String normalised, List<Match> found) {
        int number = known.surfaces.find(KnownText.hash(normalised));
        if (number < 0) {
            return;
        }
        int run = known.runs.find(WordRuns.of(normalised).runHash());
        boolean isFound = found.stream()
                .anyMatch(match -> (match.kind() == Kind.RUN && match.thing() == run)
                        || match.text().contains(normalised));
        if (!isFound) {
            found.add(match(SOURCE_SURFACE, Kind.SURFACE, number, known.surfaces, normalised));
        }
    }

    /** Identifiers that no surface found so far holds already. */
    private void digits(String normalised, WordRuns words, int limit, List<Match> found) {
        if (words.digits() < DigitRuns.SHORTEST) {
            return;
        }
        Set<Long> said = new HashSet<>();
        found.forEach(match -> DigitRuns.whole(match.text(), said::add));
        DigitRuns.ends(normalised, key -> {
            int number = known.digits.find(key);
            if (number >= 0 && found.size() < limit && said.add(key)) {
                String last = Long.toString(key % DigitRuns.MODULUS);
                found.add(match(DIGITS, Kind.DIGITS, number, known.digits, last));
            }
        });
    }

    private static Match match(String rule, Kind kind, int number, Ledger ledger, String text) {
        return new Match(rule, kind, number, ledger.first(number), ledger.label(number), text);
    }
}
