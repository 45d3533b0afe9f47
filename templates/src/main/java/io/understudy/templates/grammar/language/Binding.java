package io.understudy.templates.grammar.language;

import io.understudy.core.AnnotatedText;
import io.understudy.templates.grammar.Constraint;
import io.understudy.templates.grammar.Constraint.After;
import io.understudy.templates.grammar.Constraint.Differs;
import io.understudy.templates.grammar.Constraint.OnlyWith;
import io.understudy.templates.grammar.language.Compiler.Variable;
import io.understudy.templates.grammar.language.Family.Member;
import io.understudy.templates.grammar.language.Node.Joint;
import io.understudy.templates.grammar.language.Node.Single;
import io.understudy.templates.grammar.language.Nodes.Option;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the named choices of an intent, once for each set of them that an utterance may have, under its constraints.
 */
final class Binding {

    /** Beyond, constraints are not counted. */
    static final int MOST_TUPLES = 1 << 20;

    private final Names names;
    private final Nodes nodes;
    private final List<Variable> variables;
    private final List<Constraint> constraints;

    Binding(Names names, Nodes nodes, List<Variable> variables, List<Constraint> constraints) {
        this.names = names;
        this.nodes = nodes;
        this.variables = variables;
        this.constraints = constraints.stream()
                .filter(constraint -> Names.slotsOf(constraint).stream().anyMatch(this::isMet))
                .toList();
    }

    /** All of an intent's derivations; empty: there are none. */
    Optional<Node> bind(Family family) {
        List<Option> options = new ArrayList<>();
        family.members().forEach((key, member) -> bind(key, member).ifPresent(options::add));
        return options.isEmpty() ? Optional.empty() : Optional.of(nodes.choice(options));
    }

    private boolean isMet(String slot) {
        return variables.stream().anyMatch(variable -> isSlot(variable, slot));
    }

    private static boolean isSlot(Variable variable, String slot) {
        return variable.body().isPresent() && variable.name().equals(slot);
    }

    private Optional<Option> bind(long key, Member member) {
        double mass = member.mass();
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            boolean heads = (key & Family.heads(i)) != 0;
            boolean tails = (key & Family.tails(i)) != 0;
            if (variables.get(i).body().isPresent() && heads) {
                used.add(i);
            } else if (heads || tails) {
                double chance = names.heads(variables.get(i).name());
                mass *= heads ? chance : 1 - chance;
            }
        }
        List<Node> parts = new ArrayList<>();
        for (List<Integer> group : groups(used)) {
            List<Node> chosen = chosen(group, used);
            if (chosen.isEmpty()) {
                return Optional.empty();
            }
            parts.addAll(chosen);
        }
        parts.add(member.node());
        return Optional.of(new Option(nodes.sequence(parts), mass, Optional.empty()));
    }

    /** Variables that constraints tie together. */
    private List<List<Integer>> groups(List<Integer> used) {
        List<List<Integer>> groups = new ArrayList<>();
        Set<Integer> open = new LinkedHashSet<>(used);
        while (!open.isEmpty()) {
            List<Integer> group = new ArrayList<>(List.of(open.iterator().next()));
            open.remove(group.get(0));
            for (int i = 0; i < group.size(); i++) {
                int from = group.get(i);
                List<Integer> tied =
                        open.stream().filter(to -> isTied(from, to)).toList();
                group.addAll(tied);
                tied.forEach(open::remove);
            }
            groups.add(group);
        }
        return groups;
    }

    private boolean isTied(int one, int other) {
        return constraints.stream().anyMatch(constraint -> {
            List<String> slots = Names.slotsOf(constraint);
            return slots.contains(variables.get(one).name())
                    && slots.contains(variables.get(other).name());
        });
    }

    /** Empty: nothing holds the constraints. */
    private List<Node> chosen(List<Integer> group, List<Integer> used) {
        List<Node> bodies =
                group.stream().map(i -> variables.get(i).body().orElseThrow()).toList();
        List<Constraint> here = constraints.stream()
                .filter(constraint -> Names.slotsOf(constraint).stream()
                        .anyMatch(slot -> group.stream()
                                .anyMatch(i -> variables.get(i).name().equals(slot))))
                .filter(constraint -> isActive(constraint, used))
                .toList();
        if (here.isEmpty()) {
            List<Node> singles = new ArrayList<>();
            for (int i = 0; i < group.size(); i++) {
                singles.add(nodes.made(new Single(group.get(i), bodies.get(i))));
            }
            return singles;
        }
        return joint(group, bodies, here).map(List::of).orElse(List.of());
    }

    /** A constraint on two slots says nothing where one is missing, but for what needs the other. */
    private boolean isActive(Constraint constraint, List<Integer> used) {
        List<String> slots = Names.slotsOf(constraint);
        return constraint instanceof OnlyWith
                ? isUsed(slots.get(0), used)
                : isUsed(slots.get(0), used) && isUsed(slots.get(1), used);
    }

    private boolean isUsed(String slot, List<Integer> used) {
        return used.stream().anyMatch(i -> isSlot(variables.get(i), slot));
    }

    private Optional<Node> joint(List<Integer> group, List<Node> bodies, List<Constraint> here) {
        long tuples = 1;
        for (Node body : bodies) {
            if (body.few() > MOST_TUPLES) {
                throw new Wrong(
                        here.get(0).at(),
                        "a slot of this constraint has more than %,d values; expected fewer, for each is looked at"
                                .formatted(MOST_TUPLES));
            }
            tuples = Math.min(MOST_TUPLES + 1L, tuples * body.few());
        }
        if (tuples > MOST_TUPLES && bodies.size() == 2) {
            return pair(group, bodies, here);
        }
        if (tuples > MOST_TUPLES) {
            throw new Wrong(
                    here.get(0).at(),
                    ("%d slots are tied together and have more than %,d combinations, each of which is looked at;"
                                    + " expected fewer, or constraints between two slots only")
                            .formatted(bodies.size(), MOST_TUPLES));
        }
        List<String[]> values = bodies.stream().map(Binding::values).toList();
        Tuples kept = new Tuples(group.size());
        List<Double> masses = new ArrayList<>();
        int[] tuple = new int[group.size()];
        for (long each = 0; each < tuples; each++) {
            long rest = each;
            for (int i = tuple.length - 1; i >= 0; i--) {
                tuple[i] = (int) (rest % bodies.get(i).few());
                rest /= bodies.get(i).few();
            }
            if (here.stream().allMatch(constraint -> holds(constraint, group, values, tuple))) {
                kept.add(tuple);
                double mass = 1;
                for (int i = 0; i < tuple.length; i++) {
                    mass *= Likelihood.of(bodies.get(i), tuple[i]);
                }
                masses.add(mass);
            }
        }
        if (kept.size() == 0) {
            return Optional.empty();
        }
        Shares shares =
                Shares.of(masses.stream().mapToDouble(Double::doubleValue).toArray());
        return Optional.of(nodes.made(new Joint(List.copyOf(group), bodies, kept, shares)));
    }

    private Optional<Node> pair(List<Integer> group, List<Node> bodies, List<Constraint> here) {
        String[] ones = values(bodies.get(0));
        String[] others = values(bodies.get(1));
        Pairing pairing = new Pairing(here, variables.get(group.get(0)).name(), ones, others);
        return pairing.partners(ones, Likelihood.all(bodies.get(0)), Likelihood.all(bodies.get(1)))
                .map(partners -> nodes.made(new Node.Pair(List.copyOf(group), bodies, partners)));
    }

    /** The value of each derivation: canonical, or its surface. */
    static String[] values(Node body) {
        String[] values = new String[(int) body.few()];
        Pen pen = new Pen(open -> open.instance() + "." + open.part().name());
        for (int i = 0; i < values.length; i++) {
            new Unranking(pen).tell(body, i);
            AnnotatedText text = pen.finish();
            values[i] = text.mentions().isEmpty()
                    ? text.text()
                    : text.mentions()
                            .get(0)
                            .details()
                            .value()
                            .orElse(text.surface(text.mentions().get(0)));
        }
        return values;
    }

    private boolean holds(Constraint constraint, List<Integer> group, List<String[]> values, int[] tuple) {
        List<String> slots = Names.slotsOf(constraint);
        Optional<String> one = value(slots.get(0), group, values, tuple);
        Optional<String> other = value(slots.get(1), group, values, tuple);
        if (constraint instanceof OnlyWith only) {
            boolean asks =
                    one.isPresent() && (only.values().isEmpty() || only.values().contains(one.get()));
            return !asks
                    || (other.isPresent()
                            && (only.others().isEmpty() || only.others().contains(other.get())));
        }
        return constraint instanceof Differs
                ? !one.equals(other)
                : compare(one.orElseThrow(), other.orElseThrow(), (After) constraint) > 0;
    }

    private Optional<String> value(String slot, List<Integer> group, List<String[]> values, int[] tuple) {
        for (int i = 0; i < tuple.length; i++) {
            if (variables.get(group.get(i)).name().equals(slot)) {
                return Optional.of(values.get(i)[tuple[i]]);
            }
        }
        return Optional.empty();
    }

    private static int compare(String later, String earlier, After constraint) {
        try {
            return new BigDecimal(later).compareTo(new BigDecimal(earlier));
        } catch (NumberFormatException notNumbers) {
            try {
                return LocalDate.parse(later).compareTo(LocalDate.parse(earlier));
            } catch (DateTimeParseException notDates) {
                return compareTimes(later, earlier, constraint);
            }
        }
    }

    private static int compareTimes(String later, String earlier, After constraint) {
        try {
            return LocalTime.parse(later).compareTo(LocalTime.parse(earlier));
        } catch (DateTimeParseException e) {
            throw new Wrong(
                    constraint.at(),
                    "a value of '" + constraint.later() + "' or '" + constraint.earlier()
                            + "' is no number, date (2025-05-03) or time (14:30); expected two of a kind");
        }
    }
}
