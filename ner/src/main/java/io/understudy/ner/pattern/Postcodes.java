package io.understudy.ner.pattern;

import io.understudy.core.Label;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Postcodes: those of Britain, Ireland and Canada by their form, others after a word that announces them. */
final class Postcodes {

    private static final Set<String> ANNOUNCING =
            Set.of("zip", "zipcode", "postcode", "postcodes", "postal", "plz", "pincode", "cap", "cep", "eircode");

    private static final Form BRITISH_OR_CANADIAN = Form.of(
            "postcode",
            Label.POSTCODE,
            "(?:[a-z]{1,2}\\d[a-z\\d]? ?\\d[abd-hjlnp-uw-z]{2}|[abceghj-nprstvxy]\\d[a-z] ?\\d[a-z]\\d"
                    + "|[ac-fhknprtv-y]\\d[0-9w] ?[0-9ac-fhknprtv-y]{4})(?![\\p{L}\\p{N}_-])",
            Postcodes::isSure);
    private static final Form ANNOUNCED = Form.of(
            "announced",
            Label.POSTCODE,
            "(?:[a-z]{1,2}-)?\\d{3,6}(?:[- ]\\d{2,4})?(?: ?[a-z]{2})?(?![\\p{L}\\p{N}_]|[-.,]\\d)",
            (text, start, end) -> Context.before(text, start, 22, ANNOUNCING));

    /** Beginning with a digit. */
    static final List<Form> DIGITS = List.of(ANNOUNCED);

    /** Beginning with one or two letters and a digit. */
    static final List<Form> LETTERS = List.of(BRITISH_OR_CANADIAN);

    private Postcodes() {}

    /** In capitals with both halves parted, or announced. */
    private static boolean isSure(String text, int start, int end) {
        String surface = text.substring(start, end);
        boolean written = surface.equals(surface.toUpperCase(Locale.ROOT)) && surface.indexOf(' ') > 0;
        return written || Context.before(text, start, 22, ANNOUNCING);
    }
}
