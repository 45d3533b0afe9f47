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

    /** "11-member" and "3-bedroom", but not "123-III" and "12-ter". */
    private static final Pattern COUNTED = Pattern.compile("\\d+-(?!i+$|bis$|ter$)\\p{L}{3,}");

    private static final Set<String> NUMBERED_KINDS = Set.of("street", "st", "avenue", "ave");
    private static final Set<String> SIDES = Set.of("n", "s", "e", "w", "north", "south", "east", "west");

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
            Anchor house = house(at);
            return house == null ? numbered(at) : house;
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
            Anchor romance = romanceStreet(at, name);
            return romance == null ? smallStreet(at, name) : romance;
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

    /** "9th Avenue", "W 45th Street". */
    private Anchor numbered(int at) {
        boolean street = at(at).lower().matches("\\d{1,3}(?:st|nd|rd|th)")
                && at(at + 1).is(Kind.CAPITAL)
                && NUMBERED_KINDS.contains(at(at + 1).lower())
                && beside(at);
        boolean side = SIDES.contains(at(at - 1).lower()) && at(at - 1).is(Kind.CAPITAL) && beside(at - 1);
        return street ? new Anchor(side ? at - 1 : at, at + 1, "numbered") : null;
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

    /** "12 rue de la Paix": a small word first, and a name behind it. */
    private Anchor romanceStreet(int at, int kind) {
        if (!StreetWords.isFirst(at(kind).lower()) || !at(kind).is(Kind.SMALL) || !beside(kind - 1)) {
            return null;
        }
        int last = kind;
        int next = kind + 1;
        while (next - kind <= MOST_NAMES && beside(next - 1)) {
            boolean name = isName(at(next));
            if (!name && !StreetWords.PARTICLES.contains(at(next).lower())) {
                break;
            }
            last = name ? next : last;
            next++;
        }
        return last > kind && closes(last) ? new Anchor(at, last, "house") : null;
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
            boolean comma =
                    at(next).is(",") && isHouse(at(next + 1)) && StreetWords.isFirst(at(at).lower()) && names > 0;
            if (comma && at(next + 1).start() - at(next).end() <= 1) {
                return new Anchor(at, next + 1, "street");
            }
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

    /** "394 13", "B0J 2H0", "SW1A 1AA". */
    boolean isSecondHalf(int first) {
        Token second = at(first + 1);
        return second.is(Kind.NUMBER)
                && beside(first)
                && second.end() - second.start() <= 3
                && at(first).end() - at(first).start() <= 4
                && !at(first + 2).is(Kind.NUMBER);
    }

    boolean closes(int index) {
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

    boolean isName(Token token) {
        return token.is(Kind.CAPITAL) && !StreetWords.UNITS.contains(token.lower());
    }

    boolean isHouse(Token token) {
        boolean parted = token.lower().indexOf('-') > 0 || token.lower().indexOf('/') > 0;
        return token.is(Kind.NUMBER)
                && token.end() - token.start() <= (parted ? LONGEST_PARTED_HOUSE : LONGEST_HOUSE)
                && Character.isDigit(token.lower().charAt(0))
                && !COUNTED.matcher(token.lower()).matches();
    }

    /** Whether nothing but one white space parts a token from the next. */
    boolean beside(int index) {
        return at(index + 1).start() - at(index).end() <= 1 && !at(index + 1).is(Kind.LINE_END);
    }
}
