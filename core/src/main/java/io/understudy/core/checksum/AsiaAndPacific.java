package io.understudy.core.checksum;

import static io.understudy.core.checksum.NationalId.checked;
import static io.understudy.core.checksum.NationalId.unchecked;
import static io.understudy.core.checksum.Sums.at;
import static io.understudy.core.checksum.Sums.weighted;

import java.util.List;

/** Identifiers of Asia, Africa and the Pacific. */
final class AsiaAndPacific {

    private static final String UEN_LETTERS = "ABCDEFGHJKLMNPQRSTUVWX0123456789";

    static final List<NationalId> IDS = List.of(
            // Unique Identification Authority of India: Verhoeff.
            checked("IN_AADHAAR", Verhoeff::holds, "dddddddddddc"),
            // Income Tax Department: the last letter is a check whose rule is not published.
            unchecked("IN_PAN", "lllllddddl"),
            // Goods and Services Tax Network: state, PAN, number of the registration, Z, check character.
            checked("IN_GSTIN", AsiaAndPacific::gstin, "ddlllllddddl[1-9A-Z]Zy"),
            // Election Commission of India: EPIC number.
            unchecked("IN_VOTER", "lllddddddd"),
            // Ministry of External Affairs: a letter and seven digits, neither beginning nor ending in 0.
            unchecked("IN_PASSPORT", "[A-PR-WY][1-9]ddddd[1-9]"),
            // Ministry of Road Transport: state, office, series, number; Bharat series: year, BH, number, letters.
            unchecked(
                    "IN_VEHICLE",
                    "lldddddd",
                    "lldlddddd",
                    "llddldddd",
                    "llddlldddd",
                    "llddllldddd",
                    "ddBHddddl",
                    "ddBHddddll"),
            // Australian Taxation Office: weights 1 4 3 7 5 8 6 9 10, modulo 11.
            checked("AU_TFN", id -> weighted(id, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0, "ddddddddc"),
            // Australian Business Register, "Format of the ABN": one less in the first place, modulo 89.
            checked(
                    "AU_ABN",
                    id -> (weighted(id, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10) % 89 == 0,
                    "ccddddddddd"),
            // Australian Securities & Investments Commission: weights 8 to 1, modulo 10.
            checked("AU_ACN", id -> weighted(id, 8, 7, 6, 5, 4, 3, 2, 1, 1) % 10 == 0, "ddddddddc"),
            // Services Australia: weights 1 3 7 9, modulo 10, then the issue and the person's place on the card.
            checked(
                    "AU_MEDICARE",
                    id -> weighted(id, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == at(id, 8),
                    "[2-6]dddddddcd",
                    "[2-6]dddddddcdd"),
            // Immigration & Checkpoints Authority; weights 2 7 6 5 4 3 2, T and G add 4, M adds 3.
            checked("SG_NRIC", AsiaAndPacific::nric, "[STFGM]dddddddk"),
            // Accounting and Corporate Regulatory Authority: businesses, companies, others.
            checked("SG_UEN", AsiaAndPacific::uen, "ddddddddk", "dddddddddk", "[RST]dd[A-HJ-NP-X][A-HJ-NP-X0-9]ddddy"),
            // Ministry of the Interior and Safety; weights 2 to 9 and 2 to 5, modulo 11. Numbers given since October
            // 2020
            // need not have it.
            checked("KR_RRN", id -> (11 - korean(id)) % 10 == at(id, 12), "dd[01]d[0-3]d[0-49]dddddc"),
            // Ministry of Justice: the same sum, two more.
            checked("KR_FRN", id -> (13 - korean(id)) % 10 == at(id, 12), "dd[01]d[0-3]d[5-8]dddddc"),
            // National Tax Service: weights 1 3 7, the ninth digit times 5 by its cross sum.
            checked("KR_BRN", AsiaAndPacific::brn, "dddddddddc"),
            // Ministry of Foreign Affairs: kind and eight digits, or three digits, a letter and four.
            unchecked("KR_PASSPORT", "[DGMOPRST]dddddddd", "[DGMOPRST]dddldddd"),
            // Korean National Police Agency: region, year, number, check digits whose rule is not published.
            unchecked("KR_DRIVER_LICENSE", "[12]ddddddddddd"),
            // Ministry of Internal Affairs and Communications, ordinance 85 of 2014: modulo 11.
            checked("JP_MY_NUMBER", AsiaAndPacific::myNumber, "dddddddddddc"),
            // Department of Home Affairs: birth date, number, citizenship, Luhn.
            checked("ZA_ID", Luhn::holds, "dd[01]d[0-3]dddddddc"),
            // Department of Provincial Administration: weights 13 to 2, modulo 11.
            checked(
                    "TH_ID",
                    id -> (11 - weighted(id, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == at(id, 12),
                    "[1-9]dddddddddddc"),
            // National Identity Management Commission: eleven digits.
            unchecked("NG_NIN", "ddddddddddd"));

    private AsiaAndPacific() {}

    /** Values in base 36 times 1 and 2 in turn, cross sums in base 36. */
    private static boolean gstin(String id) {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int product = at(id, i) * (1 + i % 2);
            sum += product / 36 + product % 36;
        }
        return (36 - sum % 36) % 36 == at(id, 14);
    }

    private static boolean nric(String id) {
        int sum = weighted(id.substring(1), 2, 7, 6, 5, 4, 3, 2);
        char check = switch (id.charAt(0)) {
            case 'S' -> "JZIHGFEDCBA".charAt(sum % 11);
            case 'T' -> "JZIHGFEDCBA".charAt((sum + 4) % 11);
            case 'F' -> "XWUTRQPNMLK".charAt(sum % 11);
            case 'G' -> "XWUTRQPNMLK".charAt((sum + 4) % 11);
            default -> "XWUTRQPNJLK".charAt((sum + 3) % 11);
        };
        return check == id.charAt(8);
    }

    private static boolean uen(String id) {
        if (id.length() == 9) {
            return "XMKECAWLJDB".charAt(weighted(id, 10, 4, 9, 3, 8, 2, 7, 1) % 11) == id.charAt(8);
        }
        if (Character.isDigit(id.charAt(0))) {
            return "ZKCMDNERGWH".charAt(weighted(id, 10, 8, 6, 4, 9, 7, 5, 3, 1) % 11) == id.charAt(9);
        }
        int[] weights = {4, 3, 5, 3, 10, 2, 2, 5, 7};
        int sum = -5;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * UEN_LETTERS.indexOf(id.charAt(i));
        }
        return UEN_LETTERS.charAt(Math.floorMod(sum, 11)) == id.charAt(9);
    }

    private static int korean(String id) {
        return weighted(id, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11;
    }

    private static boolean brn(String id) {
        int sum = weighted(id, 1, 3, 7, 1, 3, 7, 1, 3, 5) + at(id, 8) * 5 / 10;
        return (10 - sum % 10) % 10 == at(id, 9);
    }

    private static boolean myNumber(String id) {
        int rest = weighted(id, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return (rest <= 1 ? 0 : 11 - rest) == at(id, 11);
    }
}
