package io.understudy.eval.leakage;

import io.understudy.eval.leakage.Finding.Severity;
import io.understudy.eval.leakage.Spellings.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers of a corpus in other spellings than their own: identifiers regrouped, spelled out or by their last four
 * digits, dates in any form, house numbers with their streets. Filled by {@link Spellings}, then read by many threads.
 */
final class NumberSpellings {

    private static final int FEWEST_NUMERALS = 4;

    /** "last" says it only where digits, or how many, are spoken of. */
    private static final Pattern LAST_FOUR = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
            + "(?:end(?:s|ed|ing|et|end)?|termin\\p{L}+|finissant)\\b\\D{0,24}"
            + "|(?:last|final|laatste|letzten?|ultim\\p{L}+|derniers|dernieres)\\b(?:\\W{0,3}"
            + "|(?=\\D{0,24}(?:4\\b|four|vier|quatre|cuatro|quattro|quatro|digit|number|figure|ziffer|stelle|chiffre|cifra"
            + "|cifre|cijfer))\\D{0,24}(?:4\\b\\D{0,24})?)"
            + "|(?:[x*#\u2022\u00b7\u25cf_.\u2026-]{2,}[ -]?)+)(\\d{4})(?!\\d|[-./]\\d)");

    /**
     * An IBAN of the British Isles ends with an account of eight digits; longer ones elsewhere are known by their last
     * nine.
     */
    private static final Pattern BRITISH_ACCOUNT = Pattern.compile("(?:gb|ie)\\d\\d[a-z]{4}\\d{6}(\\d{8})");

    /** What is said for what groups the digits of an identifier. */
    private static final Pattern SAID_SIGN = Pattern.compile("\\b(?:slash|dash|hyphen|minus|stroke) (?=\\d)");

    private static final int LONGEST_DATE = 60;
    private static final Pattern NUMERIC_DATE = Pattern.compile(
            "(?<!\\d)(?:\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-/.])\\d{1,2}\\2\\d{2}(?:\\d\\d)?)(?!\\d)");

    private final Lexicon lexicon;
    private final Ledger digits = new Ledger();
    private final Ledger lastFour = new Ledger();
    private final Ledger dates = new Ledger();
    private final Ledger streets = new Ledger();
    private Optional<Calendar> calendar = Optional.empty();

    NumberSpellings(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Ledger digits() {
        return digits;
    }

    /** Gives back what room is not needed when no more surfaces come. */
    void trim() {
        for (Ledger ledger : List.of(digits, lastFour, dates, streets)) {
            ledger.trim();
        }
    }

    /** Learns all spellings of a surface that is new. */
    void add(String normalised, WordRuns words, Origin origin) {
        if (words.digits() >= DigitRuns.SHORTEST) {
            identifier(normalised, origin);
        }
        if (mayBeDate(normalised, origin.labelName())) {
            date(normalised, origin);
        }
        if (words.digits() > 0
                && (origin.labelName().contains("ADDRESS") || origin.labelName().contains("STREET"))) {
            if (streets.size() == 0) {
                expectNumerals();
            }
            Streets.in(normalised, key -> streets.note(key, origin.record(), origin.label()));
        }
    }

    private void identifier(String normalised, Origin origin) {
        DigitRuns.all(normalised, key -> digits.note(key, origin.record(), origin.label()));
        java.util.regex.Matcher account = BRITISH_ACCOUNT.matcher(normalised.replaceAll("[^a-z0-9]", ""));
        if (account.matches()) {
            DigitRuns.whole(account.group(1), key -> digits.note(key, origin.record(), origin.label()));
        }
        DigitRuns.lastFour(normalised, key -> lastFour.note(key, origin.record(), origin.label()));
        if (digits.size() == 1) {
            expectNumerals();
        }
    }

    /** Number words are marked: a line that holds some is worth reading for them. */
    void expectNumerals() {
        for (long hash : Numerals.hashes()) {
            lexicon.mark(hash, Lexicon.NUMERAL);
        }
    }

    /** As {@link #expectNumerals}, and the words of the spelling alphabet. */
    void expectSaidLetters() {
        expectNumerals();
        for (long hash : Letters.saidHashes()) {
            lexicon.mark(hash, Lexicon.NUMERAL);
        }
    }

    private static boolean mayBeDate(String normalised, String label) {
        return normalised.length() < LONGEST_DATE
                && (label.contains("DATE")
                        || label.contains("BIRTH")
                        || label.contains("DOB")
                        || NUMERIC_DATE.matcher(normalised).find());
    }

    private void date(String normalised, Origin origin) {
        if (calendar.isEmpty()) {
            Calendar read = new Calendar();
            for (long hash : read.nameHashes()) {
                lexicon.mark(hash, Lexicon.MONTH);
            }
            expectNumerals();
            calendar = Optional.of(read);
        }
        datesOf(normalised, true).forEach(date -> dates.note(date, origin.record(), origin.label()));
    }

    /** Dates in digits and, where number words may stand there, in words. */
    private Set<Integer> datesOf(String normalised, boolean inWords) {
        Set<Integer> found = calendar.get().in(normalised);
        if (found.isEmpty() && inWords) {
            return Numerals.digits(normalised, 1).map(calendar.get()::in).orElse(found);
        }
        return found;
    }

    /** What a line says in other spellings; {@code found} holds what it says in the corpus's own. */
    void in(Line line, List<Match> found) {
        String normalised = line.normalised();
        boolean spelled = line.count(Lexicon.NUMERAL) >= FEWEST_NUMERALS;
        if (spelled && digits.size() > 0) {
            Numerals.digits(normalised, FEWEST_NUMERALS).ifPresent(said -> {
                String text = SAID_SIGN.matcher(said).replaceAll("");
                DigitRuns.ends(
                        text,
                        key -> find(
                                Rule.DIGITS,
                                Severity.HARD,
                                digits,
                                key,
                                Long.toString(key % DigitRuns.MODULUS),
                                found));
                lastFour(text.replaceAll("(?<=\\d) (?=\\d)", ""), found);
            });
        }
        if (line.words().digits() >= 4 && lastFour.size() > 0) {
            lastFour(normalised, found);
        }
        if (streets.size() > 0) {
            if (line.words().digits() > 0) {
                streets(normalised, found);
            }
            if (line.has(Lexicon.NUMERAL)) {
                Numerals.digits(normalised, 1).ifPresent(said -> streets(said, found));
            }
        }
        // A day and a year take two number words or three digits.
        boolean named = line.has(Lexicon.MONTH) && line.words().digits() + 2 * line.count(Lexicon.NUMERAL) >= 3;
        if (dates.size() > 0 && (named || line.words().digits() >= 4)) {
            Set<Integer> said = datesOf(normalised, line.has(Lexicon.NUMERAL));
            said.removeIf(date -> dates.find(date) < 0);
            if (!said.isEmpty()) {
                found.forEach(match -> said.removeAll(datesOf(match.text(), true)));
                said.forEach(date -> find(Rule.DATE, Severity.HARD, dates, date, Integer.toString(date), found));
            }
        }
    }

    private void streets(String text, List<Match> found) {
        Streets.in(text, key -> {
            int thing = streets.find(key);
            if (thing >= 0
                    && found.stream()
                            .noneMatch(match ->
                                    match.severity() == Severity.HARD && match.label() == streets.label(thing))) {
                Spellings.add(Match.of(Rule.ADDRESS, Severity.HARD, streets, thing, text, false), found);
            }
        });
    }

    private void lastFour(String text, List<Match> found) {
        java.util.regex.Matcher four = LAST_FOUR.matcher(text);
        while (four.find()) {
            find(Rule.LAST_DIGITS, Severity.WEAK, lastFour, Long.parseLong(four.group(1)), four.group(1), found);
        }
    }

    private static void find(Rule rule, Severity severity, Ledger ledger, long key, String text, List<Match> found) {
        int thing = ledger.find(key);
        if (thing >= 0) {
            Spellings.add(Match.of(rule, severity, ledger, thing, text, false), found);
        }
    }
}
