package io.understudy.ner;

import io.understudy.core.Label;
import io.understudy.core.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rule by which one of two overlapping mentions goes. In this order: a label whose form proves itself
 * ({@link #PROVEN}: checksums, addresses of the net) wins; the longer span wins; the mention that is earlier in the
 * list wins, so that recognizers are listed by trust and each lists its mentions by start. A mention that loses leaves
 * whole; spans are never shortened.
 */
public final class Overlaps {

    /** Labels whose mentions are hardly ever there by chance. */
    public static final Set<Label> PROVEN =
            Set.of(Label.CREDIT_CARD, Label.IBAN, Label.EMAIL, Label.URL, Label.IP_ADDRESS);

    private static final Comparator<Mention> STRONGEST_FIRST = Comparator.<Mention>comparingInt(
                    mention -> PROVEN.contains(mention.label()) ? 0 : 1)
            .thenComparingInt(mention -> -mention.span().length());

    private Overlaps() {}

    /**
     * @param candidates of one text, in any number; the order decides between equals
     * @return those that stay, by start, none overlapping another
     */
    public static List<Mention> resolve(List<Mention> candidates) {
        List<Mention> strongest = new ArrayList<>(candidates);
        strongest.sort(STRONGEST_FIRST);
        TreeMap<Integer, Mention> kept = new TreeMap<>();
        for (Mention mention : strongest) {
            // Those kept do not overlap, so only the last that starts before this one's end can be in the way.
            Map.Entry<Integer, Mention> before = kept.lowerEntry(mention.end());
            if (before == null || before.getValue().end() <= mention.start()) {
                kept.put(mention.start(), mention);
            }
        }
        return List.copyOf(kept.values());
    }
}
