package io.understudy.eval.script;

import com.ibm.icu.text.Transliterator;
import io.understudy.core.text.Normalization;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of other scripts in Latin letters, by ICU's rules for each script (Cyrillic letters that English spells with
 * two letters first), and a key that is the same for the usual romanisations of one name: its consonants, folded.
 */
public final class Romanized {

    private static final String CYRILLIC =
            "\u0447 > ch; \u0448 > sh; \u0449 > shch; \u0446 > ts; \u0436 > zh; \u0445 > kh; \u044e > yu;"
                    + " \u044f > ya; \u0439 > y; \u0451 > yo; \u044d > e; \u044c > ; \u044a > ; \u0457 > yi; \u0454 > ye;";

    private static final int FEWEST_CONSONANTS = 4;
    private static final int LONGEST_NAME = 4;

    /** The most frequent family names of Korea, which hardly anybody spells by the rules. */
    private static final Map<String, String> KOREAN = Map.ofEntries(
            Map.entry("\uae40", "kim"),
            Map.entry("\uc774", "lee yi rhee"),
            Map.entry("\ubc15", "park pak"),
            Map.entry("\ucd5c", "choi"),
            Map.entry("\uc815", "jung chung jeong"),
            Map.entry("\uac15", "kang"),
            Map.entry("\uc870", "cho jo"),
            Map.entry("\uc724", "yoon yun"),
            Map.entry("\uc7a5", "chang jang"),
            Map.entry("\uc784", "lim im"),
            Map.entry("\uc624", "oh"),
            Map.entry("\uc2e0", "shin"),
            Map.entry("\uc720", "yoo yu ryu"),
            Map.entry("\uc548", "ahn"),
            Map.entry("\ub178", "roh noh"));

    /**
     * How else names are written in their own script: the first part of Arabic names written on to the second or not; a
     * letter that is a consonant here and a vowel there, Hebrew and Arabic "v", left out as a vowel.
     */
    private static final List<Map.Entry<String, String>> WAYS = List.of(
            Map.entry("", ""),
            Map.entry("\u0639\u0628\u062f ", "\u0639\u0628\u062f"),
            Map.entry("\u0639\u0628\u062f\u0627\u0644", "\u0639\u0628\u062f \u0627\u0644"),
            Map.entry("\u05d5", ""),
            Map.entry("\u0648", ""));

    private Romanized() {}

    /** Built when the first text of another script is met: it takes most of a second. */
    private static final class Rules {
        private static final Transliterator LATIN = Transliterator.createFromRules(
                "understudy",
                ":: Lower; " + CYRILLIC + " :: Any-Latin; :: Latin-ASCII; :: Lower;",
                Transliterator.FORWARD);
    }

    /** Whether a text has letters of a script other than Latin. */
    public static boolean isForeign(String text) {
        for (int at = 0; at < text.length(); ) {
            if (text.charAt(at) < 0x370) {
                at++;
                continue;
            }
            int c = text.codePointAt(at);
            if (Character.isLetter(c)) {
                UnicodeScript script = UnicodeScript.of(c);
                if (script != UnicodeScript.LATIN
                        && script != UnicodeScript.COMMON
                        && script != UnicodeScript.INHERITED) {
                    return true;
                }
            }
            at += Character.charCount(c);
        }
        return false;
    }

    /** In small plain letters. */
    public static String of(String text) {
        // Not normalised before: that would take the marks that tell one letter from another in other scripts.
        return Normalization.of(Rules.LATIN.transliterate(text).replaceAll("[\u02b9-\u02c1\u02bb'`]", ""));
    }

    /**
     * In small plain letters, in all ways that a name is divided: where a script writes family and given name together,
     * the given name is one word or each of its characters; Korean family names also as their bearers spell them.
     */
    public static List<String> all(String text) {
        int[] characters = text.strip().codePoints().toArray();
        if (characters.length < 2
                || characters.length > LONGEST_NAME
                || !Arrays.stream(characters).allMatch(Romanized::isSyllable)) {
            return WAYS.stream()
                    .map(way -> text.replace(way.getKey(), way.getValue()))
                    .distinct()
                    .map(Romanized::of)
                    .toList();
        }
        List<String> syllables = Arrays.stream(characters)
                .mapToObj(c -> of(Character.toString(c)).replace(" ", ""))
                .toList();
        List<String> all = new ArrayList<>(List.of(String.join(" ", syllables)));
        // Family names of two characters are rare, and given names then have two.
        for (int family = 1; family <= (characters.length == LONGEST_NAME ? 2 : 1); family++) {
            String given = String.join("", syllables.subList(family, syllables.size()));
            String name = String.join("", syllables.subList(0, family));
            all.add(name + " " + given);
            for (String usual :
                    KOREAN.getOrDefault(text.strip().substring(0, family), "").split(" ", -1)) {
                if (!usual.isEmpty()) {
                    all.add(usual + " " + given);
                    all.add(usual + " " + String.join(" ", syllables.subList(family, syllables.size())));
                }
            }
        }
        return all.stream().distinct().toList();
    }

    private static boolean isSyllable(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN || script == UnicodeScript.HANGUL;
    }

    /**
     * The consonants of each word, as romanisations agree on them, the words in the order of the alphabet with a space
     * between. "muhammad ali" and "mhmd ly" are both "l mmd". The Arabic article does not count, written on or not, nor
     * does an "s" at the end, which Greek names lose and get with their case.
     */
    public static String skeleton(String romanized) {
        return Stream.of(romanized.split("[^a-z]+", -1))
                .map(word -> isArticle(word) ? "" : word.replaceFirst("^al(?=.{3})", ""))
                .filter(word -> !word.isEmpty())
                .map(Romanized::consonants)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Whether a word is the Arabic article, which counts for nothing. */
    public static boolean isArticle(String word) {
        return word.equals("al") || word.equals("el");
    }

    private static String consonants(String word) {
        return word.replaceFirst("(?<=[a-z]{3})s$", "")
                .replaceAll("(.)\\1+", "$1")
                .replaceAll("shch|sch", "s")
                .replaceAll("ts|tz|z", "s")
                .replace("tch", "c")
                .replace("ph", "f")
                .replace("ck", "k")
                .replace('q', 'k')
                .replace("x", "ks")
                .replace('c', 'k')
                .replace('w', 'v')
                .replaceAll("[aeiouyjh]", "");
    }

    /** Whether a skeleton says enough to tell one name from others. */
    public static boolean isTelling(String skeleton) {
        return skeleton.replace(" ", "").length() >= FEWEST_CONSONANTS && skeleton.indexOf(' ') > 0;
    }
}
