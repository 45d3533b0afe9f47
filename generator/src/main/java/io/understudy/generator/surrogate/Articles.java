package io.understudy.generator.surrogate;

import io.understudy.core.Segment;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes "a" and "an" directly before a slot agree with the surface that will stand there. */
final class Articles {

    /** Spelled with a vowel, spoken with a consonant. */
    private static final Pattern CONSONANT_SOUND =
            Pattern.compile("(eu|ewe|once?\\b|uni([^nm]|$)|us[aeu]|ut[ei]|ub[ei]).*");

    /** Spelled with a consonant, spoken with a vowel. */
    private static final Pattern VOWEL_SOUND = Pattern.compile("(hour|honest|honou?r|heir).*");

    /** Capitals that are spelled out: "an FBI agent", "a US one". */
    private static final Pattern SPELLED = Pattern.compile("\\p{Lu}{2,4}(\\P{L}.*)?");

    private Articles() {}

    static Template agree(Template template, Function<Slot, String> surfaces) {
        List<Segment> segments = template.segments();
        List<Segment> changed = null;
        for (int i = 1; i < segments.size(); i++) {
            if (segments.get(i) instanceof Slot slot && segments.get(i - 1) instanceof Literal before) {
                String text = before.text();
                String agreed = articleEnd(text) == 0 ? text : agree(text, surfaces.apply(slot));
                if (!agreed.equals(text)) {
                    changed = changed == null ? new ArrayList<>(segments) : changed;
                    changed.set(i - 1, new Literal(agreed));
                }
            }
        }
        return changed == null ? template : new Template(changed);
    }

    /** The literal as it must be before this surface. */
    static String agree(String literal, String surface) {
        int end = articleEnd(literal);
        if (end == 0) {
            return literal;
        }
        boolean an = Character.toLowerCase(literal.charAt(end - 1)) == 'n';
        return an == startsWithVowel(surface) ? literal : an ? drop(literal, end) : insert(literal, end);
    }

    /** Index after the article that ends the literal, or 0 if there is none. */
    private static int articleEnd(String text) {
        int end = text.length() - 1;
        if (end < 1 || text.charAt(end) != ' ') {
            return 0;
        }
        int start = end;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        if (end - start < 1 || end - start > 2) {
            return 0;
        }
        boolean joined = start > 0 && "'’-.".indexOf(text.charAt(start - 1)) >= 0;
        String word = text.substring(start, end);
        return !joined && (word.equalsIgnoreCase("an") || word.equals("a") || word.equals("A")) ? end : 0;
    }

    private static String drop(String text, int end) {
        return text.substring(0, end - 1) + text.substring(end);
    }

    private static String insert(String text, int end) {
        return text.substring(0, end) + 'n' + text.substring(end);
    }

    static boolean startsWithVowel(String surface) {
        if (SPELLED.matcher(surface).matches() && surface.length() > 1) {
            return "AEFHILMNORSX".indexOf(surface.charAt(0)) >= 0;
        }
        String lower = surface.toLowerCase(Locale.ROOT);
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
