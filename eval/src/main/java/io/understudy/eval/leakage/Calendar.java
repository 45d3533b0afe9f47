package io.understudy.eval.leakage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole dates, day, month and year, in any form: "1984-03-12", "12/3/84", "March 12th, 1984", "12 de marzo de 1984",
 * "19840312", "12.III.1984", "1984年3月12日". Where the order of day and month is not certain both readings count, and
 * both centuries of a year of two digits.
 */
final class Calendar {

    /** Names of months by the JDK in these languages. */
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "ro", "hu", "tr", "ru", "uk",
            "el");

    private static final String[] ROMAN = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
    private static final Pattern PIECE = Pattern.compile("\\d+|\\p{L}[\\p{L}\\p{M}]*");
    private static final Pattern COMPACT = Pattern.compile("(?<!\\d)\\d{8}(?!\\d)");
    private static final Set<String> FILLERS = Set.of(
            "of", "the", "de", "del", "di", "den", "der", "dem", "le", "st", "nd", "rd", "th", "er", "e", "do", "da",
            "day", "r", "g", "year", "in", "a", "\u0433");
    private static final Set<String> MARKS = Set.of("\u5e74", "\u6708", "\u65e5", "\ub144", "\uc6d4", "\uc77c");

    private final Map<String, Integer> months = new HashMap<>();

    Calendar() {
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name = fold(month.getDisplayName(style, locale).replace(".", ""));
                    if (name.codePoints().allMatch(Character::isLetter) && name.length() > 2) {
                        months.putIfAbsent(name, month.getValue());
                    }
                }
            }
        }
        months.put("sept", 9);
    }

    private static String fold(String text) {
        return io.understudy.core.text.Normalization.of(text);
    }

    /** The hashes of the names of months: what tells that a line is worth reading. */
    long[] nameHashes() {
        return months.keySet().stream().mapToLong(WordRuns::hash).toArray();
    }

    /** One piece of a date: a number of so many digits, or a month by its name. */
    private record Piece(int value, int digits, boolean isMonth, int start, int end) {}

    /**
     * Every whole date in a text, as {@code year * 10000 + month * 100 + day}.
     *
     * @param normalised as {@link io.understudy.core.text.Normalization} gives it
     */
    Set<Integer> in(String normalised) {
        Set<Integer> dates = new TreeSet<>();
        Matcher compact = COMPACT.matcher(normalised);
        while (compact.find()) {
            String digits = compact.group();
            add(part(digits, 0, 4), part(digits, 4, 6), part(digits, 6, 8), dates);
            add(part(digits, 4, 8), part(digits, 2, 4), part(digits, 0, 2), dates);
            add(part(digits, 4, 8), part(digits, 0, 2), part(digits, 2, 4), dates);
        }
        List<Piece> pieces = pieces(normalised);
        for (int i = 0; i + 2 < pieces.size(); i++) {
            if (near(pieces.get(i), pieces.get(i + 1)) && near(pieces.get(i + 1), pieces.get(i + 2))) {
                read(pieces.get(i), pieces.get(i + 1), pieces.get(i + 2), dates);
            }
        }
        if (normalised.indexOf('\u5e74') >= 0) {
            eras(normalised, dates);
        }
        return dates;
    }

    private static int part(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }

    private static boolean near(Piece one, Piece other) {
        return other.start - one.end <= 4;
    }

    private List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            String word = matcher.group();
            if (Character.isDigit(word.codePointAt(0))) {
                if (word.length() <= 4) {
                    pieces.add(new Piece(Integer.parseInt(word), word.length(), false, matcher.start(), matcher.end()));
                } else {
                    pieces.add(new Piece(-1, word.length(), false, matcher.start(), matcher.end()));
                }
                end = matcher.end();
            } else if (FILLERS.contains(word) || MARKS.contains(word)) {
                end = gone(matcher, pieces, end);
            } else {
                Integer month = months.get(word);
                int roman = roman(word);
                if (month == null
                        && roman > 0
                        && !pieces.isEmpty()
                        && matcher.start() - pieces.get(pieces.size() - 1).end <= 2) {
                    month = roman;
                }
                if (month == null && word.endsWith("a") && word.length() > 4) {
                    month = months.get(word.substring(0, word.length() - 1));
                }
                pieces.add(new Piece(month == null ? -1 : month, 0, month != null, matcher.start(), matcher.end()));
                end = matcher.end();
            }
        }
        return pieces;
    }

    /** A filler belongs to the piece before it. */
    private static int gone(Matcher matcher, List<Piece> pieces, int end) {
        if (!pieces.isEmpty() && matcher.start() - end <= 2) {
            Piece last = pieces.remove(pieces.size() - 1);
            pieces.add(new Piece(last.value, last.digits, last.isMonth, last.start, matcher.end()));
            return matcher.end();
        }
        return end;
    }

    private static int roman(String word) {
        for (int i = 0; i < ROMAN.length; i++) {
            if (ROMAN[i].equals(word)) {
                return i + 1;
            }
        }
        return -1;
    }

    private static void read(Piece a, Piece b, Piece c, Set<Integer> dates) {
        if (a.value < 0 || b.value < 0 || c.value < 0) {
            return;
        }
        int named = (a.isMonth ? 1 : 0) + (b.isMonth ? 1 : 0) + (c.isMonth ? 1 : 0);
        if (named > 1) {
            return;
        }
        if (named == 0) {
            years(a, year -> add(year, b.value, c.value, dates), 4);
            years(c, year -> add(year, b.value, a.value, dates), 2);
            years(c, year -> add(year, a.value, b.value, dates), 2);
        } else if (a.isMonth) {
            years(c, year -> add(year, a.value, b.value, dates), 2);
        } else if (b.isMonth) {
            years(c, year -> add(year, b.value, a.value, dates), 2);
            years(a, year -> add(year, b.value, c.value, dates), 4);
        } else {
            years(a, year -> add(year, c.value, b.value, dates), 4);
        }
    }

    private static void years(Piece piece, java.util.function.IntConsumer take, int least) {
        if (piece.digits == 4) {
            take.accept(piece.value);
        } else if (piece.digits == 2 && least == 2) {
            take.accept(1900 + piece.value);
            take.accept(2000 + piece.value);
        }
    }

    private static void add(int year, int month, int day, Set<Integer> dates) {
        if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31) {
            return;
        }
        if (day <= Month.of(month).maxLength()) {
            dates.add(year * 10000 + month * 100 + day);
        }
    }

    private static final Pattern ERA = Pattern.compile(
            "(\u660e\u6cbb|\u5927\u6b63|\u662d\u548c|\u5e73\u6210|\u4ee4\u548c)(\\d{1,2}|\u5143)\u5e74(\\d{1,2})\u6708(\\d{1,2})\u65e5");
    private static final List<String> ERAS =
            List.of("\u660e\u6cbb", "\u5927\u6b63", "\u662d\u548c", "\u5e73\u6210", "\u4ee4\u548c");

    private static void eras(String text, Set<Integer> dates) {
        Matcher era = ERA.matcher(text);
        while (era.find()) {
            int year = era.group(2).equals("\u5143") ? 1 : Integer.parseInt(era.group(2));
            try {
                LocalDate date = LocalDate.from(JapaneseDate.of(
                        JapaneseEra.of(ERAS.indexOf(era.group(1)) - 1),
                        year,
                        Integer.parseInt(era.group(3)),
                        Integer.parseInt(era.group(4))));
                dates.add(date.getYear() * 10000 + date.getMonthValue() * 100 + date.getDayOfMonth());
            } catch (DateTimeException e) {
                // No such day: no date.
            }
        }
    }
}
