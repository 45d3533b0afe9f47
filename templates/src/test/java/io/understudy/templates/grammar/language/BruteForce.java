package io.understudy.templates.grammar.language;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.text.FirstSound;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Constraint;
import io.understudy.templates.grammar.Definition.Rule;
import io.understudy.templates.grammar.Definition.Slot;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Grammar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All derivations by plain substitution, written to know nothing of how {@link Language} does it: every choice is
 * written out as a string of signs, and the signs are turned into text at the end.
 */
final class BruteForce {

    /** Signs within a string: noncharacters, so that no word holds them. */
    private static final char BEGIN = '\uFDD1';

    private static final char END = '\uFDD2';
    private static final char VALUE = '\uFDD3';
    private static final char UPPER = '\uFDD4';
    private static final char ARTICLE = '\uFDD5';
    private static final char LOWER = '\uFDD6';

    /** @param fixed what named choices, constrained slots and coins are; in order of first use does not matter */
    private record Way(String signs, Map<String, String> fixed) {}

    private final Grammar grammar;
    private final Map<String, Integer> inside = new HashMap<>();

    private BruteForce(Grammar grammar) {
        this.grammar = grammar;
    }

    static List<AnnotatedText> all(Grammar grammar) {
        BruteForce force = new BruteForce(grammar);
        List<AnnotatedText> all = new ArrayList<>();
        for (Way way : force.ways(grammar.intents().get(0).body(), Map.of(), Map.of())) {
            if (force.holds(way.fixed())) {
                all.add(text(way.signs()));
            }
        }
        return all;
    }

    private List<Way> ways(Expression e, Map<String, String> fixed, Map<String, Expression> arguments) {
        List<Way> ways = new ArrayList<>();
        if (e instanceof Expression.Text text) {
            ways.add(new Way(text.text(), fixed));
        } else if (e instanceof Expression.Sequence sequence) {
            List<Way> shorter = List.of(new Way("", fixed));
            for (Expression part : sequence.parts()) {
                List<Way> longer = new ArrayList<>();
                for (Way way : shorter) {
                    for (Way next : ways(part, way.fixed(), arguments)) {
                        longer.add(new Way(way.signs() + next.signs(), next.fixed()));
                    }
                }
                shorter = longer;
            }
            ways.addAll(shorter);
        } else if (e instanceof Expression.Choice choice) {
            for (Alternative alternative : choice.alternatives()) {
                ways.addAll(ways(alternative.body(), fixed, arguments));
            }
        } else if (e instanceof Expression.Maybe maybe) {
            ways.addAll(ways(maybe.body(), fixed, arguments));
            ways.add(new Way("", fixed));
        } else if (e instanceof Expression.Tossed tossed) {
            for (String side : List.of("heads", "tails")) {
                String key = "coin " + tossed.coin();
                if (fixed.getOrDefault(key, side).equals(side)) {
                    Map<String, String> with = with(fixed, key, side);
                    if (side.equals(tossed.heads() ? "heads" : "tails")) {
                        ways.addAll(ways(tossed.body(), with, arguments));
                    } else {
                        ways.add(new Way("", with));
                    }
                }
            }
        } else if (e instanceof Expression.Range range) {
            for (long i = 0; i < range.progression().size(); i++) {
                ways.add(new Way(
                        VALUE
                                + range.progression().value(i)
                                + VALUE
                                + range.progression().surface(i),
                        fixed));
            }
        } else if (e instanceof Expression.Capital capital) {
            ways(capital.body(), fixed, arguments).forEach(way -> ways(way, UPPER, LOWER, ways));
        } else if (e instanceof Expression.Article) {
            ways.add(new Way(String.valueOf(ARTICLE), fixed));
        } else if (e instanceof Expression.Valued valued) {
            String value = VALUE + valued.value().orElse("") + VALUE;
            ways(valued.body(), fixed, arguments).forEach(way -> ways.add(new Way(value + way.signs(), way.fixed())));
        } else if (e instanceof Expression.Inline inline) {
            String begin = BEGIN + inline.slot() + BEGIN;
            ways(inline.body(), fixed, arguments)
                    .forEach(way -> ways.add(new Way(begin + way.signs() + END, way.fixed())));
        } else if (e instanceof Expression.Parameter parameter) {
            ways.addAll(ways(arguments.get(parameter.name()), fixed, Map.of()));
        } else if (e instanceof Expression.Named named) {
            ways.addAll(once(named.name(), named.body(), fixed));
        } else {
            ways.addAll(reference((Expression.Reference) e, fixed));
        }
        return ways;
    }

    private static void ways(Way way, char before, char after, List<Way> ways) {
        ways.add(new Way(before + way.signs() + after, way.fixed()));
    }

    private List<Way> once(String name, Expression body, Map<String, String> fixed) {
        String key = "choice " + name;
        if (fixed.containsKey(key)) {
            return List.of(new Way(fixed.get(key).substring(fixed.get(key).indexOf(' ') + 1), fixed));
        }
        List<Way> ways = new ArrayList<>();
        int number = 0;
        for (Way way : ways(body, fixed, Map.of())) {
            // The number tells derivations of one text apart.
            ways.add(new Way(way.signs(), with(way.fixed(), key, number++ + " " + way.signs())));
        }
        return ways;
    }

    private List<Way> reference(Expression.Reference reference, Map<String, String> fixed) {
        Optional<Rule> found = grammar.rules().stream()
                .filter(rule -> rule.name().equals(reference.name()) && rule instanceof Slot == reference.slot())
                .findFirst();
        if (found.isEmpty()) {
            Expression[] body = new Expression[1];
            grammar.intents()
                    .forEach(intent -> Walk.all(intent.body(), each -> {
                        if (each instanceof Expression.Named named
                                && named.name().equals(reference.name())) {
                            body[0] = named.body();
                        }
                    }));
            return once(reference.name(), body[0], fixed);
        }
        Rule rule = found.get();
        boolean constrained = grammar.constraints().stream()
                .anyMatch(each -> rule instanceof Slot && Names.slotsOf(each).contains(rule.name()));
        if (constrained && !inside.containsKey("once " + rule.name())) {
            inside.put("once " + rule.name(), 1);
            List<Way> ways = once(rule.name(), reference, fixed);
            inside.remove("once " + rule.name());
            return ways;
        }
        int times = inside.getOrDefault(rule.name(), 0);
        if (times > rule.recursion().depth()) {
            return List.of();
        }
        Map<String, Expression> arguments = new HashMap<>();
        for (int i = 0; i < rule.parameters().size(); i++) {
            arguments.put(rule.parameters().get(i), reference.arguments().get(i));
        }
        inside.put(rule.name(), times + 1);
        List<Way> ways = new ArrayList<>();
        for (Way way : ways(rule.body(), fixed, arguments)) {
            String signs =
                    rule instanceof Slot slot ? BEGIN + slot.label().name() + BEGIN + way.signs() + END : way.signs();
            ways.add(new Way(signs, way.fixed()));
        }
        inside.put(rule.name(), times);
        return ways;
    }

    private static Map<String, String> with(Map<String, String> fixed, String key, String value) {
        Map<String, String> with = new TreeMap<>(fixed);
        with.put(key, value);
        return with;
    }

    private boolean holds(Map<String, String> fixed) {
        for (Constraint constraint : grammar.constraints()) {
            List<String> slots = Names.slotsOf(constraint);
            Optional<String> one = value(fixed.get("choice " + slots.get(0)));
            Optional<String> other = value(fixed.get("choice " + slots.get(1)));
            if (constraint instanceof Constraint.Differs && one.isPresent() && one.equals(other)) {
                return false;
            }
            if (constraint instanceof Constraint.OnlyWith only
                    && one.isPresent()
                    && only.values().contains(one.get())
                    && !(other.isPresent() && only.others().contains(other.get()))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> value(String choice) {
        if (choice == null) {
            return Optional.empty();
        }
        AnnotatedText text = text(choice.substring(choice.indexOf(' ') + 1));
        return Optional.of(
                text.mentions().isEmpty()
                        ? text.text()
                        : text.mentions()
                                .get(0)
                                .details()
                                .value()
                                .orElse(text.surface(text.mentions().get(0))));
    }

    /** Spaces first, then capitals, then articles, then mentions. */
    private static AnnotatedText text(String signs) {
        StringBuilder said = new StringBuilder();
        boolean gap = false;
        boolean upper = false;
        boolean value = false;
        boolean label = false;
        StringBuilder waiting = new StringBuilder();
        for (int i = 0; i < signs.length(); i++) {
            char c = signs.charAt(i);
            if (c == VALUE || c == BEGIN) {
                value ^= c == VALUE;
                label ^= c == BEGIN;
                waiting.append(c);
            } else if (value || label) {
                waiting.append(c);
            } else if (c == ' ') {
                gap = true;
            } else if (c == UPPER || c == LOWER) {
                upper = c == UPPER;
            } else if (c == END) {
                said.append(waiting).append(c);
                waiting.setLength(0);
            } else {
                said.append(gap && !plain(said).isEmpty() ? " " : "").append(waiting);
                waiting.setLength(0);
                gap = false;
                said.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return mentions(articles(said.append(waiting).toString()));
    }

    private static String plain(CharSequence signs) {
        return signs.toString()
                .replaceAll(BEGIN + "[^" + BEGIN + "]*" + BEGIN, "")
                .replaceAll(VALUE + "[^" + VALUE + "]*" + VALUE, "")
                .replace(String.valueOf(END), "");
    }

    private static String articles(String signs) {
        String done = signs;
        for (int at = done.indexOf(ARTICLE); at >= 0; at = done.indexOf(ARTICLE)) {
            String next = plain(done.substring(at + 1))
                    .replace(String.valueOf(ARTICLE), "a")
                    .strip();
            done = done.substring(0, at) + (FirstSound.isVowel(next) ? "an" : "a") + done.substring(at + 1);
        }
        return done;
    }

    private static AnnotatedText mentions(String signs) {
        AnnotatedText.Builder builder = AnnotatedText.builder();
        int at = 0;
        while (at < signs.length()) {
            int begin = signs.indexOf(BEGIN, at);
            if (begin < 0) {
                return builder.append(plain(signs.substring(at))).build();
            }
            builder.append(plain(signs.substring(at, begin)));
            int labelEnd = signs.indexOf(BEGIN, begin + 1);
            int end = signs.indexOf(END, labelEnd);
            String body = signs.substring(labelEnd + 1, end);
            String surface = plain(body);
            int value = body.indexOf(VALUE);
            Details details = value < 0
                    ? Details.NONE
                    : Details.NONE.withValue(
                            body.charAt(value + 1) == VALUE
                                    ? surface
                                    : body.substring(value + 1, body.indexOf(VALUE, value + 1)));
            if (!surface.isEmpty()) {
                builder.append(surface, new Label(signs.substring(begin + 1, labelEnd)), details);
            }
            at = end + 1;
        }
        return builder.build();
    }
}
