package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.language.Node.Alt;
import io.understudy.templates.grammar.language.Node.Joint;
import io.understudy.templates.grammar.language.Node.Seq;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A place in the utterances of an intent, with the options that may be taken there or below. Unlike {@link Node}s,
 * which are shared, there is one for each place, so that a choice that is made at two places has options of its own at
 * each.
 */
sealed interface Site {

    Node node();

    /** Options at this place and below. */
    BitSet options();

    /** Most options that one derivation takes. */
    int longest();

    /** Nothing to choose, or nothing that counts as an alternative: numbers, dates, entries of a file. */
    record Fixed(Node node) implements Site {
        private static final BitSet NONE = new BitSet();

        @Override
        public BitSet options() {
            return NONE;
        }

        @Override
        public int longest() {
            return 0;
        }
    }

    /** One after the other. */
    record Run(Seq node, List<Site> parts, BitSet options, int longest) implements Site {}

    /**
     * One of several.
     *
     * @param own the option that each way is, or {@link #NOBODY}
     * @param leaves ways that are an option with none below it, by their option
     * @param inner all other ways
     */
    record Fork(
            Alt node,
            List<Integer> own,
            List<Site> ways,
            Leaves leaves,
            List<Integer> inner,
            BitSet options,
            int longest)
            implements Site {
        /** A way that the author did not write as one of several. */
        static final int NOBODY = 0;

        static Fork of(Alt node, List<Integer> own, List<Site> ways, BitSet options, int longest) {
            Map<Integer, Integer> leaves = new TreeMap<>();
            List<Integer> inner = new ArrayList<>();
            for (int way = 0; way < own.size(); way++) {
                boolean isLeaf =
                        own.get(way) != NOBODY && ways.get(way).options().isEmpty();
                if (!isLeaf || leaves.putIfAbsent(own.get(way), way) != null) {
                    inner.add(way);
                }
            }
            return new Fork(
                    node,
                    List.copyOf(own),
                    List.copyOf(ways),
                    new Leaves(leaves),
                    List.copyOf(inner),
                    options,
                    longest);
        }
    }

    /** Ways by the option that they are. */
    final class Leaves {
        private final int[] options;
        private final int[] ways;
        private final Choices.Bits bits;

        Leaves(Map<Integer, Integer> ways) {
            this.options =
                    ways.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
            this.ways = IntStream.of(options).map(ways::get).toArray();
            this.bits = new Choices.Bits(options);
        }

        int size() {
            return options.length;
        }

        int option(int place) {
            return options[place];
        }

        Choices.Bits bits() {
            return bits;
        }

        /** Below 0: none of them. */
        int way(int option) {
            int place = Arrays.binarySearch(options, option);
            return place < 0 ? -1 : ways[place];
        }
    }

    /**
     * Choices that hold a constraint together.
     *
     * @param taken for each of them, the options that each of its derivations takes
     * @param rows by option, the rows in which it is taken
     */
    record Rows(Joint node, List<int[][]> taken, Map<Integer, BitSet> rows, BitSet options, int longest)
            implements Site {}

    /** The options that a derivation takes. */
    static void taken(Site site, BigInteger rank, BitSet into) {
        if (site instanceof Fork fork) {
            int way = Unranking.option(fork.node(), rank);
            if (fork.own().get(way) != Fork.NOBODY) {
                into.set(fork.own().get(way));
            }
            taken(fork.ways().get(way), rank.subtract(fork.node().upTo().get(way)), into);
        } else if (site instanceof Run run) {
            BigInteger rest = rank;
            for (int i = run.parts().size() - 1; i >= 0; i--) {
                BigInteger[] divided =
                        rest.divideAndRemainder(run.node().parts().get(i).count());
                taken(run.parts().get(i), divided[1], into);
                rest = divided[0];
            }
        } else if (site instanceof Rows rows) {
            int row = rank.intValueExact();
            for (int i = 0; i < rows.taken().size(); i++) {
                for (int option : rows.taken().get(i)[rows.node().choices().at(row, i)]) {
                    into.set(option);
                }
            }
        }
    }
}
