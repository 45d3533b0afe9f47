package io.understudy.templates.grammar.language;

import io.understudy.core.Seeds;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.language.Node.Alt;
import io.understudy.templates.grammar.language.Node.Entries;
import io.understudy.templates.grammar.language.Node.Joint;
import io.understudy.templates.grammar.language.Node.Leaf;
import io.understudy.templates.grammar.language.Node.Recall;
import io.understudy.templates.grammar.language.Node.Seq;
import io.understudy.templates.grammar.language.Node.Single;
import io.understudy.templates.grammar.language.Node.Steps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * Draws without replacement, and remembers nothing. The lines to draw are divided among the alternatives of the first
 * choice by their shares, no alternative getting more than it has derivations; the lines of each alternative are
 * divided among those of the next choice, and so on, until one line is left. So which derivation line {@code i} of
 * {@code n} is can be found by going down one path, whatever was drawn before; no two lines meet; and each choice's
 * shares hold to within one line. Chance only decides the roundings. Not thread-safe.
 */
final class Drawing {

    private final boolean even;
    private final Sink sink;
    private final Map<Integer, Recorder> chosen;
    private final Divisions divisions;
    private long n;
    private long i;
    private long path;

    /**
     * @param even whether each derivation is to be as likely as any other; otherwise by weight
     * @param divisions of lines that were drawn before
     */
    Drawing(boolean even, Sink sink, Divisions divisions) {
        this(even, sink, divisions, new HashMap<>());
    }

    private Drawing(boolean even, Sink sink, Divisions divisions, Map<Integer, Recorder> chosen) {
        this.even = even;
        this.sink = sink;
        this.divisions = divisions;
        this.chosen = chosen;
    }

    /**
     * Tells line {@code line} of {@code lines}.
     *
     * @param line from 0
     * @param lines at most as many as there are derivations
     */
    void tell(Node node, long seed, long line, long lines) {
        n = lines;
        i = line;
        path = Seeds.derive(seed, lines);
        walk(node, 1);
    }

    /** @param rest derivations of what follows the node, saturated: n is at most its count times the node's */
    private void walk(Node node, long rest) {
        if (node instanceof Seq seq) {
            sequence(seq, rest);
        } else if (node instanceof Alt alt) {
            int option = quota(even ? alt.counts() : alt.weights(), alt, rest);
            // No lambda here and below: what this does for each line is most of what a sample costs, and a lambda that
            // keeps something is slow where the optimizing compiler is off.
            Optional<Alternative> origin = alt.origins().get(option);
            if (origin.isPresent()) {
                sink.chosen(origin.get());
            }
            walk(alt.options().get(option), rest);
        } else if (node instanceof Recall recall) {
            chosen.get(recall.variable()).tell(sink);
        } else if (node instanceof Leaf leaf) {
            Unranking.leaf(leaf, sink);
        } else if (node instanceof Entries entries) {
            boolean weighted = !even && entries.weights().isPresent();
            int entry = weighted ? quota(entries.weights().get(), entries, rest) : (int) equal(entries.few());
            Unranking.entry(entries, entry, sink);
        } else if (node instanceof Steps steps) {
            Unranking.step(steps, equal(steps.few()), sink);
        } else if (node instanceof Joint joint) {
            int tuple = even ? (int) equal(joint.few()) : quota(joint.weights(), joint, rest);
            for (int each = 0; each < joint.variables().size(); each++) {
                Recorder recorder = new Recorder();
                new Unranking(recorder)
                        .tell(joint.bodies().get(each), joint.choices().at(tuple, each));
                chosen.put(joint.variables().get(each), recorder);
            }
        } else if (node instanceof Node.Pair pair) {
            pair(pair.choices(), rest, pair);
        } else if (node instanceof Node.Picked picked) {
            boolean weighted = !even && picked.weights().isPresent();
            int row = weighted ? quota(picked.weights().get(), picked, rest) : (int) equal(picked.few());
            new Unranking(sink).tell(picked.body(), picked.choices().at(row, 0));
        } else if (node instanceof Single single) {
            Recorder recorder = new Recorder();
            Drawing inner = new Drawing(even, recorder, divisions, chosen);
            inner.n = n;
            inner.i = i;
            inner.path = path;
            inner.walk(single.body(), rest);
            n = inner.n;
            i = inner.i;
            path = inner.path;
            chosen.put(single.variable(), recorder);
        } else {
            Node.Around around = (Node.Around) node;
            Unranking.before(around, sink);
            walk(around.body(), rest);
            Unranking.after(around, sink);
        }
    }

    private void sequence(Seq seq, long rest) {
        List<Node> parts = seq.parts();
        if (seq.few() < Long.MAX_VALUE) {
            long after = seq.few();
            for (Node part : parts) {
                if (part.few() > 1) {
                    after /= part.few();
                }
                walk(part, times(after, rest));
            }
            return;
        }
        for (int part = 0; part < parts.size(); part++) {
            long after = rest;
            for (int next = part + 1; next < parts.size() && after < Long.MAX_VALUE; next++) {
                after = times(after, parts.get(next).few());
            }
            walk(parts.get(part), after);
        }
    }

    private void pair(Partners choices, long rest, Node.Pair node) {
        int first = quota(choices.firsts(even), choices, choices::with, rest);
        long all = choices.with(first);
        long second = even || choices.isEven() || all == 1
                ? equal(all)
                : quota(choices.seconds(first), choices, part -> 1, rest);
        Unranking.pair(node, first, choices.second(first, second), chosen);
    }

    /** Goes to one of several that are equally likely and have one derivation each. */
    private long equal(long size) {
        if (size == 1) {
            return 0;
        }
        long key = path;
        long each = n / size;
        long extra = n % size;
        long larger = extra * (each + 1);
        long at;
        if (i < larger) {
            at = i / (each + 1);
            i %= each + 1;
            n = each + 1;
        } else {
            at = extra + (i - larger) / each;
            i = (i - larger) % each;
            n = each;
        }
        long drawn = Permutation.of(size, key).at(at);
        path = Seeds.derive(key, drawn);
        return drawn;
    }

    /** Goes to one of several by their shares, none of which gets more than it has. */
    private int quota(Shares shares, Node node, long rest) {
        return quota(shares, node, node, rest);
    }

    /** @param counts derivations of each part of the owner */
    private int quota(Shares shares, Object owner, IntToLongFunction counts, long rest) {
        double laid = (Seeds.derive(path, -1) >>> 11) * 0x1p-53;
        int part;
        if (n == 1) {
            part = shares.find(0, 1, laid);
        } else if (fits(shares, counts, rest)) {
            part = shares.find(i, n, laid);
            long before = shares.before(part, n, laid);
            i -= before;
            n = shares.before(part + 1, n, laid) - before;
        } else {
            long[] upTo = divisions.upTo(shares, owner, counts, n, path, rest, laid);
            part = Divisions.part(upTo, i);
            i -= upTo[part];
            n = upTo[part + 1] - upTo[part];
        }
        path = Seeds.derive(path, part);
        return part;
    }

    /** Whether no part's share is more than it has. */
    private boolean fits(Shares shares, IntToLongFunction counts, long rest) {
        return n <= shares.room(counts) * rest * (1 - 1e-9);
    }

    static long times(long one, long other) {
        long high = Math.multiplyHigh(one, other);
        long low = one * other;
        return high != 0 || low < 0 ? Long.MAX_VALUE : low;
    }
}
