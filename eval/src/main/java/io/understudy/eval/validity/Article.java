package io.understudy.eval.validity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * English a and an, by the sound that follows: of a word the usual sound of its beginning, with the usual exceptions;
 * of a number the sound of its name. What can be read both ways (capitals that may be spelled out, a single letter) is
 * not judged.
 */
final class Article {

    private static final List<String> SILENT_H = List.of("hour", "honest", "honor", "honour", "heir");

    /** Begin with a vowel's letter and a consonant's sound. */
    private static final List<String> LIKE_YOU = List.of(
            "uni", "use", "usual", "usu", "ute", "uto", "euro", "eu", "ewe", "ubiq", "ukul", "ura", "uri", "one",
            "once");

    /** Begin like those and with a vowel's sound all the same. */
    private static final List<String> LIKE_UNDER = List.of("unin", "unim", "unid", "oner", "onei", "usher");

    /** Stand after the letter a, not after an article. */
    private static final Set<String> NO_NOUN =
            Set.of("or", "and", "is", "are", "in", "on", "of", "as", "at", "if", "it", "a", "an", "i", "to", "for");

    private Article() {}

    /** Empty where {@code word} is no article or {@code next} is not judged. */
    static Optional<Boolean> isRight(String word, String next) {
        boolean an = word.equalsIgnoreCase("an");
        if (!an && !word.equals("a") && !word.equals("A")) {
            return Optional.empty();
        }
        return vowel(next).map(vowel -> vowel == an);
    }

    private static Optional<Boolean> vowel(String next) {
        String word = next.toLowerCase(Locale.ROOT);
        char first = word.charAt(0);
        if (first >= '0' && first <= '9') {
            // Eight, eleven, eighteen, eighty: 8..., 11, 18, and in thousands 11,... and 18,...
            String number = word.replaceAll("[.,].*", "");
            return Optional.of(first == '8' || number.equals("11") || number.equals("18"));
        }
        boolean plain = word.matches("[a-z'\\u2019-]+");
        if (!plain || NO_NOUN.contains(word) || word.length() < 2 || isSpelled(next)) {
            return Optional.empty();
        }
        if (starts(word, SILENT_H)) {
            return Optional.of(true);
        }
        if (starts(word, LIKE_YOU) && !starts(word, LIKE_UNDER)) {
            return Optional.of(false);
        }
        return Optional.of("aeiou".indexOf(first) >= 0);
    }

    /** Capitals, or no vowel at all. */
    private static boolean isSpelled(String word) {
        boolean capitals = word.chars().filter(Character::isUpperCase).count() > 1;
        return capitals || word.toLowerCase(Locale.ROOT).chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
    }

    private static boolean starts(String word, List<String> beginnings) {
        return beginnings.stream().anyMatch(word::startsWith);
    }
}
