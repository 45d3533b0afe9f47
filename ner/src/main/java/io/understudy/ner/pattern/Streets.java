package io.understudy.ner.pattern;

import io.understudy.core.Label;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Street addresses as English writes them, house number first, and boxes of a post office; without town and postcode.
 */
final class Streets {

    private static final String KIND =
            "(?=[a-z])(street|avenue|ave|boulevard|blvd|road|rd|lane|ln|drive|dr|court|ct|square|sq|way|place|pl"
                    + "|terrace|close|crescent|parkway|pkwy|highway|hwy|row|grove|gardens|walk|st|alley|circle|trail|mews)\\b"
                    + "(?:(?<=\\b(?:ave|blvd|rd|ln|dr|ct|sq|pl|pkwy|hwy|st))\\.)?+";
    private static final String UNIT =
            "(?:,? (?:(?:apt|apartment|suite|ste|unit|flat|floor|room|rm)\\b\\.?|#) ?#?\\d{1,5}+[a-z]?\\b)?+";
    private static final Set<String> ALWAYS_STREET =
            Set.of("street", "avenue", "boulevard", "road", "lane", "drive", "parkway", "crescent", "terrace");
    private static final Set<String> NEVER_IN_NAME =
            Set.of(("the a an in on of to at and or for from by is was were are miles mile "
                            + "minutes minute min hours hour days day km people cars times meters metres feet more per off down")
                    .split(" ", -1));
    private static final Pattern NAME =
            Pattern.compile("\\d+\\p{L}?(?:-\\d+)? (.*) " + KIND + ".*", Pattern.CASE_INSENSITIVE);

    private static final Form HOUSE = Form.of(
            "house",
            Label.ADDRESS,
            "\\d{1,5}+[a-z]?(?:-\\d{1,5})? (?:(?:[nsew]\\.?|north|south|east|west) )?+(?:[\\p{L}\\d.'\u2019-]{1,20}+ ){1,3}?"
                    + KIND + "(?: (?:[nsew]|ne|nw|se|sw|north|south|east|west)\\b)?+" + UNIT + "(?![\\p{L}\\p{N}_])",
            (text, start, end) -> isStreet(text.substring(start, end)));
    private static final Form BOX = Form.of("box", Label.ADDRESS, "p\\.? ?o\\.? box \\d{1,6}+(?![\\p{L}\\p{N}_])");

    static final List<Form> FORMS = List.of(HOUSE);
    static final List<Form> BOXES = List.of(BOX);

    private Streets() {}

    /** A name in capitals, or in small letters before a word that is nothing but a street. */
    private static boolean isStreet(String surface) {
        Matcher matcher = NAME.matcher(surface);
        if (!matcher.matches()) {
            return false;
        }
        boolean capitals = true;
        for (String word : matcher.group(1).split(" ", -1)) {
            if (NEVER_IN_NAME.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
            capitals &= !Character.isLowerCase(word.codePointAt(0));
        }
        return capitals || ALWAYS_STREET.contains(matcher.group(2).toLowerCase(Locale.ROOT));
    }
}
