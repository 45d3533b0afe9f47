package io.understudy.ner;

import io.understudy.core.Label;
import io.understudy.core.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The rule by which one of two overlapping mentions goes. In this order: what is proven wins (a label of
 * {@link #PROVEN}, or check digits with a sure score); the longer span wins; the higher score wins; the mention that is
 * earlier in the list wins, so that recognizers are listed by trust and each lists its mentions by start. A mention
 * that loses leaves whole; spans are never shortened.
 */
public final class Overlaps {

    /** Labels whose mentions are hardly ever there by chance. */
    public static final Set<Label> PROVEN = Set.of(
            Label.CREDIT_CARD,
            Label.IBAN,
            Label.EMAIL,
            Label.URL,
            Label.IP_ADDRESS,
            new Label("CRYPTO_ADDRESS"),
            new Label("MAC_ADDRESS"),
            new Label("BIC"),
            new Label("API_KEY"));

    private static final Comparator<Mention> STRONGEST = Comparator.<Mention>comparingInt(
                    mention -> PROVEN.contains(mention.label()) ? 0 : 1)
            .thenComparingInt(mention -> -mention.span().length());

    private static final Comparator<Finding> STRONGEST_FINDING = Comparator.<Finding>comparingInt(
                    finding -> finding.isProven() ? 0 : 1)
            .thenComparingInt(finding -> -finding.mention().span().length())
            .thenComparingDouble(finding -> -finding.score());

    private Overlaps() {}

    /**
     * @param candidates of one text, in any number; the order decides between equals
     * @return those that stay, by start, none overlapping another
     */
    public static List<Mention> resolve(List<Mention> candidates) {
        return resolve(candidates, STRONGEST, mention -> mention);
    }

    /** As {@link #resolve}, scores counted. */
    public static List<Finding> resolveFindings(List<Finding> candidates) {
        return resolve(candidates, STRONGEST_FINDING, Finding::mention);
    }

    private static <T> List<T> resolve(List<T> candidates, Comparator<T> strongestFirst, Function<T, Mention> mention) {
        List<T> strongest = new ArrayList<>(candidates);
        strongest.sort(strongestFirst);
        TreeMap<Integer, T> kept = new TreeMap<>();
        for (T candidate : strongest) {
            Mention own = mention.apply(candidate);
            // Those kept do not overlap, so only the last that starts before this one's end can be in the way.
            Map.Entry<Integer, T> before = kept.lowerEntry(own.end());
            if (before == null || mention.apply(before.getValue()).end() <= own.start()) {
                kept.put(own.start(), candidate);
            }
        }
        return List.copyOf(kept.values());
    }
}
