package io.understudy.generator.surrogate;

import io.understudy.core.Shape;
import io.understudy.core.text.Normalization;
import io.understudy.core.text.PersonName;

/** A shorter or differently written name of something, made from its surrogate as it was made from its full name. */
final class Variant {

    private Variant() {}

    /**
     * "Acme" of "Acme Widgets Ltd" is "Brandt" of "Brandt Harbor Group"; "AWL" is "BHG"; "ACME WIDGETS LTD" is "BRANDT
     * HARBOR GROUP".
     *
     * @param surface as it is written here
     * @param full the full name
     * @param drawn the surrogate of the full name
     */
    static String of(String surface, String full, String drawn) {
        String ending = PersonName.ending(surface);
        String plain = surface.substring(0, surface.length() - ending.length());
        String whole =
                drawn.substring(0, drawn.length() - PersonName.ending(drawn).length());
        String fullPlain =
                full.substring(0, full.length() - PersonName.ending(full).length());
        if (Normalization.of(plain).equals(Normalization.of(fullPlain))) {
            return Look.of(Shape.of(plain)).cased(whole) + ending;
        }
        String[] words = whole.split("\\s+", -1);
        int count = plain.strip().split("\\s+", -1).length;
        boolean capitals = plain.length() < 8 && plain.chars().noneMatch(Character::isLowerCase);
        if (count == 1 && capitals && words.length > 1) {
            StringBuilder letters = new StringBuilder();
            for (String word : words) {
                if (Character.isUpperCase(word.charAt(0))) {
                    letters.append(word.charAt(0));
                }
            }
            if (letters.length() > 1) {
                return letters + ending;
            }
        }
        StringBuilder some = new StringBuilder();
        for (int i = 0; i < Math.min(count, words.length); i++) {
            some.append(i == 0 ? "" : " ").append(words[i]);
        }
        return Look.of(Shape.of(plain)).cased(some.toString()) + ending;
    }
}
