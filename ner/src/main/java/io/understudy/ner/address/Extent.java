package io.understudy.ner.address;

import io.understudy.ner.address.Token.Kind;

/** How far an address reaches to both sides of what tells it. */
final class Extent {

    private static final int MOST_NAMES = 4;
    private static final int MOST_LINES = 6;
    private static final int MOST_GROWTH = 24;

    private final Reading reading;

    Extent(Reading reading) {
        this.reading = reading;
    }

    /** Numbers and flats before, on the same line; the line before for military post. */
    int left(int first) {
        int at = first;
        for (int growth = 0; growth < MOST_GROWTH; growth++) {
            Token token = reading.at(at);
            int back = at - 1;
            if (reading.at(back).is(",") || reading.at(back).is(".")) {
                back--;
            }
            if (reading.at(back).is(">")) {
                back--;
            }
            if (reading.unitEnd(at) > at && reading.at(back).is(Kind.LINE_END) && namedHouse(back - 1) >= 0) {
                at = namedHouse(back - 1);
                continue;
            }
            boolean armed = StreetWords.ARMED_FORCES.contains(token.lower());
            if (armed && reading.at(back).is(Kind.LINE_END)) {
                back--;
            }
            if (back < 0 || reading.at(back).is(Kind.LINE_END)) {
                return at;
            }
            if (armed
                    && back > 0
                    && StreetWords.SHIPS.contains(reading.at(back - 1).lower())) {
                at = back - 1;
            } else if (reading.at(back).is(Kind.NUMBER) && back > 0 && unitStart(back) >= 0) {
                at = unitStart(back);
            } else if (reading.isHouse(reading.at(back))
                    && reading.at(at).start() - reading.at(back).end() <= 2) {
                at = back;
            } else if (namedHouse(back) >= 0) {
                at = namedHouse(back);
            } else {
                return at;
            }
        }
        return at;
    }

    /** Where "Puruntie 82" begins that ends at a number, when it is short. */
    private int namedHouse(int last) {
        int at = reading.isHouse(reading.at(last)) ? last - 1 : last;
        int names = 0;
        while (names < MOST_NAMES && reading.isName(reading.at(at)) && reading.beside(at)) {
            names++;
            at--;
        }
        // Names alone are somebody's; with a number before them they are a street.
        return names > 0 && reading.isHouse(reading.at(at)) && reading.beside(at) ? at : -1;
    }

    private int unitStart(int number) {
        for (int at = number - 1; at >= Math.max(0, number - 3); at--) {
            if (reading.unitEnd(at) == number) {
                return at;
            }
        }
        return -1;
    }

    /** Flats, towns, regions, postcodes and countries after, over a few short lines. */
    int right(int last) {
        int kept = last;
        int lines = 0;
        for (int growth = 0; growth < MOST_GROWTH; growth++) {
            int next = kept + 1;
            boolean comma = false;
            boolean line = false;
            while (reading.at(next).is(",")
                    || (reading.at(next).is(Kind.LINE_END) && next < reading.tokens.size())
                    || (line && reading.at(next).is(">"))
                    || (reading.at(next).is(".")
                            && (reading.end(kept) > reading.at(kept).end() || isOrdinal(next)))) {
                line |= reading.at(next).is(Kind.LINE_END);
                lines += reading.at(next).is(Kind.LINE_END) ? 1 : 0;
                comma |= reading.at(next).is(",");
                if (lines > MOST_LINES || (line && emptyLine(next))) {
                    return kept;
                }
                next++;
            }
            int taken = take(next, comma, line);
            if (taken < next) {
                return kept;
            }
            kept = taken;
        }
        return kept;
    }

    /** Houses have ordinal numbers in Hungary: "út 66. Apt. 268". */
    private boolean isOrdinal(int stop) {
        return reading.at(stop - 1).is(Kind.NUMBER)
                && reading.at(stop).start() == reading.at(stop - 1).end()
                && reading.unitEnd(stop + 1) > stop + 1;
    }

    private boolean emptyLine(int index) {
        return reading.at(index).is(Kind.LINE_END) && reading.at(index - 1).is(Kind.LINE_END);
    }

    /** "3º B" */
    private boolean isDoor(int floor) {
        String number = reading.at(floor).lower();
        Token door = reading.at(floor + 1);
        boolean ordinal = number.endsWith("\u00ba") || number.endsWith("\u00aa");
        return ordinal && reading.beside(floor) && door.is(Kind.CAPITAL) && door.end() - door.start() == 1;
    }

    /** The last token of the part that begins at {@code next}, or one before it where there is none. */
    private int take(int next, boolean comma, boolean line) {
        Token token = reading.at(next);
        if (reading.unitEnd(next) > next) {
            return reading.unitEnd(next);
        }
        if (token.is(Kind.NUMBER)) {
            boolean postcode = token.end() - token.start() <= 10
                    && !reading.at(next + 1).is(":")
                    && !reading.at(next + 1).is("%");
            int end = postcode && (reading.isSecondHalf(next) || isDoor(next)) ? next + 1 : next;
            // A telephone number begins a line of its own.
            return postcode && !(line && reading.at(end + 1).is(Kind.NUMBER)) && !isPhone(next) ? end : next - 1;
        }
        boolean state = token.end() - token.start() == 2 && Character.isUpperCase(reading.text.charAt(token.end() - 1));
        if (!token.is(Kind.CAPITAL) || (!state && StreetWords.NO_NAMES.contains(token.lower()))) {
            return next - 1;
        }
        int end = next;
        while (end - next < MOST_NAMES && reading.beside(end) && goesOn(end + 1)) {
            end++;
        }
        boolean closed =
                reading.closes(end) || (!comma && !line) || reading.at(end + 1).is(Kind.NUMBER);
        boolean shortLine = !line
                || reading.at(end + 1).is(Kind.LINE_END)
                || reading.at(end + 1).is(",")
                || reading.at(end + 1).is(Kind.NUMBER)
                || end + 1 >= reading.tokens.size()
                || reading.closes(end);
        return closed && shortLine && !reading.at(end + 1).is(":") ? end : next - 1;
    }

    /** Whether a name has one more word. */
    private boolean goesOn(int index) {
        String word = reading.at(index).lower();
        boolean state = word.length() == 2
                && Character.isUpperCase(reading.text.charAt(reading.at(index).end() - 1));
        boolean capital = reading.at(index).is(Kind.CAPITAL) && (state || !StreetWords.NO_NAMES.contains(word));
        return capital
                || (StreetWords.PARTICLES.contains(word)
                        && reading.at(index + 1).is(Kind.CAPITAL));
    }

    private boolean isPhone(int index) {
        return reading.at(index - 1).is("+")
                || reading.at(index - 1).is("(")
                || reading.at(index).end() - reading.at(index).start() > 8;
    }
}
