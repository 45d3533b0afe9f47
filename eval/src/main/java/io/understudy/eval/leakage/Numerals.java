package io.understudy.eval.leakage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers written as words, turned into digits: "oh two oh", "double seven", "forty-two", "nineteen eighty-four", "the
 * twenty-first", and digit by digit in other languages. For comparison only.
 */
final class Numerals {

    /** The ten digits, from zero, in languages beside English. */
    private static final String[] DIGITS = {
        "null eins zwei drei vier funf sechs sieben acht neun",
        "null ein zwo drei vier fuenf sechs sieben acht neun",
        "zero un deux trois quatre cinq six sept huit neuf",
        "cero uno dos tres cuatro cinco seis siete ocho nueve",
        "zero uno due tre quattro cinque sei sette otto nove",
        "zero um dois tres quatro cinco seis sete oito nove",
        "nul een twee drie vier vijf zes zeven acht negen",
        "noll ett tva tre fyra fem sex sju atta nio",
        "null en to tre fire fem seks sju atte ni",
        "nul et to tre fire fem seks syv otte ni",
        "zero jeden dwa trzy cztery piec szesc siedem osiem dziewiec",
        "sifir bir iki uc dort bes alti yedi sekiz dokuz",
        "\u043d\u043e\u043b\u044c \u043e\u0434\u0438\u043d \u0434\u0432\u0430 \u0442\u0440\u0438 \u0447\u0435\u0442\u044b\u0440\u0435"
                + " \u043f\u044f\u0442\u044c \u0448\u0435\u0441\u0442\u044c \u0441\u0435\u043c\u044c"
                + " \u0432\u043e\u0441\u0435\u043c\u044c \u0434\u0435\u0432\u044f\u0442\u044c"
    };

    /** Ten to nineteen, then twenty to ninety by tens, in languages beside English; what French has not is "-". */
    private static final String[] MORE = {
        "zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn"
                + " zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig",
        "dix onze douze treize quatorze quinze seize - - - vingt trente quarante cinquante soixante septante octante nonante",
        "diez - doce trece catorce quince dieciseis diecisiete dieciocho diecinueve"
                + " veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove"
                + " venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
        "dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove"
                + " vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
        "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"
                + " twintig dertig veertig vijftig zestig zeventig tachtig negentig",
        "tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
                + " tjugo trettio fyrtio femtio sextio sjuttio attio nittio"
    };

    /**
     * Languages that write units and tens as one word: place in DIGITS, in MORE, and what stands between, unit first.
     */
    private static final Map<Integer, Map.Entry<Integer, String>> UNITS_FIRST =
            Map.of(0, Map.entry(0, "und"), 1, Map.entry(0, "und"), 6, Map.entry(5, "en"));

    /** As {@link #UNITS_FIRST}, tens first. */
    private static final Map<Integer, Map.Entry<Integer, String>> TENS_FIRST =
            Map.of(3, Map.entry(2, ""), 4, Map.entry(3, ""), 7, Map.entry(6, ""));

    /** What may stand between tens and units: "treinta y uno", "trinta e um", "vingt et un". */
    private static final Set<String> LINKS = Set.of("y", "e", "et");

    private static final String[] UNITS =
            ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                            + " seventeen eighteen nineteen")
                    .split(" ", -1);
    private static final String[] TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
    private static final String[] ORDINALS =
            ("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
                            + " fifteenth sixteenth seventeenth eighteenth nineteenth")
                    .split(" ", -1);

    private static final Set<String> FRENCH_TEENS =
            Set.of("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize");

    private static final Map<String, Integer> VALUES = values();
    private static final Map<String, Integer> REPEATS = Map.of("double", 2, "triple", 3, "treble", 3);

    /** Inside a word, or between a word and a digit. */
    private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L})-(?=[\\p{L}\\d])|(?<=\\d)-(?=\\p{L})");

    private Numerals() {}

    private static Map<String, Integer> values() {
        Map<String, Integer> values = new HashMap<>();
        for (String language : DIGITS) {
            String[] words = language.split(" ", -1);
            for (int digit = 0; digit < words.length; digit++) {
                values.put(words[digit], digit);
            }
        }
        for (int i = 0; i < UNITS.length; i++) {
            values.put(UNITS[i], i);
            values.put(ORDINALS[i], i);
        }
        for (int i = 0; i < TENS.length; i++) {
            values.put(TENS[i], 20 + 10 * i);
            values.put(TENS[i].replace("y", "ieth"), 20 + 10 * i);
        }
        others(values);
        values.put("fourty", 40);
        values.put("oh", 0);
        values.put("o", 0);
        values.put("nought", 0);
        values.put("naught", 0);
        values.put("nil", 0);
        values.remove("to");
        values.remove("en");
        values.remove("et");
        return values;
    }

    private static void others(Map<String, Integer> values) {
        for (String language : MORE) {
            String[] words = language.split(" ", -1);
            for (int i = 0; i < words.length; i++) {
                values.putIfAbsent(words[i], i < 10 ? 10 + i : 10 * (i - 8));
            }
        }
        values.remove("-");
        values.put("vingts", 20);
        compounds(UNITS_FIRST, (unit, tens, link) -> unit + link + tens, values);
        // "veintiuno", "trentotto": a vowel gives way to the next.
        compounds(
                TENS_FIRST,
                (unit, tens, link) -> (tens.equals("veinte") ? "veinti" : tens)
                                .replaceFirst(
                                        "aeiou".indexOf(unit.charAt(0)) >= 0 && !tens.equals("veinte") ? "[ai]$" : "$",
                                        "")
                        + unit,
                values);
    }

    private interface Compound {
        String of(String unit, String tens, String link);
    }

    private static void compounds(
            Map<Integer, Map.Entry<Integer, String>> languages, Compound compound, Map<String, Integer> values) {
        languages.forEach((digits, more) -> {
            String[] units = DIGITS[digits].split(" ", -1);
            String[] tens = MORE[more.getKey()].split(" ", -1);
            for (int ten = 2; ten < 10; ten++) {
                for (int unit = 1; unit < 10; unit++) {
                    String first = units[unit].equals("eins") ? "ein" : units[unit];
                    values.putIfAbsent(compound.of(first, tens[ten + 8], more.getValue()), 10 * ten + unit);
                }
            }
        });
    }

    /** The hashes of all words that make numbers: what tells that a line is worth reading. */
    static long[] hashes() {
        return Stream.concat(VALUES.keySet().stream(), REPEATS.keySet().stream())
                .mapToLong(WordRuns::hash)
                .toArray();
    }

    /**
     * The text with number words as digits, other words as they are, one space between; empty where fewer than
     * {@code least} words are number words.
     *
     * @param normalised as {@link io.understudy.core.text.Normalization} gives it
     */
    static Optional<String> digits(String normalised, int least) {
        Reader reader = new Reader(HYPHEN.matcher(normalised).replaceAll(" ").split(" ", -1));
        List<String> out = reader.read();
        return reader.numerals < least ? Optional.empty() : Optional.of(years(out));
    }

    /** Reads words from left to right. */
    private static final class Reader {
        private final String[] words;
        private int at;
        private int numerals;

        Reader(String[] words) {
            this.words = words;
        }

        List<String> read() {
            List<String> out = new ArrayList<>(words.length);
            while (at < words.length) {
                Integer repeats = REPEATS.get(bare(words[at]));
                Optional<String> digit =
                        repeats == null || at + 1 == words.length ? Optional.empty() : digit(bare(words[at + 1]));
                if (digit.isPresent()) {
                    out.add(digit.get().repeat(repeats));
                    numerals += 2;
                    at += 2;
                } else if (VALUES.containsKey(bare(words[at]))) {
                    numerals++;
                    int value = number();
                    out.add(value + (words[at - 1].endsWith(",") ? "," : ""));
                } else {
                    out.add(words[at++]);
                }
            }
            return out;
        }

        /** A number below a hundred, or hundreds or thousands with such a number. */
        private int number() {
            int value = belowHundred();
            boolean hundreds = isNext("hundred");
            if (value > 9 || !(hundreds || isNext("thousand"))) {
                return value;
            }
            at++;
            int rest = isNext("and") ? at + 1 : at;
            // "five hundred five" may be 500 and 5; "two thousand five" is a year.
            if (rest < words.length && VALUES.containsKey(bare(words[rest])) && (rest > at || !hundreds)) {
                at = rest;
                return value * (hundreds ? 100 : 1000) + belowHundred();
            }
            return value * (hundreds ? 100 : 1000);
        }

        private int belowHundred() {
            int value = VALUES.get(bare(words[at++]));
            if (value == 4 && (isNext("vingt") || isNext("vingts"))) {
                at++;
                value = 80;
            }
            int next = at < words.length && LINKS.contains(words[at]) ? at + 1 : at;
            // "soixante-dix" and "quatre-vingt-dix-neuf" count on over ten.
            boolean french = value == 60 || value == 80;
            if (value < 20 || value % 10 != 0 || next >= words.length || !follows(bare(words[next]), french)) {
                return value;
            }
            at = next + 1;
            int more = VALUES.get(bare(words[next]));
            boolean teen = more == 10 && at < words.length && isUnit(bare(words[at]));
            return value + more + (teen ? VALUES.get(bare(words[at++])) : 0);
        }

        private static boolean follows(String word, boolean french) {
            return isUnit(word) || (french && FRENCH_TEENS.contains(word));
        }

        private boolean isNext(String word) {
            return at < words.length && bare(words[at]).equals(word);
        }
    }

    /** Two numbers of two digits that make a year are written as one: "19 84". */
    private static String years(List<String> words) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            out.append(i == 0 ? "" : " ").append(words.get(i));
            boolean century = words.get(i).matches("1[5-9]|20");
            if (century
                    && i + 1 < words.size()
                    && words.get(i + 1).matches("\\d\\d\\W*")
                    && !(i > 0 && words.get(i - 1).matches("\\d+"))
                    && !(i + 2 < words.size() && words.get(i + 2).matches("\\d+\\W*"))) {
                out.append(words.get(++i));
            }
        }
        return out.toString();
    }

    private static boolean isUnit(String word) {
        Integer value = VALUES.get(word);
        return value != null && value > 0 && value < 10;
    }

    private static Optional<String> digit(String word) {
        Integer value = VALUES.get(word);
        if (value != null && value < 10) {
            return Optional.of(Integer.toString(value));
        }
        return word.length() == 1 && Character.isDigit(word.charAt(0)) ? Optional.of(word) : Optional.empty();
    }

    /** Without the punctuation around it. */
    private static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(start, end);
    }
}
