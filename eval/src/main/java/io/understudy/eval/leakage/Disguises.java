package io.understudy.eval.leakage;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters written as something else: codes of web addresses ("%40"), of HTML ("&amp;#64;", "&amp;eacute;"), of mail
 * ("=C3=A9") and of programs ("\u005cu0040"), a word divided where a line ends, and digits in place of the letters that
 * they look like ("M0rdecai").
 */
final class Disguises {

    /** Without one of these nothing is coded. */
    private static final String CODES = "%&=\\\n";

    private static final Pattern BYTES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+|(?:=[89A-F][0-9A-F])+");
    private static final Pattern NUMBERED =
            Pattern.compile("&#(\\d{1,7});|&#[xX]([0-9A-Fa-f]{1,6});|\\\\u([0-9A-Fa-f]{4})|\\\\x([0-9A-Fa-f]{2})");
    /** Normalisation takes the accent away, so only the letter counts. */
    private static final Pattern ACCENTED =
            Pattern.compile("&([A-Za-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash|lig);");

    private static final Pattern DIVIDED = Pattern.compile("(?<=\\p{L})(?:-|=)[ \\t]*\\R[ \\t]*(?=\\p{Ll})");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]{4,}");

    /** Digits, and the letters that each is read as, a one as either. */
    private static final String LOOK = "013457";

    private static final String WITH_I = "oieast";
    private static final String WITH_L = "oleast";

    private Disguises() {}

    /**
     * The text without them, each way that it can be read.
     *
     * @param hasDigits whether any stands in the text
     * @return none where nothing is disguised
     */
    static Set<String> undone(String text, boolean hasDigits) {
        boolean coded = isCoded(text);
        boolean mixed = hasDigits && hasDigitBesideLetter(text);
        if (!coded && !mixed) {
            return Set.of();
        }
        String plain = coded ? decoded(text) : text;
        Set<String> ways = new LinkedHashSet<>();
        ways.add(plain);
        if (mixed) {
            ways.add(letters(plain, WITH_I));
            ways.add(letters(plain, WITH_L));
        }
        ways.remove(text);
        return ways;
    }

    private static boolean isCoded(String text) {
        for (int i = 0; i < CODES.length(); i++) {
            if (text.indexOf(CODES.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDigitBesideLetter(String text) {
        boolean digit = false;
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            boolean isLetter = !isDigit && Character.isLetter(c);
            if ((digit && isLetter) || (letter && isDigit)) {
                return true;
            }
            digit = isDigit;
            letter = isLetter;
        }
        return false;
    }

    private static String decoded(String text) {
        String plain = BYTES.matcher(text).replaceAll(Disguises::bytes);
        plain = NUMBERED.matcher(plain).replaceAll(Disguises::character);
        plain = ACCENTED.matcher(plain).replaceAll("$1").replace("&nbsp;", " ").replace("&szlig;", "ss");
        return DIVIDED.matcher(plain).replaceAll("");
    }

    private static String bytes(MatchResult codes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = codes.start(); at < codes.end(); at += 3) {
            bytes.write(Integer.parseInt(codes.group(), at - codes.start() + 1, at - codes.start() + 3, 16));
        }
        try {
            return Matcher.quoteReplacement(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            // Percents that are no codes stay.
            return Matcher.quoteReplacement(codes.group());
        }
    }

    private static String character(MatchResult code) {
        int c = code.group(1) == null
                ? Integer.parseInt(
                        code.group(2) != null ? code.group(2) : code.group(3) != null ? code.group(3) : code.group(4),
                        16)
                : Integer.parseInt(code.group(1));
        return Matcher.quoteReplacement(Character.isValidCodePoint(c) ? Character.toString(c) : code.group());
    }

    private static String letters(String text, String read) {
        return WORD.matcher(text).replaceAll(word -> {
            StringBuilder out = new StringBuilder(word.group());
            int digits = 0;
            for (int i = 0; i < out.length(); i++) {
                char c = out.charAt(i);
                digits += c >= '0' && c <= '9' ? 1 : 0;
                int look = LOOK.indexOf(c);
                if (look >= 0) {
                    out.setCharAt(i, read.charAt(look));
                }
            }
            return digits < out.length() - digits ? out.toString() : word.group();
        });
    }
}
