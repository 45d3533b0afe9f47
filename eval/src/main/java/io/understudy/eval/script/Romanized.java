package io.understudy.eval.script;

import com.ibm.icu.text.Transliterator;
import io.understudy.core.text.Normalization;
import java.lang.Character.UnicodeScript;
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
            int c = text.codePointAt(at);
            if (c >= 0x370 && Character.isLetter(c)) {
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
     * The consonants of each word, as romanisations agree on them, the words in the order of the alphabet with a space
     * between. "muhammad ali" and "mhmd ly" are both "l mmd".
     */
    public static String skeleton(String romanized) {
        return Stream.of(romanized.split("[^a-z]+", -1))
                .filter(word -> !word.isEmpty())
                .map(Romanized::consonants)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String consonants(String word) {
        return word.replaceAll("(.)\\1+", "$1")
                .replaceAll("shch|sch", "s")
                .replaceAll("ts|tz", "s")
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
