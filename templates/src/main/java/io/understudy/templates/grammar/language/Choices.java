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

    /** A derivation. */
    public static final class Held {
        private final BigInteger rank;
        private final int[] options;

        Held(BigInteger rank, int[] options) {
            this.rank = rank;
            this.options = options;
        }

        /** Its number. */
        public BigInteger rank() {
            return rank;
        }

        /** Options that it takes and that were wanted or open, in rising order; not to be changed. */
        public int[] options() {
            return options;
        }
    }

    /** Some options, a bit each. Not to be changed. */
    public static final class Bits {
        private final int from;
        private final long[] words;

        /** @param options in rising order */
        Bits(int[] options) {
            this.from = options.length == 0 ? 0 : options[0] >>> 6;
            this.words = new long[options.length == 0 ? 0 : (options[options.length - 1] >>> 6) - from + 1];
            for (int option : options) {
                words[(option >>> 6) - from] |= 1L << option;
            }
        }

        /** The word of 64 bits that the first option is of. */
        public int from() {
            return from;
        }

        /** From that one on. */
        public long[] words() {
            return words;
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
