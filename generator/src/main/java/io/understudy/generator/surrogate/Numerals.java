package io.understudy.generator.surrogate;

import io.understudy.core.text.NumberWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers and ordinals in English words, up to a hundred million: "two", "sixty-seven", "a hundred and five". */
final class Numerals {

    private static final long MOST = 99_999_999;

    private static final Map<String, Integer> SMALL = new HashMap<>();
    private static final Map<String, Integer> SCALES = Map.of("hundred", 100, "thousand", 1_000, "million", 1_000_000);
    private static final List<String> ORDINALS = new ArrayList<>();

    static {
        for (int i = 0; i < 20; i++) {
            SMALL.put(NumberWords.of(i), i);
        }
        for (int i = 20; i < 100; i += 10) {
            SMALL.put(NumberWords.of(i), i);
        }
        for (int i = 0; i <= 99; i++) {
            ORDINALS.add(ordinalOf(i));
        }
    }

    private static final String WORD = "(?:" + String.join("|", SMALL.keySet()) + "|hundred|thousand|million)";
    private static final Pattern NUMBER = Pattern.compile(
            "\\b(?:" + String.join("|", SMALL.keySet()) + ")(?:(?: and |-| |,\\s)" + WORD + ")*\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ORDINAL = Pattern.compile(
            "\\b(?:" + String.join("|", ORDINALS.subList(20, 100)) + "|" + String.join("|", ORDINALS.subList(2, 20))
                    + ")\\b",
            Pattern.CASE_INSENSITIVE);

    private Numerals() {}

    /** Each number in words near its own, in words; one stays, because of what is said in the singular behind it. */
    static String near(String text, int effort, SplittableRandom random) {
        Matcher numbers = NUMBER.matcher(text);
        StringBuilder out = new StringBuilder();
        while (numbers.find()) {
            long value = value(numbers.group());
            boolean moves = value > 1 && value <= MOST;
            String words = moves
                    ? NumberWords.of(Long.parseLong(Jitter.numbers(Long.toString(value), effort, random)))
                    : numbers.group();
            numbers.appendReplacement(out, Matcher.quoteReplacement(moves ? cased(numbers.group(), words) : words));
        }
        return numbers.appendTail(out).toString();
    }

    /** The first number in words. */
    static OptionalInt first(String text) {
        Matcher numbers = NUMBER.matcher(text);
        return numbers.find() && value(numbers.group()) <= MOST
                ? OptionalInt.of((int) value(numbers.group()))
                : OptionalInt.empty();
    }

    /** The text with another first number in words. */
    static String replaced(String text, int number) {
        Matcher numbers = NUMBER.matcher(text);
        return numbers.find() ? numbers.replaceFirst(cased(numbers.group(), NumberWords.of(number))) : text;
    }

    /** Each ordinal from the second to the 99th in words, moved to one near it. */
    static String nearOrdinals(String text, int effort, SplittableRandom random) {
        Matcher ordinals = ORDINAL.matcher(text);
        StringBuilder out = new StringBuilder();
        while (ordinals.find()) {
            int value = ordinal(ordinals.group());
            int other = Integer.parseInt(Jitter.numbers(Integer.toString(value), effort, random));
            ordinals.appendReplacement(out, cased(ordinals.group(), ordinalOf(other)));
        }
        return ordinals.appendTail(out).toString();
    }

    /** -1 where it is none up to the 99th. */
    static int ordinal(String word) {
        return ORDINALS.indexOf(word.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    /** "third", "twenty-first". */
    static String ordinalOf(int number) {
        String words = NumberWords.of(number);
        int last = words.lastIndexOf('-') + 1;
        String end = words.substring(last);
        String ordinal = switch (end) {
            case "one" -> "first";
            case "two" -> "second";
            case "three" -> "third";
            case "five" -> "fifth";
            case "eight" -> "eighth";
            case "nine" -> "ninth";
            case "twelve" -> "twelfth";
            default -> end.endsWith("y") ? end.substring(0, end.length() - 1) + "ieth" : end + "th";
        };
        return words.substring(0, last) + ordinal;
    }

    private static long value(String words) {
        long sum = 0;
        long group = 0;
        for (String word : words.toLowerCase(Locale.ROOT).split("[-,\\s]+", -1)) {
            Integer scale = SCALES.get(word);
            if (scale == null) {
                group += SMALL.getOrDefault(word, 0);
            } else if (scale == 100) {
                group = Math.max(1, group) * 100;
            } else {
                sum += Math.max(1, group) * scale;
                group = 0;
            }
        }
        return sum + group;
    }

    private static String cased(String as, String words) {
        boolean upper = as.equals(as.toUpperCase(Locale.ROOT));
        return upper
                ? words.toUpperCase(Locale.ROOT)
                : Character.isUpperCase(as.charAt(0)) ? Names.capital(words) : words;
    }
}
