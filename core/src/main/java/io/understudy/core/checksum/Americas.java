package io.understudy.core.checksum;

import static io.understudy.core.checksum.NationalId.checked;
import static io.understudy.core.checksum.NationalId.unchecked;
import static io.understudy.core.checksum.Sums.at;
import static io.understudy.core.checksum.Sums.weighted;

import java.util.List;

/** Identifiers of the Americas. */
final class Americas {

    static final List<NationalId> IDS = List.of(
            // Social Security Administration, POMS RM 10201.
            unchecked("US_SSN", "ddddddddd"),
            // Internal Revenue Service, publication 1915: 9, and a group from 50 on.
            unchecked("US_ITIN", "9dd[5-9]ddddd"),
            // Department of State: nine digits, since 2021 a letter and eight.
            unchecked("US_PASSPORT", "ddddddddd", "ldddddddd"),
            // American Bankers Association, "Routing Number Policy and Procedures": weights 3 7 1.
            checked("US_BANK_ROUTING", id -> weighted(id, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0, "ddddddddc"),
            // Centers for Medicare & Medicaid Services, "NPI check digit": Luhn after the issuer's prefix 80840.
            checked("US_NPI", id -> Luhn.holds("80840" + id), "[12]ddddddddc"),
            // CMS, "Understanding the Medicare Beneficiary Identifier format": no S L O I B Z.
            unchecked(
                    "US_MBI",
                    "[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]d"
                            + "[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y]dd"),
            // Drug Enforcement Administration, Diversion Control: odd places, and twice the even ones; last digit.
            checked("US_DEA", Americas::drugEnforcement, "[A-HJ-MPR-UX][A-Z9]ddddddc"),
            // Employment and Social Development Canada: Luhn.
            checked("CA_SIN", Luhn::holds, "ddddddddc"),
            // Receita Federal, Instrucao Normativa RFB 1548/2015: weights 10 to 2 and 11 to 2, modulo 11.
            checked("BR_CPF", Americas::cpf, "dddddddddcc"),
            // Receita Federal, Instrucao Normativa RFB 2229/2024: letters count as their place in ASCII less 48.
            checked("BR_CNPJ", Americas::cnpj, "ddddddddddddcc", "xxxxxxxxxxxxcc"));

    private Americas() {}

    private static boolean drugEnforcement(String id) {
        String digits = id.substring(2);
        return weighted(digits, 1, 2, 1, 2, 1, 2) % 10 == at(digits, 6);
    }

    private static boolean cpf(String id) {
        return weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == at(id, 9)
                && weighted(id, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == at(id, 10);
    }

    private static boolean cnpj(String id) {
        return cnpjDigit(id, 12) == at(id, 12) && cnpjDigit(id, 13) == at(id, 13);
    }

    private static int cnpjDigit(String id, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int weight = 2 + (length - 1 - i) % 8;
            sum += weight * (id.charAt(i) - '0');
        }
        return sum % 11 < 2 ? 0 : 11 - sum % 11;
    }
}
