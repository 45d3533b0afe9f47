package io.understudy.ner.address;

import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.ner.address.Reading.Anchor;
import io.understudy.ner.address.Token.Kind;
import io.understudy.ner.gazetteer.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes an address apart: units are told by their word, the house and the street by the anchor, what follows by its
 * form: digits are a postcode, a country and a state by name, and the first other name is the town.
 */
final class Parts {

    private static final Label HOUSE_NUMBER = new Label("HOUSE_NUMBER");
    private static final Label UNIT = new Label("UNIT");

    private final Reading reading;
    private final Anchor anchor;
    private final int last;
    private final List<Mention> parts = new ArrayList<>();
    private boolean hasNumber;
    private boolean hasTown;

    private Parts(Reading reading, Anchor anchor, int last) {
        this.reading = reading;
        this.anchor = anchor;
        this.last = last;
    }

    /** Those of the address from its first token to its last, in order. */
    static List<Mention> of(Reading reading, Anchor anchor, int first, int last) {
        Parts parts = new Parts(reading, anchor, last);
        parts.hasNumber = parts.hasNumber();
        int at = first;
        while (at <= last) {
            at = parts.take(at) + 1;
        }
        return List.copyOf(parts.parts);
    }

    private boolean hasNumber() {
        for (int at = anchor.first(); at <= anchor.last(); at++) {
            if (reading.at(at).is(Kind.NUMBER)) {
                return true;
            }
        }
        return false;
    }

    /** Takes the part that begins at a token; returns its last token. */
    private int take(int at) {
        Token token = reading.at(at);
        if (token.is(Kind.MARK) || token.is(Kind.LINE_END)) {
            return at;
        }
        int unit = reading.unitEnd(at);
        if (unit > at && unit <= last) {
            add(at, unit, UNIT);
            return unit;
        }
        if (at >= anchor.first() && at <= anchor.last()) {
            if (anchor.rule().equals("box")) {
                add(at, anchor.last(), UNIT);
                return anchor.last();
            }
            return street(at);
        }
        if (token.is(Kind.NUMBER)) {
            return number(at);
        }
        return name(at);
    }

    /** Of the numbers that stand on either side of a street's name the nearest behind is the house's. */
    private int street(int at) {
        if (reading.at(at).is(Kind.NUMBER)) {
            boolean behind = at == anchor.last();
            boolean house = behind
                    || (!reading.at(anchor.last()).is(Kind.NUMBER)
                            && !reading.at(at + 1).is(Kind.NUMBER));
            add(at, at, house ? HOUSE_NUMBER : Label.POSTCODE);
            return at;
        }
        int end = at;
        while (end < anchor.last() && !reading.at(end + 1).is(Kind.NUMBER)) {
            end++;
        }
        int name = end;
        while (name > at
                && reading.at(name).is(Kind.MARK)
                && reading.end(name - 1) < reading.at(name).end()) {
            name--;
        }
        add(at, name, Label.STREET);
        return end;
    }

    private int number(int at) {
        boolean before = at < anchor.first();
        if (before && !hasNumber) {
            hasNumber = true;
            add(at, at, HOUSE_NUMBER);
            return at;
        }
        String floor = reading.at(at).lower();
        if (floor.endsWith("\u00ba") || floor.endsWith("\u00aa")) {
            boolean door = at < last
                    && reading.at(at + 1).end() - reading.at(at + 1).start() == 1
                    && reading.at(at + 1).is(Kind.CAPITAL);
            add(at, door ? at + 1 : at, UNIT);
            return door ? at + 1 : at;
        }
        boolean dutch = at + 1 < last && reading.at(at).end() - reading.at(at).start() == 4 && isState(at + 1);
        int end = !before && at < last && (dutch || reading.isSecondHalf(at)) ? at + 1 : at;
        add(at, end, Label.POSTCODE);
        return end;
    }

    private int name(int at) {
        int end = at;
        while (end < last && isPartOfName(end + 1)) {
            end++;
        }
        String name =
                reading.text.substring(reading.at(at).start(), reading.at(end).end());
        boolean letters = name.length() == 2 && name.equals(name.toUpperCase(Locale.ROOT));
        if (Places.isCountry(name) || (letters && hasTown && end == last && !Places.isState(name))) {
            add(at, end, Label.COUNTRY);
        } else if (letters || (Places.isState(name) && hasTown)) {
            add(at, end, Label.STATE);
        } else if (end > at && isState(end)) {
            // "Springfield IL"
            add(at, end - 1, Label.CITY);
            add(end, end, Label.STATE);
            hasTown = true;
        } else {
            add(at, end, hasTown ? Label.STATE : Label.CITY);
            hasTown = true;
        }
        return end;
    }

    private boolean isState(int token) {
        int start = reading.at(token).start();
        int end = reading.at(token).end();
        return end - start == 2
                && Character.isUpperCase(reading.text.charAt(start))
                && Character.isUpperCase(reading.text.charAt(end - 1));
    }

    private boolean isPartOfName(int token) {
        return (reading.at(token).is(Kind.CAPITAL) || reading.at(token).is(Kind.SMALL))
                && reading.unitEnd(token) == token;
    }

    private void add(int first, int to, Label label) {
        parts.add(new Mention(reading.at(first).start(), reading.end(to), label));
    }
}
