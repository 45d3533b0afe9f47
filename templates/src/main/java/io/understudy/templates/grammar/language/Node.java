package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Listing;
import io.understudy.templates.grammar.Progression;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * A counted part of a language: references followed, named choices set apart, so that each part's derivations are the
 * sum or the product of its parts'. Parts are shared: this is a graph without cycles, not a tree. Immutable.
 */
sealed interface Node extends IntToLongFunction {

    /** Derivations of one of the parts that are chosen from, saturated; where they are not nodes, each has one. */
    @Override
    default long applyAsLong(int part) {
        return 1;
    }

    /** Derivations, at least 1. */
    BigInteger count();

    /** Derivations, where they fit; otherwise {@link Long#MAX_VALUE}. */
    long few();

    /** Most characters of an utterance of it; a bound, saturated. */
    long length();

    /** Nodes below that are left, at most; what recursion over it needs of the stack. */
    int depth();

    /** What has one derivation and no parts. */
    sealed interface Leaf extends Node {
        @Override
        default BigInteger count() {
            return BigInteger.ONE;
        }

        @Override
        default long few() {
            return 1;
        }

        @Override
        default int depth() {
            return 1;
        }
    }

    /** Characters; not empty. */
    record Chars(String text) implements Leaf {
        @Override
        public long length() {
            return text.length();
        }
    }

    /** At most one space. */
    record Gap() implements Leaf {
        static final Gap ONE = new Gap();

        @Override
        public long length() {
            return 1;
        }
    }

    /** {@code a} or {@code an}. */
    record Article(boolean capital) implements Leaf {
        @Override
        public long length() {
            return 2;
        }
    }

    /** A surface that is invented later. */
    record Open(Expression.Open open) implements Leaf {
        static final long USUAL_LENGTH = 30;

        @Override
        public long length() {
            return USUAL_LENGTH;
        }
    }

    /** A choice that was made before: {@link Single} or {@link Joint} says which. */
    record Recall(int variable, Node body) implements Leaf {
        @Override
        public long length() {
            return body.length();
        }

        @Override
        public int depth() {
            return body.depth() + 1;
        }
    }

    /** One after the other; the first part's choice is the slowest to change. */
    record Seq(List<Node> parts, BigInteger count, long few, long length, int depth) implements Node {}

    /**
     * One of several.
     *
     * @param origins the alternative of the grammar behind each; empty where there is none
     * @param upTo number of derivations of those before, one more than there are
     * @param weights share of those before, by weight, one more than there are
     * @param counts share of those before, by derivations, one more than there are
     */
    record Alt(
            List<Node> options,
            List<Optional<Alternative>> origins,
            List<BigInteger> upTo,
            Shares weights,
            Shares counts,
            long few,
            long length,
            int depth)
            implements Node {
        @Override
        public BigInteger count() {
            return upTo.get(options.size());
        }

        @Override
        public long applyAsLong(int part) {
            return options.get(part).few();
        }
    }

    /** Entries of a file. */
    record Entries(Listing listing, Optional<Shares> weights, long length) implements Node {
        @Override
        public BigInteger count() {
            return BigInteger.valueOf(few());
        }

        @Override
        public long few() {
            return listing.entries().size();
        }

        @Override
        public int depth() {
            return 1;
        }
    }

    /** Numbers, dates or times. */
    record Steps(Progression progression) implements Node {
        static final long USUAL_LENGTH = 80;

        @Override
        public BigInteger count() {
            return BigInteger.valueOf(few());
        }

        @Override
        public long few() {
            return progression.size();
        }

        @Override
        public long length() {
            return USUAL_LENGTH;
        }

        @Override
        public int depth() {
            return 1;
        }
    }

    /**
     * Makes two choices for {@link Recall} that hold constraints together, as {@link Joint} does for any number, but
     * counts the pairs instead of listing them.
     */
    record Pair(List<Integer> variables, List<Node> bodies, Partners choices) implements Node {
        @Override
        public BigInteger count() {
            return BigInteger.valueOf(few());
        }

        @Override
        public long few() {
            return choices.size();
        }

        @Override
        public long length() {
            return 0;
        }

        @Override
        public int depth() {
            return 1 + Math.max(bodies.get(0).depth(), bodies.get(1).depth());
        }
    }

    /**
     * Some derivations of another.
     *
     * @param choices their numbers, rising, in rows of one
     * @param weights empty: they are equally likely
     */
    record Picked(Node body, Tuples choices, Optional<Shares> weights) implements Node {
        @Override
        public BigInteger count() {
            return BigInteger.valueOf(few());
        }

        @Override
        public long few() {
            return choices.size();
        }

        @Override
        public long length() {
            return body.length();
        }

        @Override
        public int depth() {
            return body.depth() + 1;
        }
    }

    /** What has the derivations of another. */
    sealed interface Around extends Node {
        Node body();

        @Override
        default BigInteger count() {
            return body().count();
        }

        @Override
        default long few() {
            return body().few();
        }

        @Override
        default long length() {
            return body().length();
        }

        @Override
        default int depth() {
            return body().depth() + 1;
        }
    }

    /** A mention. */
    record Tagged(Node body, Tag tag) implements Around {}

    /** The first character in upper case. */
    record Capital(Node body) implements Around {}

    /** Gives the mention around it a canonical value; empty: its surface. */
    record Valued(Node body, Optional<String> value) implements Around {}

    /** Makes one choice for {@link Recall}; says nothing. */
    record Single(int variable, Node body) implements Around {}

    /**
     * Makes several choices for {@link Recall} that hold a constraint together; says nothing.
     *
     * @param choices in each row the number of the derivation of each variable
     */
    record Joint(List<Integer> variables, List<Node> bodies, Tuples choices, Shares weights) implements Node {
        @Override
        public BigInteger count() {
            return BigInteger.valueOf(few());
        }

        @Override
        public long few() {
            return choices.size();
        }

        @Override
        public long length() {
            return 0;
        }

        @Override
        public int depth() {
            return 1 + bodies.stream().mapToInt(Node::depth).max().orElse(0);
        }
    }
}
