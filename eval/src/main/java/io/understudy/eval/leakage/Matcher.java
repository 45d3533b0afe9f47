package io.understudy.eval.leakage;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.core.text.Normalization;
import io.understudy.eval.leakage.Finding.Severity;
import io.understudy.eval.leakage.Mailboxes.Mailbox;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/**
 * Finds what a known corpus said in a line. Time is proportional to the words of the line and the words of the longest
 * surface, not to the size of the corpus. Thread-safe.
 */
final class Matcher {

    private static final int FEW_DIGITS = 4;

    /** Labels of numbers that belong to nobody. */
    private static final Pattern ANYBODYS = Pattern.compile(
            "(?i)(^|_)(DATE|TIME|YEAR|DAY|MONTH|NUMBER|ORDINAL|CARDINAL|AGE|MONEY|PRICE|PERCENT|DURATION|QUANTITY|COUNT|RATING|VALUE|SIZE|AMOUNT)(_|$)");

    private final KnownText known;
    private final int minSources;

    /** @param known complete: it is closed here */
    Matcher(KnownText known, int minSources) {
        known.close();
        this.known = known;
        this.minSources = minSources;
    }

    Line line(AnnotatedText annotated, String normalised) {
        return Line.of(annotated, normalised, known.lexicon);
    }

    /** All matches in a line; a longer surface hides those that begin inside it. */
    List<Match> in(Line line) {
        List<Match> found = asWritten(line);
        disguised(line, found);
        return found;
    }

    private List<Match> asWritten(Line line) {
        List<Match> found = new ArrayList<>(0);
        literally(line, Integer.MAX_VALUE, found);
        known.spellings.in(line, minSources, found);
        return found;
    }

    /** What a line says besides once its codes are read. */
    private void disguised(Line line, List<Match> found) {
        String text = line.annotated().text();
        for (String plain : Disguises.undone(text, line.words().digits() > 0)) {
            Line read = line(AnnotatedText.plain(plain), Normalization.of(plain));
            asWritten(read).forEach(match -> Spellings.add(match, found));
        }
    }

    /** The first hard match in a line. */
    Optional<Match> first(AnnotatedText annotated) {
        return first(annotated, Normalization.of(annotated.text()));
    }

    /** @param normalised the line's text */
    Optional<Match> first(AnnotatedText annotated, String normalised) {
        Line line = line(annotated, normalised);
        List<Match> found = new ArrayList<>(0);
        literally(line, 1, found);
        if (found.isEmpty()) {
            known.spellings.in(line, minSources, found);
            disguised(line, found);
        }
        return found.stream().filter(match -> match.severity() == Severity.HARD).findFirst();
    }

    private void literally(Line line, int limit, List<Match> found) {
        if (line.has(Lexicon.BEGINS)) {
            String text = line.annotated().text();
            runs(
                    line.words(),
                    word -> line.isMarked(word, Lexicon.BEGINS),
                    word -> Everyday.isNamed(text, word),
                    limit,
                    found);
        }
        for (Mention mention : line.annotated().mentions()) {
            if (found.size() < limit) {
                mention(Normalization.of(line.annotated().surface(mention)), found);
            }
        }
        digits(line.normalised(), line.words(), limit, found);
    }

    /** Surfaces in running text. */
    void runs(WordRuns words, List<Match> found) {
        runs(words, word -> true, word -> true, Integer.MAX_VALUE, found);
    }

    /**
     * @param begins whether a surface may begin at a word
     * @param named whether a word of this hash that everybody uses stands there as a name
     */
    private void runs(WordRuns words, IntPredicate begins, LongPredicate named, int limit, List<Match> found) {
        Longest longest = new Longest();
        for (int from = 0; from < words.size() && found.size() < limit; ) {
            if (!begins.test(from)) {
                from++;
                continue;
            }
            longest.search(words, from);
            if (longest.run < 0
                    || (Everyday.are(words, from, from + longest.length)
                            && !named.test(words.hash(from + longest.length - 1)))) {
                from++;
            } else {
                String text = words.text(from, from + longest.length);
                Rule rule = rule(words, longest.run, text);
                found.add(Match.of(rule, severity(text, longest.run), known.runs, longest.run, text, true));
                from += longest.length;
            }
        }
    }

    /** A person's name before the @ of an address says who owns it. */
    private Rule rule(WordRuns words, int run, String text) {
        if (!words.hasAt() || !PersonWords.isPerson(known.labelName(known.runs.label(run)))) {
            return Rule.SOURCE_SURFACE;
        }
        for (Mailbox mailbox : Mailboxes.in(words.text())) {
            if (mailbox.local().contains(text)) {
                return Rule.EMAIL_NAME;
            }
        }
        return Rule.SOURCE_SURFACE;
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
                .anyMatch(match ->
                        (match.run() >= 0 && match.run() == run) || match.text().contains(normalised));
        if (!isFound) {
            found.add(Match.of(Rule.SOURCE_SURFACE, Severity.HARD, known.surfaces, number, normalised, false));
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
            int number = known.spellings.digits().find(key);
            if (number >= 0 && found.size() < limit && said.add(key)) {
                String last = Long.toString(key % DigitRuns.MODULUS);
                found.add(Match.of(Rule.DIGITS, Severity.HARD, known.spellings.digits(), number, last, false));
            }
        });
    }

    /** A year, a time, a count in running text is anybody's. */
    private Severity severity(String text, int run) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                return Severity.HARD;
            }
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        boolean isAnybodys = digits <= FEW_DIGITS
                && ANYBODYS.matcher(known.labelName(known.runs.label(run))).find();
        return isAnybodys ? Severity.WEAK : Severity.HARD;
    }
}
