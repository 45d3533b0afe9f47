package io.understudy.ner.context;

import java.util.Set;

/** Firms that are called after several people. */
final class Firms {

    private static final Set<String> FIRM_ENDS =
            Set.of("sons", "co", "associates", "partners", "daughters", "brothers");
    private static final Set<String> BEFORE_FIRMS =
            Set.of("of", "from", "for", "at", "by", "with", "support", "joined");

    private final Reading reading;
    private final Lexicon lexicon;

    Firms(Reading reading, Lexicon lexicon) {
        this.reading = reading;
        this.lexicon = lexicon;
    }

    /** The end of "Owens, Duran and Oneal" and of "Thomas and Sons": surnames only, and something that tells a firm. */
    int end(int at) {
        if (at > 0 && reading.isCapital(at - 1) && reading.joined(at - 1)) {
            return -1;
        }
        if (reading.is(at + 1, "and")
                && reading.isIn(at + 2, FIRM_ENDS)
                && reading.isCapital(at + 2)
                && !reading.isIn(at, WordLists.FUNCTION)) {
            return at + 2;
        }
        boolean three = reading.is(at + 1, ",")
                && isSurname(at + 2)
                && (reading.is(at + 3, "and") || reading.is(at + 3, "&"))
                && isSurname(at + 4)
                && isSurname(at)
                && !reading.isCapital(at + 5);
        if (!three) {
            return -1;
        }
        boolean alone = reading.beginsLine(at) && reading.endsLine(at + 4);
        boolean told = reading.is(at + 5, "'s")
                || reading.is(at + 5, "’s")
                || (reading.isIn(at - 1, BEFORE_FIRMS) && !reading.is(at - 2, "songs"))
                || reading.lower(at + 5).equals("website");
        boolean mark = at > 0 && reading.is(at - 1, ">");
        return alone || told || (mark && reading.endsLine(at + 4)) ? at + 4 : -1;
    }

    private boolean isSurname(int token) {
        return reading.isCapital(token)
                && reading.word(token).length() > 2
                && !reading.isIn(token, WordLists.FUNCTION)
                && !lexicon.isFirstName(reading.lower(token))
                && !lexicon.isPlace(reading.word(token));
    }
}
