package io.understudy.templates.foreign;

import io.understudy.templates.foreign.ChatetteCase.First;
import io.understudy.templates.foreign.ChatetteSyntax.Chance;
import io.understudy.templates.foreign.ChatetteSyntax.Group;
import io.understudy.templates.foreign.ChatetteSyntax.Kind;
import io.understudy.templates.foreign.ChatetteSyntax.Name;
import io.understudy.templates.foreign.ChatetteSyntax.Part;
import io.understudy.templates.foreign.ChatetteSyntax.Rule;
import io.understudy.templates.foreign.ChatetteSyntax.Unit;
import io.understudy.templates.foreign.ChatetteSyntax.Words;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Capital;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Maybe;
import io.understudy.templates.grammar.Expression.Reference;
import io.understudy.templates.grammar.Expression.Sequence;
import io.understudy.templates.grammar.Expression.Text;
import io.understudy.templates.grammar.Expression.Tossed;
import io.understudy.templates.grammar.Expression.Valued;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.Weight;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Rules as expressions. {@code &} goes to the words that come first; where it meets a unit whose utterances begin with
 * more than small letters, it asks for a copy of the unit in both cases.
 */
final class ChatetteRules {

    /** Coins with a name in a rule that is written out for each way they fall. */
    private static final int MOST_COINS = 4;

    private final Map<Name, Unit> units;
    private final ChatetteArguments arguments;
    private final ChatetteCase cases;
    private final Deque<Name> asked = new ArrayDeque<>();
    private final Set<Name> copied = new HashSet<>();
    private final Set<Name> used = new HashSet<>();
    private final Map<String, Chance> coins = new HashMap<>();

    /** @param units each of them defined, none within itself */
    ChatetteRules(Map<Name, Unit> units) {
        this.units = units;
        this.arguments = new ChatetteArguments(units);
        this.cases = new ChatetteCase(units, arguments);
    }

    List<String> parameters(Name name) {
        return arguments.parameters(name);
    }

    /** The next unit of which a rule asked for a copy. */
    Optional<Name> nextCopy() {
        return Optional.ofNullable(asked.poll());
    }

    String nameOfCopy(Name name) {
        StringBuilder copy = new StringBuilder(name.text()).append(" &");
        while (units.containsKey(new Name(name.kind(), copy.toString()))) {
            copy.append('&');
        }
        return copy.toString();
    }

    /** Whether a rule refers to the unit itself and not to its copy. */
    boolean isUsed(Name name) {
        return used.contains(name);
    }

    /** @param bothCases whether its first letter is small or capital */
    Expression rule(Unit unit, Rule rule, boolean bothCases) {
        boolean isIntent = unit.name().kind() == Kind.INTENT;
        // Coins are tied within a rule; those of the grammar within an utterance, where an alias may stand twice.
        Expression written = isIntent && !bothCases
                ? sequence(plain(unit, rule.parts(), true), rule.at())
                : writtenOut(unit, rule.parts(), bothCases, rule.at());
        Expression body = isIntent ? written : Gaps.trimmed(written);
        Optional<String> value = value(rule, bothCases);
        return value.isPresent() ? new Valued(body, value, rule.at()) : body;
    }

    /** In both cases a slot keeps the value it has as it is written. */
    private static Optional<String> value(Rule rule, boolean bothCases) {
        if (rule.value().isEmpty()) {
            return bothCases && rule.parts().size() == 1 && rule.parts().get(0) instanceof Words words
                    ? Optional.of(words.text())
                    : Optional.empty();
        }
        if (!rule.value().get().equals("/")) {
            return rule.value();
        }
        if (rule.parts().isEmpty()) {
            throw Source.fault(rule.at(), "'= /' after nothing; expected a word, an alias or a choice before it");
        }
        Part first = rule.parts().get(0);
        if (first instanceof Words words) {
            return Optional.of(words.text().split(" ", 2)[0]);
        }
        return Optional.of(
                first instanceof Group group
                        ? group.written()
                        : ((ChatetteSyntax.Reference) first).name().text());
    }

    private Expression writtenOut(Unit unit, List<Part> parts, boolean bothCases, Position at) {
        Map<String, Integer> named = ChatetteCoins.named(parts);
        if (named.isEmpty()) {
            return sequence(bothCases ? cased(unit, parts, true) : plain(unit, parts, true), at);
        }
        if (named.size() > MOST_COINS) {
            throw Source.fault(at, "more than " + MOST_COINS + " names after '?' in one rule");
        }
        String coin = named.keySet().iterator().next();
        return either(
                named.get(coin),
                writtenOut(unit, ChatetteCoins.fallen(parts, coin, true), bothCases, at),
                writtenOut(unit, ChatetteCoins.fallen(parts, coin, false), bothCases, at),
                at);
    }

    /** @param atEnds whether an utterance or a phrase begins and ends with these parts */
    private List<Expression> plain(Unit unit, List<Part> parts, boolean atEnds) {
        List<Expression> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Text gap = new Text(" ", part.at());
            Optional<Chance> chance = ChatetteCoins.chance(part);
            boolean gapAfter = i + 1 == parts.size() ? atEnds : parts.get(i + 1).gap();
            // A gap that falls out with its part, unless another gap takes its place.
            boolean gapInside = chance.isPresent() && part.gap() && !gapAfter;
            if (part.gap() && !gapInside) {
                append(all, List.of(gap));
            }
            List<Expression> body = new ArrayList<>();
            append(body, gapInside ? List.of(gap) : List.of());
            append(body, part(unit, part, false));
            append(all, chance.isEmpty() ? body : List.of(tossed(chance.get(), sequence(body, part.at()), part.at())));
        }
        return all;
    }

    private List<Expression> cased(Unit unit, List<Part> parts, boolean atEnds) {
        if (parts.isEmpty()) {
            return List.of();
        }
        Part first = parts.get(0);
        List<Part> rest = parts.subList(1, parts.size());
        Optional<Chance> chance = ChatetteCoins.chance(first);
        List<Expression> with = new ArrayList<>(first.gap() ? List.of(new Text(" ", first.at())) : List.of());
        append(with, part(unit, first, true));
        append(with, plain(unit, rest, atEnds));
        if (chance.isEmpty()) {
            if (!rest.isEmpty() && cases.mayBeEmpty(first, unit.name())) {
                throw Source.fault(
                        first.at(), "'&' on a part that may be empty, with more behind it; mark it with '?'");
            }
            return with;
        }
        Position at = first.at();
        Expression without = sequence(cased(unit, rest, atEnds), at);
        return List.of(either(percent(chance.get()), sequence(with, at), without, at));
    }

    /** Chance aside. */
    private List<Expression> part(Unit unit, Part part, boolean bothCases) {
        if (part instanceof Words words) {
            List<Expression> parts = arguments.parts(words.text(), unit.name(), words.at());
            return bothCases ? cased(parts) : parts;
        }
        if (part instanceof Group group) {
            return List.of(group(unit, group, bothCases || group.cased()));
        }
        ChatetteSyntax.Reference reference = (ChatetteSyntax.Reference) part;
        return List.of(
                bothCases || reference.cased() ? cased(unit, reference) : reference(unit, reference, Optional.empty()));
    }

    private static List<Expression> cased(List<Expression> parts) {
        if (!(parts.get(0) instanceof Text text)) {
            return parts;
        }
        int first = text.text().offsetByCodePoints(0, text.text().isEmpty() ? 0 : 1);
        String letter = text.text().substring(0, first);
        Text small = new Text(letter.toLowerCase(Locale.ROOT) + text.text().substring(first), text.at());
        Text capital = new Text(letter.toUpperCase(Locale.ROOT) + text.text().substring(first), text.at());
        List<Expression> cased = new ArrayList<>(parts);
        cased.set(0, small.text().equals(capital.text()) ? text : choice(List.of(small, capital), text.at()));
        return cased;
    }

    private Expression group(Unit unit, Group group, boolean bothCases) {
        List<Expression> rules = group.rules().stream()
                .map(rule -> sequence(
                        bothCases ? cased(unit, rule.parts(), false) : plain(unit, rule.parts(), false), rule.at()))
                .toList();
        return rules.size() == 1 ? rules.get(0) : choice(rules, group.at());
    }

    private Expression reference(Unit caller, ChatetteSyntax.Reference reference, Optional<String> copy) {
        Name name = reference.name();
        if (copy.isEmpty()) {
            used.add(name);
        }
        return new Reference(
                name.kind() == Kind.SLOT,
                copy.orElse(name.text()),
                reference.variation(),
                arguments.given(reference, caller.name()),
                reference.at());
    }

    private Expression cased(Unit caller, ChatetteSyntax.Reference reference) {
        Name name = reference.name();
        // What '&' of the reference itself sees is the argument's name, with its '$', for arguments come after it.
        Set<First> firsts = reference.cased() ? cases.target(reference) : cases.seen(reference, caller.name());
        boolean hasCase = firsts.contains(First.LOWER) || firsts.contains(First.UPPER);
        if (!hasCase || units.get(name).head.cased()) {
            return reference(caller, reference, Optional.empty());
        }
        if (name.kind() == Kind.ALIAS && firsts.equals(EnumSet.of(First.LOWER))) {
            Expression small = reference(caller, reference, Optional.empty());
            return choice(List.of(small, new Capital(small, reference.at())), reference.at());
        }
        // In a copy arguments stay as they are, which is wrong for letters that '&' meets after they were put in.
        boolean givesLetters = !reference.cased()
                && cases.target(reference).contains(First.ARGUMENT)
                && cases.givesLetters(reference, caller.name());
        if (givesLetters) {
            throw Source.fault(reference.at(), "'&' on a phrase that may begin with its argument and with other words");
        }
        if (copied.add(name)) {
            asked.add(name);
        }
        return reference(caller, reference, Optional.of(nameOfCopy(name)));
    }

    private Expression tossed(Chance chance, Expression body, Position at) {
        OptionalDouble probability =
                percent(chance) == 50 ? OptionalDouble.empty() : OptionalDouble.of(share(percent(chance)) / 100);
        if (chance.coin().isEmpty()) {
            return new Maybe(body, probability, at);
        }
        OptionalDouble heads =
                chance.percent() == 50 ? OptionalDouble.empty() : OptionalDouble.of(share(chance.percent()) / 100);
        return new Tossed(nameOf(chance), !chance.opposite(), body, heads, at);
    }

    /** One coin of a grammar has one probability, and a plain name. */
    private String nameOf(Chance chance) {
        StringBuilder name = new StringBuilder(chance.coin().strip().replaceAll("[^\\p{L}\\p{N}_-]", "_"));
        Chance coin = new Chance(chance.coin(), false, chance.percent());
        while (!coins.computeIfAbsent(name.toString(), each -> coin).equals(coin)) {
            name.append('_');
        }
        return name.toString();
    }

    private static int percent(Chance chance) {
        return chance.opposite() ? 100 - chance.percent() : chance.percent();
    }

    /** What is never drawn is still in the language, and so is what is left out of what is always drawn. */
    private static double share(int percent) {
        return Math.max(0.1, Math.min(99.9, percent));
    }

    private static Choice either(int percent, Expression one, Expression other, Position at) {
        double share = share(percent);
        return new Choice(
                List.of(
                        new Alternative(new Weight(share, true), one),
                        new Alternative(new Weight(100 - share, true), other)),
                at);
    }

    private static Choice choice(List<? extends Expression> bodies, Position at) {
        return new Choice(bodies.stream().map(Alternative::new).toList(), at);
    }

    private static void append(List<Expression> all, List<? extends Expression> more) {
        for (Expression next : more) {
            int last = all.size() - 1;
            if (last >= 0 && next instanceof Text text && all.get(last) instanceof Text before) {
                all.set(last, new Text(before.text() + text.text(), before.at()));
            } else {
                all.add(next);
            }
        }
    }

    private static Expression sequence(List<Expression> parts, Position at) {
        return parts.size() == 1 ? parts.get(0) : new Sequence(parts, at);
    }
}
