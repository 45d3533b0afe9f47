package io.understudy.ner.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** What libphonenumber says of a number with a country code. */
enum NumberingPlans {
    /** No such country code, or too short or too long for its plan. */
    IMPOSSIBLE,
    /** Of the right length; its range may be given to nobody, as those for films are. */
    POSSIBLE,
    /** In a range that is in use. */
    VALID;

    /** No region: a country code must be there. */
    private static final String NOWHERE = "ZZ";

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
