package io.understudy.ner.address;

import io.understudy.ner.address.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One text's tokens, and what tells an address among them. */
final class Reading {

    private static final int MOST_NAMES = 4;
    private static final int LONGEST_HOUSE = 6;
    private static final int LONGEST_PARTED_HOUSE = 9;
    private static final int MOST_LINES = 6;
    private static final int MOST_GROWTH = 24;

    /** "11-member" and "3-bedroom", but not "123-III" and "12-ter". */
    private static final Pattern COUNTED = Pattern.compile("\\d+-(?!i+$|bis$|ter$)\\p{L}{3,}");

    /** What tells an address, from its first token to its last. */
    record Anchor(int first, int last, String rule) {}

    final String text;
    final List<Token> tokens;

    Reading(String text) {
        this.text = text;
        this.tokens = Token.of(text);
    }

    Token at(int index) {
        return index >= 0 && index < tokens.size()
                ? tokens.get(index)
                : new Token(text.length(), text.length(), Kind.LINE_END, "");
    }

    /** An abbreviation's full stop belongs to it, a sentence's does not. */
    int end(int index) {
        Token token = at(index);
        boolean abbreviated = at(index + 1).is(".")
                && at(index + 1).start() == token.end()
                && (StreetWords.isLast(token.lower()) || StreetWords.KINDS.contains(token.lower()))
                && !token.is("street")
                && token.end() - token.start() <= 4;
        return abbreviated ? at(index + 1).end() : token.end();
    }

    Anchor anchor(int at) {
        Token token = tokens.get(at);
        if (token.is(Kind.NUMBER)) {
            return house(at);
        }
        if (!token.is(Kind.CAPITAL) && !token.is(Kind.SMALL)) {
            return null;
        }
        if (StreetWords.ARMED_FORCES.contains(token.lower())
                && at(at + 1).lower().matches("a[aep]")
                && at(at + 2).is(Kind.NUMBER)) {
            return new Anchor(at, at + 2, "military");
        }
        if (StreetWords.SURE_UNITS.contains(token.lower()) && unitEnd(at) > at) {
            int next = unitEnd(at) + 1;
            while (at(next).is(",") || (at(next).is(Kind.LINE_END) && next < tokens.size())) {
                next++;
            }
            Anchor house = at(next).is(Kind.NUMBER) ? house(next) : null;
            return house != null ? house : new Anchor(at, unitEnd(at), "unit");
        }
        if (token.is("po") || token.is("p")) {
            int box = at + 1;
            while (box < at + 4 && (at(box).is(".") || at(box).is("o"))) {
                box++;
            }
            boolean office =
                    token.is("po") || at(box - 1).is("o") || at(box - 2).is("o");
            return office && at(box).is("box") && unitEnd(box) > box ? new Anchor(at, unitEnd(box), "box") : null;
        }
        if (token.is("corner") && at(at + 1).is("of")) {
            return corner(at);
        }
        boolean begins = token.is(Kind.CAPITAL)
                || StreetWords.isFirst(token.lower())
                || (token.is(Kind.SMALL) && StreetWords.isCompound(token.lower()) && isHouse(at(at - 1)));
        return begins ? street(at) : null;
    }

    /** "12 Elm Street", "12 Harjukuja 54", and "12 Anything" after a telling word. */
    private Anchor house(int at) {
        if (!isHouse(at(at))) {
            return null;
        }
        int name = at + 1;
        if (isHouse(at(name)) && at(name).start() - at(at).end() == 1) {
            name++;
        }
        int names = 0;
        while (names < MOST_NAMES && isPartOfName(name, names)) {
            if (StreetWords.KINDS.contains(at(name + names).lower()) && names > 0) {
                return new Anchor(at, name + names, "house");
            }
            names++;
        }
        if (names == 0) {
            return smallStreet(at, name);
        }
        Token first = at(name);
        boolean capital = first.is(Kind.CAPITAL) && !StreetWords.NO_NAMES.contains(first.lower());
        boolean numbered = capital && isHouse(at(name + names)) && beside(name + names - 1);
        if (numbered && (closes(name + names) || isToldOf(at))) {
            return new Anchor(at, name + names, "number");
        }
        boolean street = names > 1 && StreetWords.isFirst(first.lower());
        return capital && (street || isToldOf(at)) ? new Anchor(at, name + names - 1, "told") : null;
    }

    /** "the corner of Elm Street and Oak Road". */
    private Anchor corner(int at) {
        int end = at + 2;
        boolean and = false;
        while (end - at < 14
                && (isName(at(end))
                        || at(end).is(Kind.NUMBER)
                        || at(end).is("and")
                        || (at(end).is(".") && isAbbreviated(end))
                        || StreetWords.PARTICLES.contains(at(end).lower()))) {
            and |= at(end).is("and");
            end++;
        }
        return and && end - at > 4 ? new Anchor(at(at - 1).is("the") ? at - 1 : at, end - 1, "corner") : null;
    }

    private boolean isAbbreviated(int stop) {
        return at(stop - 1).end() - at(stop - 1).start() <= 3
                && at(stop).start() == at(stop - 1).end();
    }

    /** A name, or a small word inside one ("Jiřího z Poděbrad", "Piroska u. 97"). */
    private boolean isPartOfName(int name, int names) {
        Token token = at(name + names);
        boolean inside = names > 0
                && (StreetWords.PARTICLES.contains(token.lower())
                        || (token.is(".") && at(name + names - 1).is("u")));
        return (isName(token) || inside) && beside(name + names - 1);
    }

    /** In small letters, only what can be nothing but a street: "12 elm street". */
    private Anchor smallStreet(int at, int name) {
        for (int names = 1; names <= 2; names++) {
            Token kind = at(name + names);
            boolean street = kind.is(Kind.SMALL)
                    && StreetWords.CLEAR_KINDS.contains(kind.lower())
                    && at(name).is(Kind.SMALL)
                    && !StreetWords.NO_NAMES.contains(at(name).lower())
                    && !StreetWords.PARTICLES.contains(at(name).lower())
                    && !at(at).lower().matches("1?\\d?\\d(?:st|nd|rd|th)");
            if (street && beside(name) && beside(name + names - 1)) {
                return new Anchor(at, name + names, "house");
            }
        }
        return null;
    }

    /** "Rue Gafsa 62", "Augsburger Strasse 36", "Harjukuja 54". */
    private Anchor street(int at) {
        boolean known = StreetWords.isFirst(at(at).lower()) || StreetWords.isCompound(at(at).lower());
        int next = at + 1;
        if (at(next).is(".") && known) {
            next++;
        }
        for (int names = 0; names < MOST_NAMES + 1 && beside(next - 1); names++, next++) {
            if (isHouse(at(next))) {
                return known && names >= (StreetWords.isFirst(at(at).lower()) ? 1 : 0)
                        ? new Anchor(at, next, "street")
                        : null;
            }
            boolean name = isName(at(next))
                    || StreetWords.PARTICLES.contains(at(next).lower())
                    || StreetWords.isLast(at(next).lower());
            if (at(next).is(".") && known) {
                continue;
            }
            if (!name) {
                return null;
            }
            known |= StreetWords.isLast(at(next).lower()) || StreetWords.isCompound(at(next).lower());
        }
        return null;
    }

    /** The number of the flat, or the place itself where there is none. */
    int unitEnd(int at) {
        if (!StreetWords.UNITS.contains(at(at).lower())) {
            return at;
        }
        int next = at + 1;
        while (at(next).is(".") || at(next).is("#")) {
            next++;
        }
        boolean number = at(next).is(Kind.NUMBER) && at(next).end() - at(next).start() <= LONGEST_HOUSE;
        return number && at(next).start() - at(at).end() <= 3 ? next : at;
    }

    private boolean isToldOf(int at) {
        Token one = before(at, 1);
        Token two = before(at, 2);
        Token three = before(at, 3);
        boolean address = one.lower().startsWith("address")
                || two.lower().startsWith("address")
                || three.lower().startsWith("address");
        boolean verb = one.is("at")
                && Set.of(
                                "lives",
                                "live",
                                "living",
                                "located",
                                "arrived",
                                "resides",
                                "residing",
                                "house",
                                "home",
                                "stays",
                                "based",
                                "lived",
                                "works",
                                "met")
                        .contains(two.lower());
        boolean sent = one.is("to")
                && Set.of("sent", "send", "moved", "deliver", "delivered", "ship", "shipped", "mail", "mailed", "it")
                        .contains(two.lower());
        return address || verb || sent;
    }

    /** The words before a place, marks left out. */
    private Token before(int at, int back) {
        int left = back;
        for (int i = at - 1; i >= 0 && i > at - 12; i--) {
            if (!tokens.get(i).is(Kind.MARK) && !tokens.get(i).is(Kind.LINE_END) && --left == 0) {
                return tokens.get(i);
            }
        }
        return at(-1);
    }

    /** Numbers and flats before, on the same line; the line before for military post. */
    int growLeft(int first) {
        int at = first;
        for (int growth = 0; growth < MOST_GROWTH; growth++) {
            Token token = at(at);
            int back = at - 1;
            if (at(back).is(",") || at(back).is(".")) {
                back--;
            }
            if (at(back).is(">")) {
                back--;
            }
            if (unitEnd(at) > at && at(back).is(Kind.LINE_END) && namedHouse(back - 1) >= 0) {
                at = namedHouse(back - 1);
                continue;
            }
            boolean armed = StreetWords.ARMED_FORCES.contains(token.lower());
            if (armed && at(back).is(Kind.LINE_END)) {
                back--;
            }
            if (back < 0 || at(back).is(Kind.LINE_END)) {
                return at;
            }
            if (armed && back > 0 && StreetWords.SHIPS.contains(at(back - 1).lower())) {
                at = back - 1;
            } else if (at(back).is(Kind.NUMBER) && back > 0 && unitStart(back) >= 0) {
                at = unitStart(back);
            } else if (isHouse(at(back)) && at(at).start() - at(back).end() <= 2) {
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
        int at = isHouse(at(last)) ? last - 1 : last;
        int names = 0;
        while (names < MOST_NAMES && isName(at(at)) && beside(at)) {
            names++;
            at--;
        }
        // Names alone are somebody's; with a number before them they are a street.
        return names > 0 && isHouse(at(at)) && beside(at) ? at : -1;
    }

    private int unitStart(int number) {
        for (int at = number - 1; at >= Math.max(0, number - 3); at--) {
            if (unitEnd(at) == number) {
                return at;
            }
        }
        return -1;
    }

    /** Flats, towns, regions, postcodes and countries after, over a few short lines. */
    int growRight(int last) {
        int kept = last;
        int lines = 0;
        for (int growth = 0; growth < MOST_GROWTH; growth++) {
            int next = kept + 1;
            boolean comma = false;
            boolean line = false;
            while (at(next).is(",")
                    || (at(next).is(Kind.LINE_END) && next < tokens.size())
                    || (line && at(next).is(">"))
                    || (at(next).is(".") && (end(kept) > at(kept).end() || isOrdinal(next)))) {
                line |= at(next).is(Kind.LINE_END);
                lines += at(next).is(Kind.LINE_END) ? 1 : 0;
                comma |= at(next).is(",");
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
        return at(stop - 1).is(Kind.NUMBER) && at(stop).start() == at(stop - 1).end() && unitEnd(stop + 1) > stop + 1;
    }

    private boolean emptyLine(int index) {
        return at(index).is(Kind.LINE_END) && at(index - 1).is(Kind.LINE_END);
    }

    /** The last token of the part that begins at {@code next}, or one before it where there is none. */
    private int take(int next, boolean comma, boolean line) {
        Token token = at(next);
        if (unitEnd(next) > next) {
            return unitEnd(next);
        }
        if (token.is(Kind.NUMBER)) {
            boolean postcode = token.end() - token.start() <= 10
                    && !at(next + 1).is(":")
                    && !at(next + 1).is("%");
            int end = postcode && isSecondHalf(next) ? next + 1 : next;
            // A telephone number begins a line of its own.
            return postcode && !(line && at(end + 1).is(Kind.NUMBER)) && !isPhone(next) ? end : next - 1;
        }
        boolean state = token.end() - token.start() == 2 && Character.isUpperCase(text.charAt(token.end() - 1));
        if (!token.is(Kind.CAPITAL) || (!state && StreetWords.NO_NAMES.contains(token.lower()))) {
            return next - 1;
        }
        int end = next;
        while (end - next < MOST_NAMES && beside(end) && goesOn(end + 1)) {
            end++;
        }
        boolean closed = closes(end) || (!comma && !line) || at(end + 1).is(Kind.NUMBER);
        boolean shortLine = !line
                || at(end + 1).is(Kind.LINE_END)
                || at(end + 1).is(",")
                || at(end + 1).is(Kind.NUMBER)
                || end + 1 >= tokens.size()
                || closes(end);
        return closed && shortLine && !at(end + 1).is(":") ? end : next - 1;
    }

    /** Whether a name has one more word. */
    private boolean goesOn(int index) {
        String word = at(index).lower();
        boolean capital = at(index).is(Kind.CAPITAL) && !StreetWords.NO_NAMES.contains(word);
        return capital || (StreetWords.PARTICLES.contains(word) && at(index + 1).is(Kind.CAPITAL));
    }

    /** "394 13", "B0J 2H0", "SW1A 1AA". */
    boolean isSecondHalf(int first) {
        Token second = at(first + 1);
        return second.is(Kind.NUMBER)
                && beside(first)
                && second.end() - second.start() <= 3
                && at(first).end() - at(first).start() <= 4
                && !at(first + 2).is(Kind.NUMBER);
    }

    private boolean isPhone(int index) {
        return at(index - 1).is("+")
                || at(index - 1).is("(")
                || at(index).end() - at(index).start() > 8;
    }

    private boolean closes(int index) {
        Token next = at(index + 1);
        return index + 1 >= tokens.size()
                || next.is(Kind.LINE_END)
                || next.is(",")
                || next.is(".")
                || next.is(";")
                || next.is("?")
                || next.is(")")
                || unitEnd(index + 1) > index + 1;
    }

    private boolean isName(Token token) {
        return token.is(Kind.CAPITAL) && !StreetWords.UNITS.contains(token.lower());
    }

    private boolean isHouse(Token token) {
        boolean parted = token.lower().indexOf('-') > 0 || token.lower().indexOf('/') > 0;
        return token.is(Kind.NUMBER)
                && token.end() - token.start() <= (parted ? LONGEST_PARTED_HOUSE : LONGEST_HOUSE)
                && Character.isDigit(token.lower().charAt(0))
                && !COUNTED.matcher(token.lower()).matches();
    }

    /** Whether nothing but one white space parts a token from the next. */
    private boolean beside(int index) {
        return at(index + 1).start() - at(index).end() <= 1 && !at(index + 1).is(Kind.LINE_END);
    }
}
