package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.language.Node.Alt;
import io.understudy.templates.grammar.language.Node.Joint;
import io.understudy.templates.grammar.language.Node.Seq;
import io.understudy.templates.grammar.language.Nodes.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets the derivations of a node apart by a key that is made up from the keys of its parts, such as how long they are.
 * What comes of it are nodes again, counted and numbered for themselves. Not thread-safe.
 */
final class Division<K> {

    /** How keys are made. */
    interface Keys<K> {

        /** Of what says nothing. */
        K none();

        /** Of two parts side by side; empty: such are left out. */
        Optional<K> both(K one, K other);

        /** Of an alternative that was chosen, without what is in it. */
        K chosen(Alternative alternative);

        /** Of what has no parts that are divided. */
        Map<K, Part> leaf(Node node);

        /** Of what stands around others. */
        Map<K, Part> around(Node.Around node, Map<K, Part> body);

        /** Of a derivation of a choice that is made once. */
        K of(Node body, int index);
    }

    /** @param mass how likely it is that a derivation of the whole belongs to this part */
    record Part(Node node, double mass) {}

    private record Row(List<Node> nodes, double mass) {}

    private final Nodes nodes;
    private final Keys<K> keys;
    private final int most;
    private final IdentityHashMap<Node, Map<K, Part>> known = new IdentityHashMap<>();

    /** @param most how many keys a node may have */
    Division(Nodes nodes, Keys<K> keys, int most) {
        this.nodes = nodes;
        this.keys = keys;
        this.most = most;
    }

    /** @throws Nodes.TooLarge if there are too many keys */
    Map<K, Part> of(Node node) {
        Map<K, Part> parts = known.get(node);
        if (parts == null) {
            parts = divided(node);
            if (parts.size() > most) {
                throw new Nodes.TooLarge("more than " + most + " kinds of utterances to be told apart");
            }
            known.put(node, parts);
            parts.forEach((key, part) -> known.put(part.node(), Map.of(key, new Part(part.node(), 1))));
        }
        return parts;
    }

    private Map<K, Part> divided(Node node) {
        if (node instanceof Seq seq) {
            return sequence(seq);
        }
        if (node instanceof Alt alt) {
            return choice(alt);
        }
        if (node instanceof Joint joint) {
            return joint(joint);
        }
        if (node instanceof Node.Picked picked) {
            return picked(picked);
        }
        if (node instanceof Node.Pair) {
            throw new Nodes.TooLarge(
                    "slots of a constraint have more than %,d combinations".formatted(Binding.MOST_TUPLES));
        }
        return node instanceof Node.Around around ? keys.around(around, of(around.body())) : keys.leaf(node);
    }

    private Map<K, Part> sequence(Seq seq) {
        Map<K, Row> rows = Map.of(keys.none(), new Row(List.of(), 1));
        for (Node part : seq.parts()) {
            Map<K, List<Row>> next = new LinkedHashMap<>();
            Map<K, Part> own = of(part);
            rows.forEach((key, row) -> own.forEach((more, piece) -> keys.both(key, more)
                    .ifPresent(joint -> next.computeIfAbsent(joint, each -> new ArrayList<>())
                            .add(joined(row, piece)))));
            rows = new LinkedHashMap<>();
            for (Map.Entry<K, List<Row>> each : next.entrySet()) {
                rows.put(each.getKey(), gathered(each.getValue()));
            }
        }
        Map<K, Part> parts = new LinkedHashMap<>();
        rows.forEach((key, row) -> parts.put(key, new Part(nodes.sequence(row.nodes()), row.mass())));
        return parts;
    }

    private static Row joined(Row row, Part piece) {
        List<Node> longer = new ArrayList<>(row.nodes());
        longer.add(piece.node());
        return new Row(longer, row.mass() * piece.mass());
    }

    private Row gathered(List<Row> rows) {
        if (rows.size() == 1) {
            return rows.get(0);
        }
        List<Option> options = rows.stream()
                .map(row -> new Option(nodes.sequence(row.nodes()), row.mass(), Optional.empty()))
                .toList();
        return new Row(
                List.of(nodes.choice(options)),
                rows.stream().mapToDouble(Row::mass).sum());
    }

    private Map<K, Part> choice(Alt alt) {
        Map<K, List<Option>> options = new LinkedHashMap<>();
        for (int i = 0; i < alt.options().size(); i++) {
            Optional<Alternative> origin = alt.origins().get(i);
            K own = origin.map(keys::chosen).orElse(keys.none());
            double share = alt.weights().of(i);
            of(alt.options().get(i))
                    .forEach((key, part) -> keys.both(own, key)
                            .ifPresent(joint -> options.computeIfAbsent(joint, each -> new ArrayList<>())
                                    .add(new Option(part.node(), share * part.mass(), origin))));
        }
        Map<K, Part> parts = new LinkedHashMap<>();
        options.forEach((key, list) -> parts.put(
                key,
                new Part(
                        options.size() == 1 && list.size() == alt.options().size() && isWhole(alt, list)
                                ? alt
                                : nodes.choice(list),
                        list.stream().mapToDouble(Option::mass).sum())));
        return parts;
    }

    private static boolean isWhole(Alt alt, List<Option> options) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).node() != alt.options().get(i)) {
                return false;
            }
        }
        return true;
    }

    private Map<K, Part> picked(Node.Picked picked) {
        Map<K, Tuples> rows = new LinkedHashMap<>();
        Map<K, List<Double>> masses = new LinkedHashMap<>();
        for (int row = 0; row < picked.few(); row++) {
            int index = picked.choices().at(row, 0);
            K key = keys.of(picked.body(), index);
            rows.computeIfAbsent(key, each -> new Tuples(1)).add(new int[] {index});
            masses.computeIfAbsent(key, each -> new ArrayList<>()).add(Likelihood.of(picked, row));
        }
        Map<K, Part> parts = new LinkedHashMap<>();
        rows.forEach((key, list) -> {
            double[] own =
                    masses.get(key).stream().mapToDouble(Double::doubleValue).toArray();
            parts.put(
                    key,
                    new Part(
                            rows.size() == 1 ? picked : nodes.picked(picked.body(), list, own),
                            Arrays.stream(own).sum()));
        });
        return parts;
    }

    private Map<K, Part> joint(Joint joint) {
        List<List<K>> own = new ArrayList<>();
        for (Node body : joint.bodies()) {
            List<K> all = new ArrayList<>();
            for (int i = 0; i < body.few(); i++) {
                all.add(keys.of(body, i));
            }
            own.add(all);
        }
        Map<K, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < joint.choices().size(); row++) {
            Optional<K> key = Optional.of(keys.none());
            for (int i = 0; i < own.size(); i++) {
                K next = own.get(i).get(joint.choices().at(row, i));
                key = key.flatMap(before -> keys.both(before, next));
            }
            int number = row;
            key.ifPresent(each ->
                    rows.computeIfAbsent(each, list -> new ArrayList<>()).add(number));
        }
        Map<K, Part> parts = new LinkedHashMap<>();
        rows.forEach((key, list) -> {
            Tuples kept = new Tuples(own.size());
            double[] masses = new double[list.size()];
            double mass = 0;
            for (int row : list) {
                masses[kept.size()] = joint.weights().of(row);
                mass += joint.weights().of(row);
                kept.add(joint.choices().row(row).stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
            }
            Node some = new Joint(joint.variables(), joint.bodies(), kept, Shares.of(masses));
            parts.put(key, new Part(rows.size() == 1 ? joint : nodes.made(some), mass));
        });
        return parts;
    }
}
