package io.understudy.eval.leakage;

import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/**
 * House numbers with their streets, in the order of any country: "221 Harrow Lane", "221b Harrow Ln", "Harrow Lane
 * 221", "12, rue de la Paix", "Hauptstr. 12". A street is known by the word that names it, the number by its digits.
 */
final class Streets {

    private static final Set<String> TYPES = Set.of(
            ("street st str road rd lane ln avenue ave av drive dr way court ct place pl square sq close cl crescent cres cr circle cir loop trail trl "
                            + "terrace ter row hill gardens gdns grove gr boulevard blvd bd parkway pkwy highway hwy mews walk rue chemin "
                            + "allee impasse quai calle c paseo plaza camino via viale corso piazza vicolo rua r avenida travessa "
                            + "strasse weg gasse platz ulica ul aleja straat laan plein gade vej gata gatan vagen")
                    .split(" ", -1));

    /** Written on to the street's name. */
    private static final Pattern SUFFIX = Pattern.compile(
            "(?<=\\p{L}{3})(strasse|str|weg|gasse|platz|allee|ufer|damm|straat|laan|weg|plein|gade|gate|gt|vej|gata|gatan|vagen)$");

    private static final Set<String> SMALL = Set.of(
            "de", "la", "le", "les", "du", "des", "del", "della", "di", "da", "do", "dos", "das", "the", "of", "no",
            "n", "s", "e", "w", "north", "south", "east", "west", "nr", "van", "den", "der");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}[a-z]?");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final int REACH = 5;

    private Streets() {}

    /** One key for each number that a street stands beside. */
    static void in(String normalised, LongConsumer keys) {
        String[] words = GAPS.split(normalised);
        for (int i = 0; i < words.length; i++) {
            if (NUMBER.matcher(words[i]).matches()) {
                look(words, i, 1, keys);
                look(words, i, -1, keys);
            }
        }
    }

    /** Looks for a street from a number on, in one direction. */
    private static void look(String[] words, int number, int step, LongConsumer keys) {
        String name = "";
        boolean typed = false;
        for (int at = number + step, far = 0; at >= 0 && at < words.length && far < REACH; at += step, far++) {
            String word = words[at];
            if (word.isEmpty() || SMALL.contains(word) || (word.length() == 1 && !TYPES.contains(word))) {
                continue;
            }
            String bare = SUFFIX.matcher(word).replaceFirst("");
            if (!bare.equals(word) && !TYPES.contains(word)) {
                key(words[number], bare, keys);
                return;
            }
            if (TYPES.contains(word)) {
                if (!name.isEmpty()) {
                    key(words[number], name, keys);
                    return;
                }
                typed = true;
            } else if (Character.isDigit(word.charAt(0))) {
                return;
            } else if (typed) {
                key(words[number], word, keys);
                return;
            } else {
                // The word beside the type names the street.
                name = step > 0 || name.isEmpty() ? word : name;
            }
        }
    }

    private static void key(String number, String name, LongConsumer keys) {
        String digits = number.replaceAll("\\D", "");
        keys.accept(WordRuns.extend(KnownText.hash(digits), KnownText.hash(name)));
    }
}
