package io.understudy.ner.context;

import static io.understudy.core.Label.LOCATION;
import static io.understudy.core.Label.POSTCODE;

import java.util.ArrayList;
import java.util.List;

/** Postcodes that stand behind a town: "in Bjert 6091". */
final class TownPostcodes {

    /** Above that of a number. */
    private static final double SCORE = 0.85;

    private TownPostcodes() {}

    /** @param places names, those of towns among them */
    static List<Name> in(Reading reading, List<Name> places) {
        List<Name> found = new ArrayList<>();
        for (Name place : places) {
            int code = place.last() + 1;
            if (place.is(LOCATION)
                    && reading.lower(place.first() - 1).equals("in")
                    && reading.joined(place.last())
                    && isPostcode(reading, code)) {
                int last = reading.word(code).length() == 3 ? code + 1 : code;
                found.add(new Name(
                        reading.start(code), reading.end(last), code, last, POSTCODE, SCORE, "town before it"));
            }
        }
        return found;
    }

    /** Four to six digits that are no year. */
    static boolean isPostcode(Reading reading, int token) {
        String word = reading.word(token);
        boolean two = word.matches("\\d{3}")
                && reading.joined(token)
                && reading.word(token + 1).matches("\\d\\d");
        return two || (word.matches("\\d{5,6}|\\d{4}(?:-\\d{3})?") && !word.matches("(?:19|20)\\d\\d"));
    }
}
