package io.understudy.ner.pattern;

import static io.understudy.ner.pattern.Fragments.HOUR;
import static io.understudy.ner.pattern.Fragments.NUMBER;

import io.understudy.core.Label;
import java.util.List;

/** Times of the day. */
final class Times {

    private static final String HALF_OF_DAY = "(?=[ap])(?:[ap]\\.m\\.|[ap]m\\b)";
    private static final String ZONE = "(?:(?: ?z| (?:utc|gmt|bst|c?est|edt|cs?t|cdt|ms?t|pst|pdt|cet|ist))\\b)?+";
    private static final String NOT_LONGER = "(?![\\p{L}\\p{N}_]|[:.]\\d)";

    private static final Form CLOCK = Form.of(
            "clock",
            Label.TIME,
            "(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,6}+)?+)?+(?: ?" + HALF_OF_DAY + ")?+" + ZONE
                    + NOT_LONGER);
    private static final Form FRENCH_CLOCK =
            Form.of("french_clock", Label.TIME, "(?:[01]?\\d|2[0-3])h[0-5]\\d" + NOT_LONGER);
    private static final Form HOUR_OF_HALF =
            Form.of("hour_of_half", Label.TIME, HOUR + "(?:[.:][0-5]\\d)?+ ?" + HALF_OF_DAY + ZONE + NOT_LONGER);
    private static final Form O_CLOCK =
            Form.of("o_clock", Label.TIME, HOUR + " ?o['\u2019]? ?clock\\b(?: " + HALF_OF_DAY + ")?+" + NOT_LONGER);
    private static final Form PAST = Form.of(
            "past",
            Label.TIME,
            "(?:half|(?:a )?quarter|(?:five|ten|twenty|twenty[- ]five|[1-5]?\\d)(?: min(?:ute)?s)?) past " + HOUR
                    + "(?: ?" + HALF_OF_DAY + ")?+" + NOT_LONGER);

    /** "ten to six" may be a range; minutes or a quarter may not. */
    private static final Form TO = Form.of(
            "to",
            Label.TIME,
            "(?:(?:a )?quarter|(?:five|ten|twenty|twenty[- ]five|[1-5]?\\d) min(?:ute)?s) to " + HOUR + "(?: ?"
                    + HALF_OF_DAY + ")?+" + NOT_LONGER);

    private static final Form AGO = Form.of(
            "ago",
            Label.TIME,
            "(?:" + NUMBER
                    + "|an?|a few|several|half an) (?:seconds?|secs?|minutes?|mins?|hours?|hrs?) (?:ago|from now|later)\\b");
    private static final Form NAMED = Form.of("named", Label.TIME, "(?:noon|midday|midnight|tonight)\\b");
    private static final Form THIS = Form.of("this", Label.TIME, "this (?:morning|afternoon|evening)\\b");

    /** Beginning with a digit or a number's word. */
    static final List<Form> FORMS = List.of(CLOCK, FRENCH_CLOCK, HOUR_OF_HALF, O_CLOCK, PAST, TO, AGO);

    static final List<Form> PARTS = List.of(PAST, TO, AGO);
    static final List<Form> NAMES = List.of(NAMED, THIS);

    private Times() {}
}
