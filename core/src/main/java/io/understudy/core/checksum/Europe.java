package io.understudy.core.checksum;

import static io.understudy.core.checksum.NationalId.checked;
import static io.understudy.core.checksum.NationalId.unchecked;
import static io.understudy.core.checksum.Sums.at;
import static io.understudy.core.checksum.Sums.weighted;

import java.util.List;

/** Identifiers of European countries and Turkey. */
final class Europe {

    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String HETU_LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String SERIAL = "[CFGHJKLMNPRTVWXYZ0-9]";

    /** Values of letters and digits at the odd places of a codice fiscale, by place in the alphabet. */
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    static final List<NationalId> IDS = List.of(
            // NHS Data Dictionary, "NHS number": weights 10 to 2, modulo 11.
            checked("UK_NHS", Europe::nhs, "dddddddddc"),
            // HM Revenue & Customs, NIM39110.
            unchecked("UK_NINO", "lldddddd[A-D]"),
            // Driver and Vehicle Licensing Agency, "INF13": surname, birth date with 50 added to a woman's month,
            // initials.
            unchecked("UK_DRIVING_LICENCE", "[A-Z9][A-Z9][A-Z9][A-Z9][A-Z9]d[0156]d[0-3]ddl[A-Z9]dll"),
            // HM Passport Office: nine digits.
            unchecked("UK_PASSPORT", "ddddddddd"),
            // Bundeszentralamt fuer Steuern, "Aufbau der Identifikationsnummer": one digit twice or three times among
            // ten.
            checked("DE_TAX_ID", Europe::germanTax, "ddddddddddc"),
            // Pruefziffernkatalog of the tax offices: the check digit's rule depends on the state; 10, 11 or 13 digits.
            unchecked("DE_TAX_NUMBER", "dddddddddd", "ddddddddddd", "ddddddddddddd"),
            // Bundeszentralamt fuer Steuern: ISO/IEC 7064, MOD 11,10.
            checked("DE_VAT", id -> Sums.mod11And10(id.substring(2, 10)) == at(id, 10), "DEddddddddc"),
            // Deutsche Rentenversicherung, VKVV section 2: the letter as two digits, cross sums of weighted digits.
            checked("DE_SOCIAL_SECURITY", Europe::germanPension, "ddddddddlddc"),
            // GKV-Spitzenverband, "Vertrauensstelle Krankenversichertennummer": the letter as two digits, weights 1 2.
            checked("DE_HEALTH_INSURANCE", Europe::germanHealth, "lddddddddc"),
            // Kassenaerztliche Bundesvereinigung, directive to section 75 (7) SGB V: weights 4 9.
            checked("DE_LANR", id -> (10 - weighted(id, 4, 9, 4, 9, 4, 9) % 10) % 10 == at(id, 6), "ddddddcdd"),
            // Personalausweisverordnung, annex: serial number and ICAO check digit; identity cards begin with L to Z.
            checked(
                    "DE_ID_CARD",
                    id -> Sums.sevenThreeOne(id, 9) == at(id, 9),
                    "[LMNPRTVWXYZ]" + SERIAL.repeat(8) + "c"),
            // Passverordnung, annex: the same; passports begin with C to K.
            checked("DE_PASSPORT", id -> Sums.sevenThreeOne(id, 9) == at(id, 9), "[CFGHJK]" + SERIAL.repeat(8) + "c"),
            // Handelsregisterverordnung: section A or B and a number of the court.
            unchecked(
                    "DE_HANDELSREGISTER",
                    "HR[AB]d",
                    "HR[AB]dd",
                    "HR[AB]ddd",
                    "HR[AB]dddd",
                    "HR[AB]ddddd",
                    "HR[AB]dddddd"),
            // Fahrerlaubnis-Verordnung, annex 8: authority, serial, check character, issue; the check is not published.
            unchecked("DE_DRIVING_LICENCE", "lxxxxxxxxdx"),
            // INSEE: key 97 - n modulo 97; Corsica's 2A and 2B count as 19 and 18.
            checked("FR_NIR", Europe::nir, "dddddddddddddcc", "dddddd[AB]ddddddcc"),
            // Ministerio del Interior: letter by n modulo 23; X Y Z count as 0 1 2.
            checked("ES_DNI", Europe::dni, "ddddddddk"),
            checked("ES_NIE", Europe::dni, "[XYZ]dddddddk"),
            // Agenzia delle Entrate, D.M. 23/12/1976; digits may be replaced by the letters LMNPQRSTUV.
            checked("IT_CODICE_FISCALE", Europe::fiscalCode, "llllllxxlxxlxxxk"),
            // Agenzia delle Entrate: Luhn.
            checked("IT_VAT", Luhn::holds, "ddddddddddc"),
            // Ministero dell'Interno: paper card, then electronic card.
            unchecked("IT_ID_CARD", "llddddddd", "lldddddll"),
            unchecked("IT_PASSPORT", "llddddddd"),
            // Ustawa o ewidencji ludnosci: weights 1 3 7 9.
            checked("PL_PESEL", id -> weighted(id, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0, "ddddddddddc"),
            // Rijksdienst voor Identiteitsgegevens, "elfproef": weights 9 to 2, then -1.
            checked("NL_BSN", id -> weighted(id, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0, "ddddddddc"),
            // Arrete royal du 3 avril 1984: 97 - n modulo 97; for births from 2000 on with a 2 before.
            checked("BE_RIJKSREGISTER", Europe::rijksregister, "dddddddddcc"),
            // Skatteverket, SKV 704: Luhn over ten digits.
            checked(
                    "SE_PERSONNUMMER",
                    id -> Luhn.holds(id.substring(id.length() - 10)),
                    "dd[01]ddddddc",
                    "[12]ddd[01]ddddddc"),
            // Digi- ja vaestotietovirasto: nine digits modulo 31; a letter between may tell the century.
            checked("FI_HETU", Europe::hetu, "dddddddddy", "dddddd[ABCDEFUVWXY]dddy"),
            // Autoridade Tributaria, Decreto-Lei 14/2013: weights 9 to 2, modulo 11.
            checked("PT_NIF", Europe::nif, "ddddddddc"),
            // Nufus ve Vatandaslik Isleri: the tenth digit from odd and even places, the eleventh from the sum of ten.
            checked("TR_TCKN", Europe::tckn, "[1-9]ddddddddcc"));

    private Europe() {}

    private static boolean nhs(String id) {
        return (11 - weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 == at(id, 9);
    }

    private static boolean germanTax(String id) {
        int[] times = new int[10];
        for (int i = 0; i < 10; i++) {
            times[at(id, i)]++;
        }
        int repeated = 0;
        for (int count : times) {
            repeated += count > 1 ? 1 : 0;
            if (count > 3) {
                return false;
            }
        }
        return repeated == 1 && Sums.mod11And10(id.substring(0, 10)) == at(id, 10);
    }

    private static boolean germanPension(String id) {
        String digits = Sums.lettersAsPlaces(id);
        return Sums.crossSums(digits, 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1) % 10 == at(id, 11);
    }

    private static boolean germanHealth(String id) {
        String digits = Sums.lettersAsPlaces(id);
        return Sums.crossSums(digits, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2) % 10 == at(id, 9);
    }

    private static boolean nir(String id) {
        long offset = 0;
        if (id.charAt(6) == 'A') {
            offset = 1_000_000L;
        } else if (id.charAt(6) == 'B') {
            offset = 2_000_000L;
        }
        long number = Long.parseLong(id.substring(0, 13).replace('A', '0').replace('B', '0')) - offset;
        return 97 - number % 97 == Long.parseLong(id.substring(13));
    }

    private static boolean dni(String id) {
        int first = "XYZ".indexOf(id.charAt(0));
        String digits = (first >= 0 ? first : id.substring(0, 1)) + id.substring(1, 8);
        return DNI_LETTERS.charAt(Integer.parseInt(digits) % 23) == id.charAt(8);
    }

    private static boolean fiscalCode(String id) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = id.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? ODD[value] : value;
        }
        return 'A' + sum % 26 == id.charAt(15);
    }

    private static boolean rijksregister(String id) {
        long number = Long.parseLong(id.substring(0, 9));
        long check = Long.parseLong(id.substring(9));
        return check == 97 - number % 97 || check == 97 - (2_000_000_000L + number) % 97;
    }

    private static boolean hetu(String id) {
        String digits = id.substring(0, 6) + id.substring(id.length() - 4, id.length() - 1);
        return HETU_LETTERS.charAt(Integer.parseInt(digits) % 31) == id.charAt(id.length() - 1);
    }

    private static boolean nif(String id) {
        int check = 11 - weighted(id, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (check > 9 ? 0 : check) == at(id, 8);
    }

    private static boolean tckn(String id) {
        int odd = weighted(id, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        int even = weighted(id, 0, 1, 0, 1, 0, 1, 0, 1);
        return Math.floorMod(7 * odd - even, 10) == at(id, 9) && (odd + even + at(id, 9)) % 10 == at(id, 10);
    }
}
