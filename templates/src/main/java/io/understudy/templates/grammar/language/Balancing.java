package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.language.Node.Alt;
import io.understudy.templates.grammar.language.Node.Seq;
import io.understudy.templates.grammar.language.Node.Tagged;
import io.understudy.templates.grammar.language.Nodes.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same language with other weights: all alternatives of a choice equally likely, or all values of a mention. Not
 * thread-safe.
 */
final class Balancing {

    private final Nodes nodes;
    private final boolean alternatives;
    private final boolean values;
    private final IdentityHashMap<Node, Node> known = new IdentityHashMap<>();

    Balancing(Nodes nodes, boolean alternatives, boolean values) {
        this.nodes = nodes;
        this.alternatives = alternatives;
        this.values = values;
    }

    Node of(Node node) {
        Node balanced = known.get(node);
        if (balanced == null) {
            balanced = balanced(node);
            known.put(node, balanced);
        }
        return balanced;
    }

    private Node balanced(Node node) {
        if (node instanceof Seq seq) {
            List<Node> parts = seq.parts().stream().map(this::of).toList();
            return same(parts, seq.parts()) ? node : nodes.sequence(parts);
        }
        if (node instanceof Alt alt) {
            return choice(alt);
        }
        if (node instanceof Tagged tagged && values && isListed(tagged)) {
            return evenly(tagged);
        }
        if (!(node instanceof Node.Around around)) {
            return node;
        }
        Node body = of(around.body());
        return body == around.body() ? node : nodes.around(around, body);
    }

    private static boolean same(List<Node> one, List<Node> other) {
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }

    private Node choice(Alt alt) {
        List<Node> options = alt.options().stream().map(this::of).toList();
        // What the author did not write as a choice keeps its weights: they say how the parts below are divided.
        boolean written = alternatives && alt.origins().stream().allMatch(Optional::isPresent);
        if (!written && same(options, alt.options())) {
            return alt;
        }
        List<Option> all = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            all.add(new Option(
                    options.get(i),
                    written ? 1 : alt.weights().of(i),
                    alt.origins().get(i)));
        }
        return nodes.choice(all);
    }

    private static boolean isListed(Tagged tagged) {
        return tagged.few() > 1
                && tagged.few() <= Binding.MOST_TUPLES
                && Graph.of(tagged).stream()
                        .noneMatch(each -> each instanceof Node.Recall || each instanceof Node.Open);
    }

    /** Each value as likely as any other, whatever the number of ways to say it. */
    private Node evenly(Tagged mention) {
        String[] all = Binding.values(mention);
        Map<String, Integer> times = new HashMap<>();
        for (String value : all) {
            times.merge(value, 1, Integer::sum);
        }
        Tuples rows = new Tuples(1);
        double[] masses = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            rows.add(new int[] {i});
            masses[i] = 1.0 / times.get(all[i]);
        }
        return nodes.picked(mention, rows, masses);
    }
}
