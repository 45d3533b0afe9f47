package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Listing;
import io.understudy.templates.grammar.language.Division.Part;
import io.understudy.templates.grammar.language.Node.Chars;
import io.understudy.templates.grammar.language.Node.Entries;
import io.understudy.templates.grammar.language.Node.Gap;
import io.understudy.templates.grammar.language.Node.Steps;
import io.understudy.templates.grammar.language.Nodes.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the derivations that say no more than some characters, spaces not counted. An article counts as two, what is
 * invented later as nothing, a choice that was made before as its longest. Not thread-safe.
 */
final class Lengths implements Division.Keys<Integer> {

    private final Nodes nodes;
    private final int most;
    private final Division<Integer> division;

    Lengths(Nodes nodes, int most) {
        this.nodes = nodes;
        this.most = most;
        this.division = new Division<>(nodes, this, most + 1);
    }

    /** @param length at most as many as the most */
    Optional<Node> atMost(Node node, int length) {
        Map<Integer, Part> parts = division.of(node);
        List<Option> options = new ArrayList<>();
        parts.forEach((key, part) -> {
            if (key <= length) {
                options.add(new Option(part.node(), part.mass(), Optional.empty()));
            }
        });
        if (options.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(nodes.choice(options));
    }

    @Override
    public Integer none() {
        return 0;
    }

    @Override
    public Optional<Integer> both(Integer one, Integer other) {
        return one + other <= most ? Optional.of(one + other) : Optional.empty();
    }

    @Override
    public Integer chosen(Alternative alternative) {
        return 0;
    }

    @Override
    public Map<Integer, Part> leaf(Node node) {
        if (node instanceof Entries || node instanceof Steps) {
            return surfaces(node);
        }
        long length = node instanceof Chars chars
                ? chars.text().length()
                : node instanceof Gap || node instanceof Node.Open ? 0 : node.length();
        return length <= most ? Map.of((int) length, new Part(node, 1)) : Map.of();
    }

    private Map<Integer, Part> surfaces(Node node) {
        if (node.few() > Binding.MOST_TUPLES) {
            throw new Nodes.TooLarge(
                    "a bound on the length of more than " + Binding.MOST_TUPLES + " numbers or entries");
        }
        Map<Integer, Tuples> rows = new LinkedHashMap<>();
        for (int i = 0; i < node.few(); i++) {
            int length = surface(node, i).replace(" ", "").length();
            if (length <= most) {
                rows.computeIfAbsent(length, key -> new Tuples(1)).add(new int[] {i});
            }
        }
        Map<Integer, Part> parts = new LinkedHashMap<>();
        rows.forEach((length, list) -> {
            double[] masses = new double[list.size()];
            double mass = 0;
            for (int row = 0; row < masses.length; row++) {
                masses[row] = Likelihood.of(node, list.at(row, 0));
                mass += masses[row];
            }
            parts.put(length, new Part(list.size() == node.few() ? node : nodes.picked(node, list, masses), mass));
        });
        return parts;
    }

    private static String surface(Node node, int index) {
        if (node instanceof Entries entries) {
            Listing.Entry entry = entries.listing().entries().get(index);
            return entry.surface();
        }
        return ((Steps) node).progression().surface(index);
    }

    @Override
    public Map<Integer, Part> around(Node.Around node, Map<Integer, Part> body) {
        Map<Integer, Part> parts = new LinkedHashMap<>();
        body.forEach((key, part) -> parts.put(key, new Part(nodes.around(node, part.node()), part.mass())));
        return parts;
    }

    @Override
    public Integer of(Node body, int index) {
        Recorder recorder = new Recorder();
        new Unranking(recorder).tell(body, index);
        return new Utterance(recorder).text().text().replace(" ", "").length();
    }
}
