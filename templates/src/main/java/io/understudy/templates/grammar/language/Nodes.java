package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Listing;
import io.understudy.templates.grammar.language.Node.Alt;
import io.understudy.templates.grammar.language.Node.Entries;
import io.understudy.templates.grammar.language.Node.Picked;
import io.understudy.templates.grammar.language.Node.Seq;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes nodes, and keeps them within bounds: what grows beyond them is told, never built. */
final class Nodes {

    static final int MOST_NODES = 2_000_000;
    static final int MOST_BITS = 1 << 14;
    static final long LONGEST = 100_000;

    private static final BigInteger LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private int made;

    /** What a choice may go on with. */
    record Option(Node node, double mass, Optional<Alternative> origin) {}

    Node sequence(List<Node> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        BigInteger count = BigInteger.ONE;
        long length = 0;
        int depth = 0;
        for (Node part : parts) {
            count = part.few() == 1 ? count : count.multiply(part.count());
            check(count);
            length += part.length();
            depth = Math.max(depth, part.depth());
        }
        return made(new Seq(List.copyOf(parts), count, few(count), length, depth + 1));
    }

    Node choice(List<Option> options) {
        if (options.size() == 1 && options.get(0).origin().isEmpty()) {
            return options.get(0).node();
        }
        List<Node> nodes = new ArrayList<>(options.size());
        List<Optional<Alternative>> origins = new ArrayList<>(options.size());
        List<BigInteger> upTo = new ArrayList<>(options.size() + 1);
        double[] weights = new double[options.size()];
        BigInteger count = BigInteger.ZERO;
        long length = 0;
        int depth = 0;
        for (Option option : options) {
            weights[nodes.size()] = option.mass();
            nodes.add(option.node());
            origins.add(option.origin());
            upTo.add(count);
            count = count.add(option.node().count());
            length = Math.max(length, option.node().length());
            depth = Math.max(depth, option.node().depth());
        }
        check(count);
        upTo.add(count);
        Shares counts = Shares.of(shares(nodes, count));
        return made(new Alt(
                List.copyOf(nodes),
                List.copyOf(origins),
                List.copyOf(upTo),
                Shares.of(weights),
                counts,
                few(count),
                length,
                depth + 1));
    }

    Node entries(Listing listing) {
        List<Listing.Entry> entries = listing.entries();
        boolean even = entries.stream()
                .allMatch(entry -> entry.weight() == entries.get(0).weight());
        long length = entries.stream()
                .mapToLong(entry -> entry.surface().length())
                .max()
                .orElse(0);
        Optional<Shares> weights = even
                ? Optional.empty()
                : Optional.of(Shares.of(
                        entries.stream().mapToDouble(Listing.Entry::weight).toArray()));
        return made(new Entries(listing, weights, length));
    }

    /** The same around another body. */
    Node around(Node.Around node, Node body) {
        if (body == node.body()) {
            return node;
        }
        if (node instanceof Node.Capital) {
            return made(new Node.Capital(body));
        }
        if (node instanceof Node.Valued valued) {
            return made(new Node.Valued(body, valued.value()));
        }
        if (node instanceof Node.Tagged tagged) {
            return made(new Node.Tagged(body, tagged.tag()));
        }
        return made(new Node.Single(((Node.Single) node).variable(), body));
    }

    /**
     * Some derivations of a node.
     *
     * @param masses of these; equal: they are equally likely
     */
    Node picked(Node body, Tuples choices, double[] masses) {
        boolean even = Arrays.stream(masses).allMatch(mass -> mass == masses[0]);
        return made(new Picked(body, choices, even ? Optional.empty() : Optional.of(Shares.of(masses))));
    }

    /** A part of the whole, whatever their size. */
    static double share(BigInteger part, BigInteger whole) {
        int shift = Math.max(0, whole.bitLength() - 1000);
        return part.shiftRight(shift).doubleValue() / whole.shiftRight(shift).doubleValue();
    }

    static long few(BigInteger count) {
        return count.compareTo(LONG) >= 0 ? Long.MAX_VALUE : count.longValue();
    }

    /** Counts a node, so that there are not too many. */
    <N extends Node> N made(N node) {
        if (++made > MOST_NODES) {
            throw new TooLarge("more than " + MOST_NODES + " parts when its references are followed");
        }
        if (node.length() > LONGEST) {
            throw new TooLarge("an utterance may have more than " + LONGEST + " characters");
        }
        return node;
    }

    private static double[] shares(List<Node> nodes, BigInteger whole) {
        return nodes.stream().mapToDouble(node -> share(node.count(), whole)).toArray();
    }

    private static void check(BigInteger count) {
        if (count.bitLength() > MOST_BITS) {
            throw new TooLarge("its number of derivations has more than 4,900 digits");
        }
    }

    /** What would not fit; caught where the position is known. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge(String what) {
            super(what, null, false, false);
        }
    }
}
