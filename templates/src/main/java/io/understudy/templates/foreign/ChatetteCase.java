package io.understudy.templates.foreign;

import io.understudy.templates.foreign.ChatetteSyntax.Group;
import io.understudy.templates.foreign.ChatetteSyntax.Name;
import io.understudy.templates.foreign.ChatetteSyntax.Part;
import io.understudy.templates.foreign.ChatetteSyntax.Reference;
import io.understudy.templates.foreign.ChatetteSyntax.Rule;
import io.understudy.templates.foreign.ChatetteSyntax.Unit;
import io.understudy.templates.foreign.ChatetteSyntax.Words;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Parameter;
import io.understudy.templates.grammar.Expression.Text;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the first characters of a unit's utterances can be: that decides what {@code &} makes of it. */
final class ChatetteCase {

    enum First {
        LOWER,
        UPPER,
        /** A character without case. */
        NONE,
        /** An argument that is given further out. */
        ARGUMENT,
        /** There is no character at all. */
        EMPTY
    }

    private record Variation(Name name, Optional<String> variation) {}

    private final Map<Name, Unit> units;
    private final ChatetteArguments arguments;
    private final Map<Variation, Set<First>> known = new HashMap<>();

    ChatetteCase(Map<Name, Unit> units, ChatetteArguments arguments) {
        this.units = units;
        this.arguments = arguments;
    }

    /** Of what a reference refers to, its own argument not put in. */
    Set<First> target(Reference reference) {
        Variation variation = new Variation(reference.name(), reference.variation());
        Set<First> firsts = known.get(variation);
        if (firsts == null) {
            Unit unit = units.get(reference.name());
            firsts = rules(
                    reference.variation().isEmpty() ? unit.rules() : unit.variations.get(reference.variation()),
                    unit.name());
            addCases(firsts, unit.head.cased());
            known.put(variation, firsts);
        }
        return firsts;
    }

    /** Of a reference as it is seen from outside: its own argument is put in. */
    Set<First> seen(Reference reference, Name caller) {
        Set<First> firsts = EnumSet.copyOf(target(reference));
        if (reference.argument().isPresent() && firsts.remove(First.ARGUMENT)) {
            firsts.add(first(reference.argument().get(), caller));
        }
        return firsts;
    }

    /** Whether a reference has an argument that begins with a letter in a case. */
    boolean givesLetters(Reference reference, Name caller) {
        return reference
                .argument()
                .map(argument -> first(argument, caller))
                .filter(first -> first == First.LOWER || first == First.UPPER)
                .isPresent();
    }

    /** Whether there is a way to say nothing, chance aside. */
    boolean mayBeEmpty(Part part, Name caller) {
        return firsts(part, caller).contains(First.EMPTY);
    }

    private Set<First> rules(List<Rule> rules, Name caller) {
        Set<First> firsts = EnumSet.noneOf(First.class);
        rules.forEach(rule -> firsts.addAll(parts(rule.parts(), caller)));
        return firsts;
    }

    private Set<First> parts(List<Part> parts, Name caller) {
        Set<First> firsts = EnumSet.of(First.EMPTY);
        for (Part part : parts) {
            firsts.remove(First.EMPTY);
            firsts.addAll(firsts(part, caller));
            if (ChatetteCoins.chance(part).isPresent()) {
                firsts.add(First.EMPTY);
            }
            if (!firsts.contains(First.EMPTY)) {
                break;
            }
        }
        return firsts;
    }

    private Set<First> firsts(Part part, Name caller) {
        if (part instanceof Words words) {
            return EnumSet.of(first(words.text(), caller));
        }
        if (part instanceof Group group) {
            Set<First> firsts = rules(group.rules(), caller);
            addCases(firsts, group.cased());
            return firsts;
        }
        Reference reference = (Reference) part;
        Set<First> firsts = EnumSet.copyOf(seen(reference, caller));
        addCases(firsts, reference.cased());
        return firsts;
    }

    private First first(String words, Name caller) {
        Expression first =
                arguments.parts(words, caller, units.get(caller).head.at()).get(0);
        if (first instanceof Parameter) {
            return First.ARGUMENT;
        }
        String text = ((Text) first).text();
        return text.isEmpty() ? First.EMPTY : of(text);
    }

    private static First of(String text) {
        String first = text.substring(0, text.offsetByCodePoints(0, 1));
        boolean isLower = !first.toUpperCase(Locale.ROOT).equals(first);
        return isLower ? First.LOWER : first.toLowerCase(Locale.ROOT).equals(first) ? First.NONE : First.UPPER;
    }

    private static void addCases(Set<First> firsts, boolean cased) {
        if (cased && (firsts.contains(First.LOWER) || firsts.contains(First.UPPER))) {
            firsts.add(First.LOWER);
            firsts.add(First.UPPER);
        }
    }
}
