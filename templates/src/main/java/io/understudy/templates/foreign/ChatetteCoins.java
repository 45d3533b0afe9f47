package io.understudy.templates.foreign;

import io.understudy.templates.foreign.ChatetteSyntax.Chance;
import io.understudy.templates.foreign.ChatetteSyntax.Group;
import io.understudy.templates.foreign.ChatetteSyntax.Part;
import io.understudy.templates.foreign.ChatetteSyntax.Reference;
import io.understudy.templates.foreign.ChatetteSyntax.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The coins of a rule that have a name: {@code [a?coin] b [c?!coin]}. */
final class ChatetteCoins {

    private ChatetteCoins() {}

    /** How often each coin shows yes, in percent, as its first part says; in the order of the rule. */
    static Map<String, Integer> named(List<Part> parts) {
        Map<String, Integer> coins = new LinkedHashMap<>();
        collect(parts, coins);
        return coins;
    }

    private static void collect(List<Part> parts, Map<String, Integer> coins) {
        for (Part part : parts) {
            chance(part)
                    .filter(chance -> !chance.coin().isEmpty())
                    .ifPresent(chance -> coins.putIfAbsent(chance.coin(), chance.percent()));
            if (part instanceof Group group) {
                group.rules().forEach(rule -> collect(rule.parts(), coins));
            }
        }
    }

    static Optional<Chance> chance(Part part) {
        return part instanceof Group group
                ? group.chance()
                : part instanceof Reference reference ? reference.chance() : Optional.empty();
    }

    /** The parts that are there when the coin shows this side; their other coins stay. */
    static List<Part> fallen(List<Part> parts, String coin, boolean yes) {
        List<Part> there = new ArrayList<>();
        for (Part part : parts) {
            Optional<Chance> chance = chance(part).filter(each -> each.coin().equals(coin));
            if (chance.isEmpty()) {
                there.add(inside(part, coin, yes));
            } else if (chance.get().opposite() != yes) {
                there.add(inside(certain(part), coin, yes));
            }
        }
        return there;
    }

    private static Part inside(Part part, String coin, boolean yes) {
        if (!(part instanceof Group group)) {
            return part;
        }
        List<Rule> rules = group.rules().stream()
                .map(rule -> new Rule(fallen(rule.parts(), coin, yes), rule.value(), rule.at()))
                .toList();
        return new Group(rules, group.cased(), group.chance(), group.written(), group.gap(), group.at());
    }

    /** The part, there for sure. */
    static Part certain(Part part) {
        if (part instanceof Group group) {
            return new Group(group.rules(), group.cased(), Optional.empty(), group.written(), group.gap(), group.at());
        }
        return part instanceof Reference reference
                ? new Reference(
                        reference.name(),
                        reference.variation(),
                        reference.argument(),
                        reference.cased(),
                        Optional.empty(),
                        reference.gap(),
                        reference.at())
                : part;
    }
}
