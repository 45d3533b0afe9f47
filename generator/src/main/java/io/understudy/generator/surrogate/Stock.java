package io.understudy.generator.surrogate;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/**
 * Numbers that may stand in for others, all of them known: a reserved range, or all numbers of one form.
 *
 * @param name of the range; two stocks of one name hold the same numbers
 * @param at the number of an index from 0 to below the size
 */
record Stock(String name, BigInteger size, Function<BigInteger, String> at) {

    static Stock of(String name, Draft draft) {
        return new Stock(name, draft.size(), draft::at);
    }

    /** One after the other. */
    static Stock of(String name, List<Draft> drafts) {
        BigInteger size = drafts.stream().map(Draft::size).reduce(BigInteger.ZERO, BigInteger::add);
        return new Stock(name, size, index -> {
            BigInteger left = index;
            for (Draft draft : drafts) {
                if (left.compareTo(draft.size()) < 0) {
                    return draft.at(left);
                }
                left = left.subtract(draft.size());
            }
            throw new IndexOutOfBoundsException("index " + index + " of " + size);
        });
    }
}
