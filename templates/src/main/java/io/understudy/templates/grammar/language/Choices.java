package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Alternative;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The options of an intent: its alternatives, parts that may be left out included, at each time that they may be taken
 * in one utterance. Numbers, dates and entries of files do not count. Immutable, thread-safe.
 */
public final class Choices {

    /** Bits of a packed tuple for each of its options; the largest number is in the lowest bits. */
    public static final int BITS = Together.BITS;

    private final Site root;
    private final List<Option> options;

    /**
     * An alternative at one of the times of its choice.
     *
     * @param choice which choice it belongs to
     * @param time which time its choice is made, from 0, counted over all that might have been chosen before
     */
    public record Option(Alternative alternative, int choice, int time) {}

    private Choices(Site root, List<Option> options) {
        this.root = root;
        this.options = List.copyOf(options);
    }

    /** Empty: there are too many places to look at each. */
    public static Optional<Choices> of(Utterances utterances) {
        Sites sites = new Sites();
        try {
            Site root = sites.of(utterances.root());
            return Optional.of(new Choices(root, sites.options()));
        } catch (Sites.TooMany e) {
            return Optional.empty();
        }
    }

    /** How many options there are; they are numbered from 1. */
    public int size() {
        return options.size();
    }

    public Option option(int number) {
        return options.get(number - 1);
    }

    /** Most options that one derivation takes. */
    public int longest() {
        return root.longest();
    }

    /** The options that a derivation takes, in rising order. */
    public int[] of(BigInteger rank) {
        BitSet taken = new BitSet();
        Site.taken(root, rank, taken);
        return taken.stream().toArray();
    }

    /**
     * All tuples of options that some derivation takes, packed, in rising order. Empty: there are more than four
     * million.
     *
     * @param strength options in a tuple, 1 to 3
     */
    public Optional<long[]> tuples(int strength) {
        try {
            return Optional.of(new Together(strength).of(root));
        } catch (Sites.TooMany e) {
            return Optional.empty();
        }
    }

    /** The tuples among options in rising order, packed. */
    public static void tuples(int[] taken, int strength, LongConsumer taker) {
        Together.each(taken, strength, taker);
    }

    /**
     * A derivation that takes some options, and otherwise goes where most is gained.
     *
     * @param wanted a tuple of options that some derivation takes together
     * @param seed decides between ways of equal gain, and what is no option
     */
    public Held holding(long wanted, Gain gain, long seed) {
        return new Assembly(gain, seed).holding(root, wanted);
    }

    /**
     * A derivation.
     *
     * @param rank its number
     * @param options that it takes and that were wanted or open, in rising order
     */
    public record Held(BigInteger rank, int[] options) {}

    /**
     * Some options, a bit each.
     *
     * @param from the word of 64 bits that the first one is of
     */
    public record Bits(int from, long[] words) {

        /** @param options in rising order */
        static Bits of(int[] options) {
            if (options.length == 0) {
                return new Bits(0, new long[0]);
            }
            int from = options[0] >>> 6;
            long[] words = new long[(options[options.length - 1] >>> 6) - from + 1];
            for (int option : options) {
                words[(option >>> 6) - from] |= 1L << option;
            }
            return new Bits(from, words);
        }
    }

    /** What options are worth beside those taken before, which are the first {@code size} of {@code taken}. */
    public interface Gain {
        /** How much an option adds. */
        long of(int option, int[] taken, int size);

        /**
         * The option of several that adds most, of these the one that may add most later.
         *
         * @param seed decides between equals
         * @return 0: none of them is open
         */
        int best(Bits some, int[] taken, int size, long seed);

        /** Options that may still add something. */
        BitSet open();

        /** How much it may add in any utterance. */
        long hope(int option);
    }
}
