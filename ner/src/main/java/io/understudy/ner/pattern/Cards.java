package io.understudy.ner.pattern;

import io.understudy.core.Label;
import io.understudy.core.checksum.Luhn;
import java.util.List;

/** Numbers of payment cards: a network's first digits and lengths, and the Luhn checksum. */
final class Cards {

    static final List<Form> FORMS = List.of(Form.of(
            "card",
            Label.CREDIT_CARD,
            "(?:\\d{12,19}+|\\d{4}([- ])\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{3})?+|\\d{4}([- ])\\d{6}\\2\\d{4,5}+)"
                    + Fragments.ALONE,
            (text, start, end) -> isCard(text.substring(start, end))));

    /**
     * By the networks' own pages and ISO/IEC 7812; older ranges that are still printed are in.
     *
     * @param first six digits, the least of the range
     * @param last six digits, the greatest
     */
    private record Network(String name, int first, int last, int shortest, int longest) {

        boolean holds(int six, int length) {
            return first <= six && six <= last && shortest <= length && length <= longest;
        }
    }

    private static final List<Network> NETWORKS = List.of(
            new Network("Visa", 400_000, 499_999, 13, 13),
            new Network("Visa", 400_000, 499_999, 16, 16),
            new Network("Visa", 400_000, 499_999, 19, 19),
            new Network("Mastercard", 510_000, 559_999, 16, 16),
            new Network("Mastercard", 222_100, 272_099, 16, 16),
            new Network("American Express", 340_000, 349_999, 15, 15),
            new Network("American Express", 370_000, 379_999, 15, 15),
            new Network("Diners Club", 300_000, 305_999, 14, 19),
            new Network("Diners Club", 309_000, 309_999, 14, 19),
            new Network("Diners Club", 360_000, 369_999, 14, 19),
            new Network("Diners Club", 380_000, 399_999, 14, 19),
            new Network("JCB", 350_000, 359_999, 16, 19),
            new Network("JCB", 213_100, 213_199, 15, 15),
            new Network("JCB", 180_000, 180_099, 15, 15),
            new Network("Mir", 220_000, 220_499, 16, 19),
            // Discover, UnionPay and RuPay have their sixes among Maestro's.
            new Network("Maestro", 500_000, 509_999, 12, 19),
            new Network("Maestro", 560_000, 699_999, 12, 19),
            new Network("UnionPay", 810_000, 817_199, 16, 19),
            new Network("RuPay", 817_200, 829_999, 16, 16),
            new Network("Troy", 979_200, 979_299, 16, 16));

    private Cards() {}

    static boolean isCard(String surface) {
        String digits = surface.replaceAll("[- ]", "");
        int six = Integer.parseInt(digits.substring(0, 6));
        return Luhn.holds(digits) && NETWORKS.stream().anyMatch(network -> network.holds(six, digits.length()));
    }
}
