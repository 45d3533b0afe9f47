package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.language.Node.Alt;
import io.understudy.templates.grammar.language.Node.Joint;
import io.understudy.templates.grammar.language.Node.Seq;
import io.understudy.templates.grammar.language.Site.Fixed;
import io.understudy.templates.grammar.language.Site.Fork;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers the options of an intent: each alternative, at each time that its choice may be made. The times are counted
 * from the left over all that might have been chosen before, so that they do not depend on what was: in "from {time} to
 * {time}" the hour behind "to" is the second hour, whether or not the first time has one.
 */
final class Sites {

    private static final int MOST = 300_000;

    private final IdentityHashMap<Alternative, Integer> choices = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Map<Integer, Integer>> uses = new IdentityHashMap<>();
    private final IdentityHashMap<Alternative, Map<Integer, Integer>> numbers = new IdentityHashMap<>();
    private final List<Choices.Option> options = new ArrayList<>();
    private int made;

    /** Too many places to look at each. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("", null, false, false);
        }
    }

    List<Choices.Option> options() {
        return options;
    }

    /** @throws TooMany if there are more than can be looked at */
    Site of(Node root) {
        List<Node> nodes = Graph.of(root);
        // Coins and arguments set the alternatives of one choice apart; whatever shares one belongs together.
        List<Integer> same = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Alt alt) {
                gather(alt, same);
            }
        }
        choices.replaceAll((alternative, number) -> first(number, same));
        return site(root, Map.of());
    }

    private void gather(Alt alt, List<Integer> same) {
        Optional<Integer> met = Optional.empty();
        for (Optional<Alternative> origin : alt.origins()) {
            if (origin.isPresent()) {
                Integer known = choices.get(origin.get());
                int number = known != null
                        ? first(known, same)
                        : met.orElseGet(() -> {
                            same.add(same.size());
                            return same.size() - 1;
                        });
                choices.put(origin.get(), number);
                met.ifPresent(other -> same.set(Math.max(number, other), Math.min(number, other)));
                met = Optional.of(first(number, same));
            }
        }
    }

    private static int first(int number, List<Integer> same) {
        int at = number;
        while (same.get(at) != at) {
            at = same.get(at);
        }
        return at;
    }

    /** @param before how often each choice may have been made to the left */
    private Site site(Node node, Map<Integer, Integer> before) {
        if (++made > MOST) {
            throw new TooMany();
        }
        if (uses(node).isEmpty()) {
            return new Fixed(node);
        }
        if (node instanceof Seq seq) {
            return run(seq, before);
        }
        if (node instanceof Alt alt) {
            return fork(alt, before);
        }
        if (node instanceof Node.Pair) {
            throw new TooMany();
        }
        if (node instanceof Joint joint) {
            return rows(joint, before);
        }
        return site(((Node.Around) node).body(), before);
    }

    private Site run(Seq seq, Map<Integer, Integer> before) {
        Map<Integer, Integer> times = new HashMap<>(before);
        List<Site> parts = new ArrayList<>();
        BitSet all = new BitSet();
        int longest = 0;
        for (Node part : seq.parts()) {
            Site site = site(part, times);
            parts.add(site);
            all.or(site.options());
            longest += site.longest();
            uses(part).forEach((choice, most) -> times.merge(choice, most, Integer::sum));
        }
        return new Site.Run(seq, List.copyOf(parts), all, longest);
    }

    private Site fork(Alt alt, Map<Integer, Integer> before) {
        List<Integer> own = new ArrayList<>();
        Map<Integer, Integer> inner = before;
        Optional<Integer> choice =
                alt.origins().stream().flatMap(Optional::stream).findFirst().map(choices::get);
        if (choice.isPresent()) {
            inner = new HashMap<>(before);
            inner.merge(choice.get(), 1, Integer::sum);
        }
        List<Site> ways = new ArrayList<>();
        BitSet all = new BitSet();
        int longest = 0;
        for (int i = 0; i < alt.options().size(); i++) {
            Optional<Alternative> origin = alt.origins().get(i);
            if (origin.isPresent()) {
                own.add(number(origin.get(), before.getOrDefault(choice.orElseThrow(), 0)));
                all.set(own.get(i));
            } else {
                own.add(Fork.NOBODY);
            }
            Site way = site(alt.options().get(i), inner);
            ways.add(way);
            all.or(way.options());
            longest = Math.max(longest, way.longest() + (origin.isPresent() ? 1 : 0));
        }
        return Fork.of(alt, own, ways, all, longest);
    }

    private Site rows(Joint joint, Map<Integer, Integer> before) {
        Map<Integer, Integer> times = new HashMap<>(before);
        List<int[][]> taken = new ArrayList<>();
        BitSet all = new BitSet();
        int longest = 0;
        for (Node body : joint.bodies()) {
            Site site = site(body, times);
            int[][] rows = new int[(int) body.few()][];
            for (int i = 0; i < rows.length; i++) {
                BitSet row = new BitSet();
                Site.taken(site, BigInteger.valueOf(i), row);
                rows[i] = row.stream().toArray();
            }
            taken.add(rows);
            all.or(site.options());
            longest += site.longest();
            uses(body).forEach((choice, most) -> times.merge(choice, most, Integer::sum));
        }
        Map<Integer, BitSet> rows = new HashMap<>();
        for (int row = 0; row < joint.choices().size(); row++) {
            for (int i = 0; i < taken.size(); i++) {
                for (int option : taken.get(i)[joint.choices().at(row, i)]) {
                    rows.computeIfAbsent(option, key -> new BitSet()).set(row);
                }
            }
        }
        return new Site.Rows(joint, taken, rows, all, longest);
    }

    private int number(Alternative alternative, int time) {
        return numbers.computeIfAbsent(alternative, key -> new HashMap<>()).computeIfAbsent(time, key -> {
            options.add(new Choices.Option(alternative, choices.get(alternative), time));
            // From 1: tuples are packed, and 0 is no option.
            return options.size();
        });
    }

    /** How often each choice may be made in a node, at most. */
    private Map<Integer, Integer> uses(Node node) {
        Map<Integer, Integer> known = uses.get(node);
        if (known == null) {
            known = counted(node);
            uses.put(node, known);
        }
        return known;
    }

    private Map<Integer, Integer> counted(Node node) {
        Map<Integer, Integer> most = new HashMap<>();
        if (node instanceof Seq seq) {
            seq.parts().forEach(part -> uses(part).forEach((choice, times) -> most.merge(choice, times, Integer::sum)));
        } else if (node instanceof Joint || node instanceof Node.Pair) {
            Graph.parts(node)
                    .forEach(body -> uses(body).forEach((choice, times) -> most.merge(choice, times, Integer::sum)));
        } else if (node instanceof Alt alt) {
            alt.options().forEach(way -> uses(way).forEach((choice, times) -> most.merge(choice, times, Math::max)));
            alt.origins().stream()
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(origin -> most.merge(choices.get(origin), 1, Integer::sum));
        } else if (node instanceof Node.Around around) {
            return uses(around.body());
        }
        return most.isEmpty() ? Map.of() : most;
    }
}
