package io.understudy.generator.surrogate;

import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Shape;
import io.understudy.core.Template;
import java.util.List;

/** Surfaces of one slot. */
final class Draws {

    /** What CLI.md lists, and some names of other corpora. */
    static final List<String> LABELS = List.of("""
            PERSON ORGANIZATION LOCATION CITY STATE COUNTRY ADDRESS STREET POSTCODE NATIONALITY RELIGION TITLE JOB AGE
            DATE TIME DURATION MONEY PERCENT NUMBER ORDINAL PHONE EMAIL URL DOMAIN IP_ADDRESS MAC_ADDRESS USERNAME
            CREDIT_CARD IBAN BIC BANK_ACCOUNT CRYPTO_ADDRESS API_KEY VEHICLE_PLATE MEDICAL_RECORD ID MISC
            US_SSN US_ITIN US_PASSPORT US_DRIVER_LICENSE US_BANK_ROUTING UK_NHS UK_NINO DE_TAX_ID FR_NIR ES_DNI ES_NIE
            IT_CODICE_FISCALE PL_PESEL NL_BSN IN_AADHAAR IN_PAN AU_TFN BR_CPF
            PER ORG LOC GPE NRP ZIP_CODE STREET_ADDRESS PHONE_NUMBER EMAIL_ADDRESS DATE_TIME DOMAIN_NAME IBAN_CODE
            artist city timeRange playlist object_name party_size_number restaurant_name served_dish cuisine genre year
            music_item playlist_owner geographic_poi rating_value object_type x""".strip().split("\\s+", -1));

    private Draws() {}

    static Slot slot(String label, String original) {
        return new Slot(new Label(label), 1, Details.NONE, Shape.of(original));
    }

    static String draw(String label, String original, long seed) {
        return refused(label, original, seed, 0);
    }

    /** The surface given after so many refusals. */
    static String refused(String label, String original, long seed, int refusals) {
        int[] asked = {0};
        Slot slot = slot(label, original);
        return Surrogates.standard()
                .surfaces(new Template(List.of(slot)), seed, (s, surface) -> asked[0]++ < refusals)
                .get(slot.name());
    }
}
