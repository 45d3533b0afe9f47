package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Expression.Spread;
import io.understudy.templates.grammar.language.Family.Member;
import io.understudy.templates.grammar.language.Node.Chars;
import io.understudy.templates.grammar.language.Node.Gap;
import io.understudy.templates.grammar.language.Nodes.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts families together: side by side, one of several, there or not. */
final class Families {

    private static final int MOST_KEYS = 4096;

    private final Nodes nodes;

    Families(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Words and the gaps between them. */
    Node text(String text) {
        List<Node> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == ' ' || text.charAt(at) == '\t') {
                if (at > from) {
                    parts.add(nodes.made(new Chars(text.substring(from, at))));
                }
                boolean repeated = !parts.isEmpty() && parts.get(parts.size() - 1) == Gap.ONE;
                if (at < text.length() && !repeated) {
                    parts.add(Gap.ONE);
                }
                from = at + 1;
            }
        }
        return nodes.sequence(parts);
    }

    /** One after the other; what tosses one coin both ways does not go together. */
    Family product(Family one, Family other) {
        if (one.isFree() && !one.isEmpty() && isNothing(one.node())) {
            return other;
        }
        if (other.isFree() && !other.isEmpty() && isNothing(other.node())) {
            return one;
        }
        Map<Long, List<Option>> options = new LinkedHashMap<>();
        one.members()
                .forEach((key, first) -> other.members().forEach((otherKey, second) -> {
                    if (!Family.conflict(key, otherKey)) {
                        options.computeIfAbsent(key | otherKey, joint -> new ArrayList<>())
                                .add(new Option(
                                        nodes.sequence(List.of(first.node(), second.node())),
                                        first.mass() * second.mass(),
                                        Optional.empty()));
                    }
                }));
        return gather(options);
    }

    /** @param families of the alternatives */
    Family choice(List<Alternative> alternatives, List<Family> families, Spread spread) {
        double[] weights = new double[alternatives.size()];
        for (int i = 0; i < weights.length; i++) {
            Family family = families.get(i);
            weights[i] = family.isEmpty() ? 0 : weight(alternatives.get(i), family, spread);
        }
        double[] shares = shares(alternatives, weights);
        Map<Long, List<Option>> options = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            Optional<Alternative> origin = Optional.of(alternatives.get(i));
            double share = shares[i];
            families.get(i)
                    .members()
                    .forEach((key, member) -> options.computeIfAbsent(key, each -> new ArrayList<>())
                            .add(new Option(member.node(), share * member.mass(), origin)));
        }
        return gather(options);
    }

    /** @param ways of the author: there, and left out */
    Family maybe(Family body, double there, List<Alternative> ways) {
        Map<Long, List<Option>> options = new LinkedHashMap<>();
        body.members()
                .forEach((key, member) -> options.computeIfAbsent(key, each -> new ArrayList<>())
                        .add(new Option(member.node(), there * member.mass(), Optional.of(ways.get(0)))));
        options.computeIfAbsent(0L, key -> new ArrayList<>())
                .add(new Option(nodes.sequence(List.of()), 1 - there, Optional.of(ways.get(1))));
        return gather(options);
    }

    /** What is there where the coin shows one side, and left out where it shows the other. */
    Family tossed(Family body, long there, long away) {
        Map<Long, List<Option>> options = new LinkedHashMap<>();
        body.members().forEach((key, member) -> {
            if (!Family.conflict(key, there)) {
                options.computeIfAbsent(key | there, each -> new ArrayList<>())
                        .add(new Option(member.node(), member.mass(), Optional.empty()));
            }
        });
        options.computeIfAbsent(away, key -> new ArrayList<>())
                .add(new Option(nodes.sequence(List.of()), 1, Optional.empty()));
        return gather(options);
    }

    private static boolean isNothing(Node node) {
        return node instanceof Node.Seq seq && seq.parts().isEmpty();
    }

    private Family gather(Map<Long, List<Option>> options) {
        if (options.size() > MOST_KEYS) {
            throw new Nodes.TooLarge("more than " + MOST_KEYS + " ways to combine its coins and named choices");
        }
        Map<Long, Member> members = new LinkedHashMap<>();
        options.forEach((key, list) -> members.put(
                key,
                new Member(
                        nodes.choice(list),
                        list.stream().mapToDouble(Option::mass).sum())));
        return new Family(members);
    }

    private static double weight(Alternative alternative, Family family, Spread spread) {
        double weight = alternative.weight().amount();
        if (spread == Spread.EVEN || alternative.weight().percent()) {
            return weight;
        }
        double count = family.members().values().stream()
                .mapToDouble(member -> member.node().count().doubleValue())
                .sum();
        // What is beyond doubles is as large as can be.
        return Math.min(weight * count, Double.MAX_VALUE / 1e6);
    }

    /** Percentages are of the whole; the others divide what they leave. */
    private static double[] shares(List<Alternative> alternatives, double[] weights) {
        double percent = 0;
        double rest = 0;
        for (int i = 0; i < weights.length; i++) {
            if (alternatives.get(i).weight().percent()) {
                percent += weights[i];
            } else {
                rest += weights[i];
            }
        }
        double left = Math.max(0, 100 - percent);
        double[] shares = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            shares[i] = alternatives.get(i).weight().percent() || percent == 0 || rest == 0
                    ? weights[i]
                    : left * (weights[i] / rest);
        }
        return shares;
    }
}
