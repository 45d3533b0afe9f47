package io.understudy.templates.grammar.language;

import io.understudy.core.text.Nearest;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Constraint;
import io.understudy.templates.grammar.Constraint.After;
import io.understudy.templates.grammar.Constraint.Differs;
import io.understudy.templates.grammar.Constraint.OnlyWith;
import io.understudy.templates.grammar.Definition;
import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.Definition.Rule;
import io.understudy.templates.grammar.Definition.Slot;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Maybe;
import io.understudy.templates.grammar.Expression.Named;
import io.understudy.templates.grammar.Expression.Parameter;
import io.understudy.templates.grammar.Expression.Reference;
import io.understudy.templates.grammar.Expression.Tossed;
import io.understudy.templates.grammar.Finding;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.Weight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What the names of a grammar stand for, and which of them stand for nothing. */
final class Names {

    private static final int MOST_TOLD = 100;

    private final Grammar grammar;
    private final Map<String, List<Rule>> slots = new LinkedHashMap<>();
    private final Map<String, List<Rule>> aliases = new LinkedHashMap<>();
    private final Map<String, Named> named = new LinkedHashMap<>();
    private final Map<String, Double> coins = new LinkedHashMap<>();
    private final Set<String> constrained = new LinkedHashSet<>();
    private final IdentityHashMap<Maybe, List<Alternative>> ways = new IdentityHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean recursive;

    Names(Grammar grammar) {
        this.grammar = grammar;
        collect();
        check();
    }

    List<Finding> findings() {
        return findings;
    }

    /** The rules of a reference, one for each variation it means; empty where it names a choice. */
    List<Rule> rules(Reference reference) {
        List<Rule> all = table(reference.slot()).getOrDefault(reference.name(), List.of());
        return reference.variation().isEmpty()
                ? all
                : all.stream()
                        .filter(rule -> rule.variation().equals(reference.variation()))
                        .toList();
    }

    /** The slot of this name, whichever variation; empty where it is used without being defined. */
    Optional<Slot> slot(String name) {
        return slots.getOrDefault(name, List.of()).stream().findFirst().map(Slot.class::cast);
    }

    Optional<Named> named(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /** Whether any definition may stand inside itself. */
    boolean isRecursive() {
        return recursive;
    }

    /** Tells a rule from all others. */
    static String key(Rule rule) {
        return (rule instanceof Slot ? "{" : "<")
                + rule.name()
                + '\u0000'
                + rule.variation().orElse("\u0001")
                + '\u0002';
    }

    /** What an optional part is to be counted as: there, and left out. */
    List<Alternative> ways(Maybe maybe) {
        return ways.computeIfAbsent(
                maybe,
                key -> List.of(
                        new Alternative(Weight.ONE, maybe.body()),
                        new Alternative(Weight.ONE, new Expression.Sequence(List.of(), maybe.at()))));
    }

    /** Whether a slot is chosen once for an utterance. */
    boolean isConstrained(String slot) {
        return constrained.contains(slot);
    }

    double heads(String coin) {
        return coins.getOrDefault(coin, 0.5);
    }

    private Map<String, List<Rule>> table(boolean slot) {
        return slot ? slots : aliases;
    }

    private void collect() {
        Set<String> intents = new HashSet<>();
        for (Intent intent : grammar.intents()) {
            if (!intents.add(intent.name())) {
                error(intent.at(), "the intent '" + intent.name() + "' is defined twice");
            }
        }
        Set<String> seen = new HashSet<>();
        for (Rule rule : grammar.rules()) {
            boolean slot = rule instanceof Slot;
            recursive |= rule.recursion().most() > 0;
            if (!seen.add(key(rule))) {
                error(
                        rule.at(),
                        "the " + kind(slot) + " '" + shown(rule) + "' is defined twice; expected one definition,"
                                + " or variations such as " + rule.name() + "#other");
            }
            table(slot).computeIfAbsent(rule.name(), name -> new ArrayList<>()).add(rule);
        }
        definitions().forEach(definition -> Walk.all(definition.body(), this::collect));
        for (Constraint constraint : grammar.constraints()) {
            for (String name : slotsOf(constraint)) {
                constrained.add(name);
                if (!slots.containsKey(name)) {
                    error(constraint.at(), Nearest.unknown("slot", name, some(slots.keySet())));
                }
            }
        }
    }

    private void collect(Expression expression) {
        if (expression instanceof Named choice) {
            Named first = named.putIfAbsent(choice.name(), choice);
            if (first != null && !written(first.body()).equals(written(choice.body()))) {
                error(
                        choice.at(),
                        "'" + choice.name() + "' already names another choice; expected a name of its own," + " or <"
                                + choice.name() + "> to use that choice again");
            }
            if (slots.containsKey(choice.name()) || aliases.containsKey(choice.name())) {
                error(choice.at(), "'" + choice.name() + "' names a choice and a definition; expected two names");
            }
        } else if (expression instanceof Tossed tossed && tossed.probability().isPresent()) {
            OptionalDouble said = tossed.probability();
            Double first = coins.putIfAbsent(tossed.coin(), said.getAsDouble());
            if (first != null && first != said.getAsDouble()) {
                error(tossed.at(), "the coin '" + tossed.coin() + "' has two probabilities; expected one");
            }
        }
    }

    /** Tells two bodies apart, wherever they stand. */
    private static String written(Expression body) {
        return body.toString().replaceAll("at=[^\\],]*", "");
    }

    private void check() {
        for (Definition definition : definitions()) {
            Set<String> parameters =
                    definition instanceof Rule rule ? new LinkedHashSet<>(rule.parameters()) : new LinkedHashSet<>();
            Walk.all(definition.body(), expression -> check(expression, parameters));
        }
    }

    private void check(Expression expression, Set<String> parameters) {
        if (expression instanceof Parameter parameter && !parameters.contains(parameter.name())) {
            error(parameter.at(), Nearest.unknown("parameter", parameter.name(), parameters));
        } else if (expression instanceof Reference reference) {
            check(reference);
        }
    }

    private void check(Reference reference) {
        String name = reference.name();
        List<Rule> all = table(reference.slot()).getOrDefault(name, List.of());
        if (all.isEmpty()) {
            if (!named.containsKey(name)) {
                Set<String> known = new LinkedHashSet<>(table(reference.slot()).keySet());
                known.addAll(named.keySet());
                String other = table(!reference.slot()).containsKey(name)
                        ? "; there is " + (reference.slot() ? "an alias <" + name + ">" : "a slot {" + name + "}")
                        : "";
                error(reference.at(), Nearest.unknown(kind(reference.slot()), name, some(known)) + other);
            }
            return;
        }
        List<Rule> meant = rules(reference);
        if (meant.isEmpty()) {
            error(
                    reference.at(),
                    Nearest.unknown(
                            "variation of '" + name + "'",
                            reference.variation().orElse(""),
                            all.stream()
                                    .flatMap(rule -> rule.variation().stream())
                                    .toList()));
        }
        for (Rule rule : meant) {
            if (rule.parameters().size() != reference.arguments().size()) {
                error(
                        reference.at(),
                        "'%s' is given %d arguments; expected %d"
                                .formatted(
                                        shown(rule),
                                        reference.arguments().size(),
                                        rule.parameters().size()));
                return;
            }
        }
    }

    private List<Definition> definitions() {
        List<Definition> all = new ArrayList<>(grammar.intents());
        all.addAll(grammar.rules());
        return all;
    }

    static List<String> slotsOf(Constraint constraint) {
        if (constraint instanceof Differs differs) {
            return List.of(differs.one(), differs.other());
        }
        if (constraint instanceof After after) {
            return List.of(after.later(), after.earlier());
        }
        OnlyWith only = (OnlyWith) constraint;
        return List.of(only.slot(), only.other());
    }

    static String shown(Rule rule) {
        return rule.name() + rule.variation().map(variation -> "#" + variation).orElse("");
    }

    static String kind(boolean slot) {
        return slot ? "slot" : "alias";
    }

    private static Collection<String> some(Collection<String> names) {
        return names.size() <= MOST_TOLD
                ? names
                : names.stream().limit(MOST_TOLD).toList();
    }

    private void error(Position at, String message) {
        findings.add(Finding.error(at, message));
    }
}
