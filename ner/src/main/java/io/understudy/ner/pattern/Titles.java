package io.understudy.ner.pattern;

import io.understudy.core.Label;
import java.util.List;

/** Titles before a name, with or without a full stop. */
final class Titles {

    private static final Form BEFORE_NAME = Form.of(
            "before_name",
            Label.TITLE,
            "(?:mrs?|ms|mx|miss|dr|prof|professor|doctor|sir|madam|dame|lord|lady|rev|reverend|fr|hon|capt|captain|lt|sgt"
                    + "|sergeant|colonel|gen|herr|frau|monsieur|madame|mme|mlle|sra?|srta|dott|sig|signora|dhr|mevr)"
                    + "\\b\\.?(?= ?\\p{L})",
            Titles::isBeforeName);

    /** Beginning with one of the words. */
    static final List<Form> FORMS = List.of(BEFORE_NAME);

    static final String WORDS =
            "mr mrs ms mx miss dr prof professor doctor sir madam dame lord lady rev reverend fr hon capt"
                    + " captain lt sgt sergeant colonel gen herr frau monsieur madame mme mlle sr sra srta dott sig signora dhr mevr";

    private Titles() {}

    /** A capital begins it and a capital follows; in small letters only with a full stop. */
    private static boolean isBeforeName(String text, int start, int end) {
        boolean stop = text.charAt(end - 1) == '.';
        int name = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        boolean capital = name < text.length() && Character.isUpperCase(text.charAt(name));
        boolean spaced = name > end;
        boolean small = Character.isLowerCase(text.charAt(start));
        // "Miss Jones" but "Miss you", and "Fr." of a Friday is no father.
        return spaced && (small ? stop && end - start <= 5 : capital);
    }
}
