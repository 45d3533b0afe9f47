package io.understudy.ner.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Iterator;

/** What libphonenumber says of a number. */
enum NumberingPlans {
    /** No such country code, or too short or too long for its plan. */
    IMPOSSIBLE,
    /** Of the right length; its range may be given to nobody, as those for films are. */
    POSSIBLE,
    /** In a range that is in use. */
    VALID;

    /** No region: a country code must be there. */
    private static final String NOWHERE = "ZZ";

    /** UTF-16 units; no number is longer, however it is written. */
    private static final int LONGEST = 30;

    private static final int TRIES = 4;

    private static final int MOST_GROUPS = 6;

    /** So many marks in a row end a number. */
    private static final int MOST_MARKS = 4;

    /** The region of a country as our labels name it. */
    static String region(String country) {
        return country.equals("UK") ? "GB" : country;
    }

    /**
     * The end of a region's number without its country code that begins at {@code at}, valid there and in the groups in
     * which it is written there, not in one; or {@code at}.
     */
    static int national(String text, int at, String region) {
        int limit = Math.min(text.length(), at + LONGEST);
        while (limit < text.length() && limit > at && Character.isLetterOrDigit(text.charAt(limit))) {
            limit--;
        }
        if (!isGroupedAsNumber(text, at, limit)) {
            return at;
        }
        Iterator<PhoneNumberMatch> matches = PhoneNumberUtil.getInstance()
                .findNumbers(text.substring(at, limit), region, Leniency.STRICT_GROUPING, TRIES)
                .iterator();
        if (!matches.hasNext()) {
            return at;
        }
        PhoneNumberMatch match = matches.next();
        boolean grouped = match.rawString().chars().anyMatch(c -> !Character.isDigit(c));
        return match.start() == 0 && grouped ? at + match.end() : at;
    }

    /**
     * Whether the groups of digits at a place can be those of any country: none has more than six, nor two of one
     * digit. Spares long rows of digits the question, which costs much.
     */
    private static boolean isGroupedAsNumber(String text, int at, int limit) {
        int groups = 0;
        int single = 0;
        int marks = 0;
        int length = 0;
        for (int i = at; i < limit && marks < MOST_MARKS; i++) {
            if (PhoneNumbers.isDigit(text.charAt(i))) {
                length++;
                marks = 0;
                boolean ends = i + 1 == limit || !PhoneNumbers.isDigit(text.charAt(i + 1));
                groups += ends ? 1 : 0;
                single += ends && length == 1 ? 1 : 0;
                length = ends ? 0 : length;
            } else if (" .-/()\u00a0".indexOf(text.charAt(i)) < 0) {
                break;
            } else {
                marks++;
            }
        }
        return groups > 1 && groups <= MOST_GROUPS && single < 2;
    }

    /** @param number begins with a plus sign */
    static NumberingPlans judge(String number) {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber parsed = plans.parse(number, NOWHERE);
            if (plans.isPossibleNumberWithReason(parsed) != ValidationResult.IS_POSSIBLE) {
                return IMPOSSIBLE;
            }
            return plans.isValidNumber(parsed) ? VALID : POSSIBLE;
        } catch (NumberParseException e) {
            return IMPOSSIBLE;
        }
    }
}
