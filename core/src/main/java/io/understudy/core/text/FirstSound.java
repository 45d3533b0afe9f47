package io.understudy.core.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** What an English word begins with when it is spoken: that decides between "a" and "an". */
public final class FirstSound {

    /** Spelled with a vowel, spoken with a consonant. */
    private static final Pattern CONSONANT_SOUND =
            Pattern.compile("(eu|ewe|once?\\b|uni([^nm]|$)|us[aeu]|ut[ei]|ub[ei]).*", Pattern.DOTALL);

    /** Spelled with a consonant, spoken with a vowel. */
    private static final Pattern VOWEL_SOUND = Pattern.compile("(hour|honest|honou?r|heir).*", Pattern.DOTALL);

    /** Capitals that are spelled out: "an FBI agent", "a US one". */
    private static final Pattern SPELLED = Pattern.compile("\\p{Lu}{2,4}(\\P{L}.*)?", Pattern.DOTALL);

    private FirstSound() {}

    /** Whether the text is spoken with a vowel first; false for an empty one. */
    public static boolean isVowel(String text) {
        if (text.isEmpty()) {
            return false;
        }
        if (text.length() > 1 && SPELLED.matcher(text).matches()) {
            return "AEFHILMNORSX".indexOf(text.charAt(0)) >= 0;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        char first = lower.charAt(0);
        if (Character.isDigit(first)) {
            String digits = lower.split("\\D", 2)[0];
            return first == '8' || digits.equals("11") || digits.equals("18");
        }
        return "aeiou".indexOf(first) >= 0
                ? !CONSONANT_SOUND.matcher(lower).matches()
                : VOWEL_SOUND.matcher(lower).matches();
    }
}
