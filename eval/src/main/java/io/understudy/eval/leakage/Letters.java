package io.understudy.eval.leakage;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Latin letters that decompose into nothing, and how each is read and spelled out with the 26 letters. */
final class Letters {

    private Letters() {}

    /** The plain letters that a small letter is read as: "o" for "ø", "ae" for "æ"; empty where it is its own. */
    static String plain(int c) {
        return switch (c) {
            case '\u00f8' -> "o";
            case '\u00e6' -> "ae";
            case '\u0153' -> "oe";
            case '\u0142' -> "l";
            case '\u0111', '\u00f0' -> "d";
            case '\u00fe' -> "th";
            case '\u0127' -> "h";
            case '\u014b' -> "n";
            case '\u0167' -> "t";
            case '\u0131' -> "i";
            case '\u0259' -> "e";
            default -> "";
        };
    }

    /**
     * The words for the letters from a to z in the alphabet of radio and telephone (ICAO, Annex 10), and how else some
     * are spelled.
     */
    private static final Map<String, String> SAID = said();

    private static Map<String, String> said() {
        Map<String, String> letters = new HashMap<>();
        String[] words =
                ("alfa bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa"
                                + " quebec romeo sierra tango uniform victor whiskey xray yankee zulu")
                        .split(" ", -1);
        for (String word : words) {
            letters.put(word, word.substring(0, 1));
        }
        letters.putAll(Map.of("alpha", "a", "juliet", "j", "whisky", "w", "x-ray", "x", "x ray", "x"));
        return letters;
    }

    private static final Pattern WORD = Pattern.compile("\\bx[- ]ray\\b|[a-z]+");

    /** The text with words of the spelling alphabet as letters. */
    static String said(String normalised) {
        return WORD.matcher(normalised).replaceAll(word -> SAID.getOrDefault(word.group(), word.group()));
    }

    /** The hashes of the words of the spelling alphabet. */
    static long[] saidHashes() {
        return SAID.keySet().stream().mapToLong(WordRuns::hash).toArray();
    }

    /** Whether {@link #spelledOut} would change a text. */
    static boolean mayBeSpelledOut(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80
                    && "\u00e4\u00c4\u00f6\u00d6\u00f8\u00d8\u00fc\u00dc\u00e5\u00c5\u0111\u0110\u0308".indexOf(c)
                            >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The text with letters spelled out where a plain typewriter would: "ü" as "ue", "ø" as "oe", "å" as "aa", "đ" as
     * "dj".
     */
    static String spelledOut(String text) {
        StringBuilder out = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Both ways to write an umlaut: one character, or a letter with a mark of its own.
            boolean umlaut = i + 1 < text.length() && text.charAt(i + 1) == '\u0308';
            switch (c) {
                case '\u00e4', '\u00c4' -> out.append("ae");
                case '\u00f6', '\u00d6', '\u00f8', '\u00d8' -> out.append("oe");
                case '\u00fc', '\u00dc' -> out.append("ue");
                case '\u00e5', '\u00c5' -> out.append("aa");
                case '\u0111', '\u0110' -> out.append("dj");
                case '\u0308' -> {}
                default -> {
                    out.append(c);
                    if (umlaut && "aouAOU".indexOf(c) >= 0) {
                        out.append('e');
                    }
                }
            }
        }
        return out.toString();
    }
}
