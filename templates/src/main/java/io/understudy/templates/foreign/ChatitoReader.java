package io.understudy.templates.foreign;

import io.understudy.templates.foreign.ChatitoSyntax.Definition;
import io.understudy.templates.foreign.ChatitoSyntax.Name;
import io.understudy.templates.foreign.ChatitoSyntax.Probability;
import io.understudy.templates.foreign.ChatitoSyntax.Sentence;
import io.understudy.templates.foreign.ChatitoSyntax.Token;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Definition.Alias;
import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.Definition.Rule;
import io.understudy.templates.grammar.Definition.Slot;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Maybe;
import io.understudy.templates.grammar.Expression.Reference;
import io.understudy.templates.grammar.Expression.Sequence;
import io.understudy.templates.grammar.Expression.Spread;
import io.understudy.templates.grammar.Expression.Text;
import io.understudy.templates.grammar.Expression.Valued;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.Recursion;
import io.understudy.templates.grammar.Weight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Chatito files as grammars, with the language and the odds of the tool (2.3.5): an alias that is not defined says its
 * name; an optional part of a definition with n sentences is left out once in n + 1 times; sentences are drawn by how
 * many utterances they have ({@code 'distribution': 'even'}: equally often), times their weight; a phrase is stripped
 * before it goes into a sentence. One difference: runs of spaces are one space everywhere.
 */
final class ChatitoReader {

    private static final int MOST_PARTS = 500;

    private final Map<Name, Definition> definitions;

    private ChatitoReader(Map<Name, Definition> definitions) {
        this.definitions = definitions;
    }

    /** @throws io.understudy.core.BadDataException if the tool would refuse it too */
    static Grammar read(Source source) throws IOException {
        Map<Name, Definition> definitions = ChatitoFiles.definitions(source);
        ChatitoReader reader = new ChatitoReader(definitions);
        reader.check();
        List<Intent> intents = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (Definition definition : definitions.values()) {
            if (definition.name().kind() == Kind.INTENT) {
                intents.add(reader.intent(definition));
            } else {
                rules.add(definition.name().kind() == Kind.SLOT ? reader.slot(definition) : reader.alias(definition));
            }
        }
        if (intents.isEmpty()) {
            throw source.fault(1, 0, "defines no intent; expected %[intent]");
        }
        return new Grammar(intents, rules, List.of());
    }

    private void check() {
        References<Name> references = new References<>();
        for (Definition definition : definitions.values()) {
            for (Sentence sentence : definition.sentences()) {
                for (Token token : sentence.tokens()) {
                    if (token instanceof ChatitoSyntax.Reference reference) {
                        checkDefined(reference);
                        references.add(definition.name(), reference.name(), reference.at());
                    }
                }
            }
        }
        references.checkNoCircle();
        references.checkNoneWithin(name -> name.kind() == Kind.SLOT, "slot");
    }

    private void checkDefined(ChatitoSyntax.Reference reference) {
        if (reference.name().kind() == Kind.SLOT && !definitions.containsKey(reference.name())) {
            List<String> slots = definitions.keySet().stream()
                    .filter(name -> name.kind() == Kind.SLOT)
                    .map(Name::toString)
                    .toList();
            throw Source.fault(
                    reference.at(), Source.unknown("slot", reference.name().toString(), slots));
        }
    }

    private Intent intent(Definition definition) {
        Map<String, String> arguments = new LinkedHashMap<>();
        definition.arguments().forEach((key, value) -> {
            switch (key) {
                case "training" -> arguments.put("train", count(definition, key, value));
                case "testing" -> arguments.put("test", count(definition, key, value));
                case "distribution" -> {}
                default -> arguments.putIfAbsent(key, value);
            }
        });
        return new Intent(definition.name().text(), arguments, body(definition), definition.at());
    }

    private static String count(Definition definition, String key, String value) {
        if (!value.matches("0*[1-9][0-9]{0,8}")) {
            throw Source.fault(
                    definition.at(), "'%s' of %s is not a whole number of 1 or more".formatted(key, definition.name()));
        }
        return Integer.toString(Integer.parseInt(value));
    }

    private Slot slot(Definition definition) {
        Map<String, String> arguments = new LinkedHashMap<>(definition.arguments());
        arguments.remove("distribution");
        return new Slot(
                nameOf(definition.name()),
                variationOf(definition.name()),
                List.of(),
                Recursion.NONE,
                Source.label(definition.name().text(), definition.at()),
                Optional.empty(),
                Optional.empty(),
                arguments,
                body(definition),
                definition.at());
    }

    /**
     * {@code @[day]} does not say what {@code @[day#near]} says, whereas our {@code {day}} says what all its variations
     * say. So a variation is a slot by itself where there is a slot without one.
     */
    private boolean isApart(Name name) {
        return name.variation().isPresent()
                && definitions.containsKey(new Name(name.kind(), name.text(), Optional.empty()));
    }

    private String nameOf(Name name) {
        return isApart(name) ? name.text() + "#" + name.variation().get() : name.text();
    }

    private Optional<String> variationOf(Name name) {
        return isApart(name) ? Optional.empty() : name.variation();
    }

    private Alias alias(Definition definition) {
        return new Alias(definition.name().text(), body(definition), definition.at());
    }

    private Choice body(Definition definition) {
        checkProbabilities(definition);
        List<Alternative> alternatives = new ArrayList<>();
        for (Sentence sentence : definition.sentences()) {
            Weight weight = sentence.probability()
                    .map(odds -> new Weight(odds.number(), odds.percent()))
                    .orElse(Weight.ONE);
            alternatives.add(new Alternative(
                    weight, Optional.empty(), sentence(definition.name().kind(), sentence), sentence.at()));
        }
        String distribution = definition.arguments().getOrDefault("distribution", "regular");
        return new Choice(alternatives, distribution.equals("even") ? Spread.EVEN : Spread.COUNT, definition.at());
    }

    private static void checkProbabilities(Definition definition) {
        Optional<Boolean> percent = Optional.empty();
        double sum = 0;
        for (Sentence sentence : definition.sentences()) {
            if (sentence.probability().isEmpty()) {
                continue;
            }
            Probability odds = sentence.probability().get();
            sum += odds.number();
            if (percent.isPresent() && percent.get() != odds.percent()) {
                throw Source.fault(
                        sentence.at(),
                        definition.name() + " has weights and percentages; expected only one of the two");
            }
            percent = Optional.of(odds.percent());
            if (odds.number() <= 0 || Double.isInfinite(odds.number())) {
                throw Source.fault(sentence.at(), "a probability that is not above 0");
            }
            if (odds.percent() && sum > 100) {
                throw Source.fault(sentence.at(), "the percentages of " + definition.name() + " are more than 100");
            }
        }
    }

    private Expression sentence(Kind owner, Sentence sentence) {
        if (sentence.tokens().size() > MOST_PARTS) {
            throw Source.fault(sentence.at(), "a sentence of more than " + MOST_PARTS + " parts");
        }
        List<Expression> parts = sentence.tokens().stream().map(this::part).toList();
        Expression body = parts.size() == 1 ? parts.get(0) : new Sequence(parts, sentence.at());
        if (owner != Kind.ALIAS && Gaps.mayBeEmpty(body)) {
            throw Source.fault(sentence.at(), "this sentence may be empty; expected a part that is always there");
        }
        if (owner == Kind.SLOT && isSynonym(sentence)) {
            Name alias = ((ChatitoSyntax.Reference) sentence.tokens().get(0)).name();
            return new Valued(body, Optional.of(alias.text()), sentence.at());
        }
        return owner == Kind.INTENT ? body : Gaps.trimmed(body);
    }

    private boolean isSynonym(Sentence sentence) {
        return sentence.tokens().size() == 1
                && sentence.tokens().get(0) instanceof ChatitoSyntax.Reference reference
                && definitions.containsKey(reference.name())
                && definitions
                        .get(reference.name())
                        .arguments()
                        .getOrDefault("synonym", "")
                        .equals("true");
    }

    private Expression part(Token token) {
        if (token instanceof ChatitoSyntax.Text text) {
            return new Text(text.text(), text.at());
        }
        ChatitoSyntax.Reference reference = (ChatitoSyntax.Reference) token;
        Name name = reference.name();
        Position at = reference.at();
        Definition definition = definitions.get(name);
        Expression part = definition == null
                ? new Text(name.text().strip(), at)
                : new Reference(name.kind() == Kind.SLOT, nameOf(name), variationOf(name), List.of(), at);
        int sentences = definition == null ? 1 : definition.sentences().size();
        return reference.optional() ? new Maybe(part, OptionalDouble.of(sentences / (sentences + 1.0)), at) : part;
    }
}
