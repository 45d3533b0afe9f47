package io.understudy.generator.surrogate;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives an original its number of a stock. Where the original is one of the stock's own numbers, by a keyed permutation
 * of them (FF1), so that two originals never meet; else by its keyed place in the permuted stock, and the places after
 * it when that is taken. For one draw; not thread-safe.
 */
final class Deal {

    /** How a number was found. */
    enum How {
        /** By permutation: no other original has it. */
        PERMUTED,
        /** By a keyed place. */
        PLACED,
        /** All numbers of the stock were refused: another original has it too. */
        SHARED
    }

    /**
     * Where a number is from.
     *
     * @param begin the first effort that was spent on this stock; those before, on others
     */
    record From(Stock stock, long begin, How how) {

        boolean isShared() {
            return how == How.SHARED;
        }

        /** The first effort that is not spent on this stock any more; the greatest number where there is none. */
        int end() {
            BigInteger steps = how == How.PERMUTED ? stock.size().min(MOST_STEPS) : stock.size();
            return steps.add(BigInteger.valueOf(begin))
                    .min(BigInteger.valueOf(Integer.MAX_VALUE))
                    .intValue();
        }
    }

    /** Walking on leads back to where it began, if late. */
    private static final BigInteger MOST_STEPS = BigInteger.valueOf(400);

    private final Secret secret;
    private final String purpose;
    private final long seed;
    private final boolean first;
    private final long effort;
    private long spent;
    private Optional<From> from = Optional.empty();

    /**
     * @param purpose the kind whose numbers are dealt
     * @param seed the original's own
     * @param first whether it is the surrogate that all mentions of the original share
     */
    Deal(Secret secret, String purpose, long seed, boolean first, long effort) {
        this.secret = secret;
        this.purpose = purpose;
        this.seed = seed;
        this.first = first;
        this.effort = effort;
    }

    /** Where the last number was from; empty where none was dealt. */
    Optional<From> from() {
        return from;
    }

    /**
     * The number that stands in for another of the stock.
     *
     * @param index of the original in the stock
     * @param valid gives the whole number, or nothing where a number of the stock is none; it does so for the original
     * @return empty where all steps were refused
     */
    Optional<String> permuted(Stock stock, BigInteger index, Function<String, Optional<String>> valid) {
        if (!first) {
            return placed(stock, valid);
        }
        long steps = stock.size().min(MOST_STEPS).longValue();
        long step = effort - spent;
        if (step >= steps) {
            spent += steps;
            return Optional.empty();
        }
        BigInteger walked = index;
        Optional<String> number = Optional.empty();
        for (long i = 0; i <= step; i++) {
            do {
                walked = secret.permuted(purpose + stock.name(), walked, stock.size());
                number = valid.apply(stock.at().apply(walked));
            } while (number.isEmpty());
        }
        from = Optional.of(new From(stock, spent, How.PERMUTED));
        return number;
    }

    /** The number at the original's place; empty where all of the stock were refused. */
    Optional<String> placed(Stock stock, Function<String, Optional<String>> valid) {
        BigInteger at = BigInteger.valueOf(effort - spent);
        for (; at.compareTo(stock.size()) < 0; at = at.add(BigInteger.ONE)) {
            Optional<String> number = valid.apply(stock.at().apply(place(stock, at)));
            if (number.isPresent()) {
                from = Optional.of(new From(stock, spent, How.PLACED));
                return number;
            }
        }
        spent = Math.addExact(spent, stock.size().longValueExact());
        return Optional.empty();
    }

    /** The number at the original's place, whoever has it. */
    String shared(Stock stock, Function<String, Optional<String>> valid) {
        for (BigInteger at = BigInteger.ZERO; ; at = at.add(BigInteger.ONE)) {
            Optional<String> number = valid.apply(stock.at().apply(place(stock, at)));
            if (number.isPresent()) {
                from = Optional.of(new From(stock, spent, How.SHARED));
                return number.get();
            }
        }
    }

    /** All places are met, each once, because the step has no factor in common with the size. */
    private BigInteger place(Stock stock, BigInteger at) {
        BigInteger size = stock.size();
        BigInteger step = BigInteger.valueOf(seed >>> 33).mod(size).max(BigInteger.ONE);
        while (!step.gcd(size).equals(BigInteger.ONE)) {
            step = step.add(BigInteger.ONE);
        }
        BigInteger place =
                BigInteger.valueOf(seed & Long.MAX_VALUE).add(at.multiply(step)).mod(size);
        return secret.permuted(purpose + stock.name(), place, size);
    }
}
