package io.understudy.templates.foreign;

import io.understudy.templates.foreign.ChatetteSyntax.Group;
import io.understudy.templates.foreign.ChatetteSyntax.Head;
import io.understudy.templates.foreign.ChatetteSyntax.Name;
import io.understudy.templates.foreign.ChatetteSyntax.Part;
import io.understudy.templates.foreign.ChatetteSyntax.Rule;
import io.understudy.templates.foreign.ChatetteSyntax.Unit;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Definition;
import io.understudy.templates.grammar.Definition.Alias;
import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.Definition.Slot;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.Recursion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chatette files as grammars, with the language and the odds of the tool (1.6.3): rules are drawn equally often,
 * {@code ?} is a coin with 50 in 100, {@code &} small or capital first letters. Where it leaves two spaces or one at an
 * end because a part fell out, we leave one or none. Coins of one name are tied within a rule.
 */
final class ChatetteReader {

    private final Map<Name, Unit> units;
    private final ChatetteRules rules;

    private ChatetteReader(Map<Name, Unit> units) {
        this.units = units;
        check();
        this.rules = new ChatetteRules(units);
    }

    /** @throws io.understudy.core.BadDataException if the tool would refuse it too, or we cannot read it */
    static Grammar read(Source source) throws IOException {
        Map<Name, Unit> units = ChatetteFiles.units(source);
        if (units.keySet().stream().noneMatch(name -> name.kind() == Kind.INTENT)) {
            throw source.fault(1, 0, "defines no intent; expected %[intent]");
        }
        return new ChatetteReader(units).grammar();
    }

    private void check() {
        References<Name> references = new References<>();
        for (Unit unit : units.values()) {
            for (Rule rule : unit.rules()) {
                check(unit, rule, references);
            }
        }
        references.checkNoCircle();
        references.checkNoneWithin(name -> name.kind() == Kind.SLOT, "slot");
    }

    private void check(Unit unit, Rule rule, References<Name> references) {
        for (Part part : rule.parts()) {
            if (part instanceof Group group) {
                group.rules().forEach(inner -> check(unit, inner, references));
            } else if (part instanceof ChatetteSyntax.Reference reference) {
                check(reference);
                references.add(unit.name(), reference.name(), reference.at());
            }
        }
    }

    private void check(ChatetteSyntax.Reference reference) {
        Unit unit = units.get(reference.name());
        if (unit == null) {
            Kind kind = reference.name().kind();
            List<String> have = units.keySet().stream()
                    .filter(name -> name.kind() == kind)
                    .map(Name::toString)
                    .toList();
            throw Source.fault(
                    reference.at(),
                    Source.unknown(
                            kind == Kind.SLOT ? "slot" : "alias",
                            reference.name().toString(),
                            have));
        }
        if (reference.variation().isPresent() && !unit.variations.containsKey(reference.variation())) {
            List<String> have =
                    unit.variations.keySet().stream().flatMap(Optional::stream).toList();
            throw Source.fault(
                    reference.at(),
                    Source.unknown(
                            "variation of " + reference.name(),
                            reference.variation().get(),
                            have));
        }
        if (reference.argument().isPresent() && unit.head.argument().isEmpty()) {
            throw Source.fault(
                    reference.at(), reference.name() + " has no argument; expected '$' and a name where it is defined");
        }
    }

    private Grammar grammar() {
        List<Intent> intents = new ArrayList<>();
        Map<Name, List<Definition.Rule>> plain = new LinkedHashMap<>();
        for (Unit unit : units.values()) {
            if (unit.name().kind() == Kind.INTENT) {
                intents.add(intent(unit));
            } else {
                plain.put(
                        unit.name(),
                        definitions(unit, unit.head.cased(), unit.name().text()));
            }
        }
        // Copies in both cases may ask for more of them.
        Map<Name, List<Definition.Rule>> copies = new LinkedHashMap<>();
        for (Optional<Name> next = rules.nextCopy(); next.isPresent(); next = rules.nextCopy()) {
            Unit unit = units.get(next.get());
            copies.put(unit.name(), definitions(unit, true, rules.nameOfCopy(unit.name())));
        }
        List<Definition.Rule> all = new ArrayList<>();
        plain.forEach((name, definitions) -> {
            if (!copies.containsKey(name) || rules.isUsed(name)) {
                all.addAll(definitions);
            }
            all.addAll(copies.getOrDefault(name, List.of()));
        });
        return new Grammar(intents, all, List.of());
    }

    private Intent intent(Unit unit) {
        List<Alternative> lines = new ArrayList<>();
        unit.rules().forEach(rule -> lines.add(new Alternative(rules.rule(unit, rule, unit.head.cased()))));
        Head head = unit.head;
        Map<String, String> arguments = new LinkedHashMap<>();
        head.annotation().forEach((key, value) -> {
            switch (key) {
                case "", "training", "train" -> putCount(arguments, "train", value, head);
                case "testing", "test" -> putCount(arguments, "test", value, head);
                default -> arguments.put(key, value);
            }
        });
        return new Intent(unit.name().text(), arguments, new Choice(lines, head.at()), head.at());
    }

    private static void putCount(Map<String, String> arguments, String key, String value, Head head) {
        if (!value.strip().matches("[0-9]{1,9}")) {
            throw Source.fault(head.at(), "the number of examples of " + head.name() + " is not a whole number");
        }
        if (arguments.put(key, Integer.toString(Integer.parseInt(value.strip()))) != null) {
            throw Source.fault(head.at(), "the number of examples of " + head.name() + " is given twice");
        }
    }

    private List<Definition.Rule> definitions(Unit unit, boolean inBothCases, String name) {
        Head head = unit.head;
        List<String> parameters = rules.parameters(unit.name());
        List<Definition.Rule> definitions = new ArrayList<>();
        unit.variations.forEach((variation, written) -> {
            Choice body = new Choice(
                    written.stream()
                            .map(rule -> new Alternative(rules.rule(unit, rule, inBothCases)))
                            .toList(),
                    head.at());
            definitions.add(
                    head.name().kind() == Kind.ALIAS
                            ? new Alias(name, variation, parameters, Recursion.NONE, body, head.at())
                            : new Slot(
                                    name,
                                    variation,
                                    parameters,
                                    Recursion.NONE,
                                    Source.label(unit.name().text(), head.at()),
                                    Optional.empty(),
                                    Optional.empty(),
                                    head.annotation(),
                                    body,
                                    head.at()));
        });
        return definitions;
    }
}
