package io.understudy.generator.surrogate;

import java.math.BigInteger;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the originals of one label that were given numbers of known ranges.
 *
 * @param originals distinct ones
 * @param sizes how many numbers each range that was drawn from holds, check digits aside, by its name
 * @param permuted whether all were permuted among the numbers of their own form, so that no two can meet in any run;
 *     else each had a keyed place in the range
 * @param again how many found their place taken and have another, which may differ in a run with other originals
 * @param shared how many have a number that another original has too, because the range was used up
 */
public record RangeUse(long originals, SortedMap<String, BigInteger> sizes, boolean permuted, long again, long shared) {

    public RangeUse {
        sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
    }

    RangeUse and(Deal.From from, boolean chosenAgain) {
        TreeMap<String, BigInteger> more = new TreeMap<>(sizes);
        more.put(from.stock().name(), from.stock().size());
        return new RangeUse(
                originals + 1,
                more,
                permuted && from.how() == Deal.How.PERMUTED,
                again + (chosenAgain ? 1 : 0),
                shared + (from.how() == Deal.How.SHARED ? 1 : 0));
    }

    static RangeUse none() {
        return new RangeUse(0, new TreeMap<>(), true, 0, 0);
    }
}
