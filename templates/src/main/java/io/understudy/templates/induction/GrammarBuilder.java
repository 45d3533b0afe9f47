package io.understudy.templates.induction;

import io.understudy.core.Segment.Slot;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Definition;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.Part;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.Recursion;
import io.understudy.templates.grammar.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes one grammar of the rules of all intents: a line for each rule, weighted by its records; phrases that several
 * rules share, or that are long, are named.
 */
final class GrammarBuilder {

    private static final Position HERE = Position.NOWHERE;

    /** Letters of a phrase that still stands in the line itself. */
    private static final int SHORT = 40;

    private static final int NAME_WORDS = 3;

    /** A phrase that is missing less often than this is written as if it were always there; its lines say the rest. */
    private static final double RARE = 0.1;

    private final Function<Slot, List<Values.Value>> values;
    private final List<Definition.Intent> intents = new ArrayList<>();
    private final List<Definition.Rule> aliases = new ArrayList<>();
    private final Map<String, Definition.Rule> slots = new LinkedHashMap<>();
    private final IdentityHashMap<Phrases, Expression> named = new IdentityHashMap<>();
    private final Map<String, String> slotNames = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /** How many phrases of the intent at hand say the same most often. */
    private final Map<String, Integer> alike = new HashMap<>();

    /** @param values what a slot's catalogue holds; with none, its surfaces are invented */
    GrammarBuilder(Function<Slot, List<Values.Value>> values) {
        this.values = values;
    }

    Grammar build() {
        aliases.addAll(slots.values());
        return new Grammar(intents, aliases, List.of());
    }

    void add(String intent, List<Rule> rules) {
        alike.clear();
        rules.stream()
                .flatMap(rule -> rule.phrases().stream())
                .filter(phrases -> !isInline(phrases))
                .distinct()
                .forEach(phrases -> alike.merge(said(phrases), 1, Integer::sum));
        List<Alternative> lines = rules.stream()
                .map(rule -> new Alternative(Weight.of((double) rule.records()), line(rule)))
                .toList();
        long records = rules.stream().mapToLong(Rule::records).sum();
        intents.add(new Definition.Intent(
                intent, Map.of("records", Long.toString(records)), new Expression.Choice(lines, HERE), HERE));
    }

    private Expression line(Rule rule) {
        Map<String, Integer> uses = new HashMap<>();
        rule.slots().forEach(slot -> uses.merge(slotName(slot), 1, Integer::sum));
        Set<String> chosen = new HashSet<>();
        List<Expression> parts = new ArrayList<>();
        int last = rule.slots().size();
        for (int i = 0; i <= last; i++) {
            parts.add(phrase(rule.phrases().get(i), i == last));
            if (i < last) {
                String name = slotName(rule.slots().get(i));
                Expression reference = Expression.Reference.slot(name, HERE);
                boolean again = uses.get(name) > 1 && isListed(rule.slots().get(i));
                if (again && chosen.add(name)) {
                    parts.add(new Expression.Named("same-" + name, reference, HERE));
                } else {
                    parts.add(again ? Expression.Reference.slot("same-" + name, HERE) : reference);
                }
            }
        }
        return Written.atStart(Written.sequence(parts));
    }

    private boolean isListed(Slot slot) {
        return !values.apply(slot).isEmpty();
    }

    private static boolean isInline(Phrases phrases) {
        return phrases.isFixed() || (phrases.rules() == 1 && length(phrases.pattern()) <= SHORT);
    }

    private Expression phrase(Phrases phrases, boolean atEnd) {
        return isInline(phrases)
                ? Written.of(phrases.pattern(), atEnd)
                : named.computeIfAbsent(phrases, each -> name(each, atEnd));
    }

    private static int length(Pattern pattern) {
        if (pattern instanceof Pattern.Fixed fixed) {
            return String.join("", fixed.words()).length();
        } else if (pattern instanceof Pattern.Chain chain) {
            return chain.parts().stream().mapToInt(GrammarBuilder::length).sum();
        } else if (pattern instanceof Pattern.Choice choice) {
            return choice.alternatives().stream()
                    .mapToInt(each -> 1 + length(each.pattern()))
                    .sum();
        } else if (pattern instanceof Pattern.Maybe maybe) {
            return 2 + length(maybe.pattern());
        }
        return 0;
    }

    /** Defines the phrase; the gaps around it and the bracket of one that may be missing stand where it is used. */
    private Expression name(Phrases phrases, boolean atEnd) {
        List<Pattern> parts = new ArrayList<>(
                phrases.pattern() instanceof Pattern.Chain chain ? chain.parts() : List.of(phrases.pattern()));
        boolean gapBehind = parts.get(parts.size() - 1).equals(new Pattern.Fixed(List.of(Joined.GAP)));
        if (gapBehind) {
            parts.remove(parts.size() - 1);
        }
        Pattern core = Factoring.chain(parts);
        boolean follows = atEnd || gapBehind;
        boolean gapBefore = Written.startsWithGap(core, follows);
        core = gapBefore ? Written.withoutGap(core) : core;
        OptionalDouble share = OptionalDouble.empty();
        List<Alternative> lines = new ArrayList<>();
        if (core instanceof Pattern.Maybe maybe) {
            long without = maybe.of() - maybe.records();
            core = maybe.pattern();
            lines.addAll(lines(core, maybe.records(), follows));
            if (without > RARE * maybe.of()) {
                share = ((Expression.Maybe) Written.of(maybe, follows)).probability();
            } else {
                lines.add(new Alternative(Weight.of((double) without), Written.sequence(List.of())));
            }
        } else {
            lines.addAll(lines(core, 1, follows));
        }
        String name = unique(distinct(phrases));
        aliases.add(new Definition.Alias(name, new Expression.Choice(lines, HERE), HERE));
        Expression reference = Expression.Reference.phrase(name, HERE);
        List<Expression> use = new ArrayList<>();
        if (gapBefore) {
            use.add(Written.text(Joined.GAP));
        }
        use.add(share.isPresent() ? new Expression.Maybe(reference, share, HERE) : reference);
        if (gapBehind) {
            use.add(Written.text(Joined.GAP));
        }
        return Written.sequence(use);
    }

    private static List<Alternative> lines(Pattern pattern, long records, boolean follows) {
        return pattern instanceof Pattern.Choice choice
                ? Written.choice(choice, follows).alternatives()
                : List.of(new Alternative(Weight.of((double) records), Written.of(pattern, follows)));
    }

    /** What is said most often: a line of such names reads like an utterance. */
    private static String said(Phrases phrases) {
        String said = phrases.seen().sorted().stream()
                .map(entry -> String.join("", entry.getKey())
                        .replaceAll("[^\\p{L}\\p{N}' -]+", "")
                        .strip())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(phrases.place().after().isEmpty() ? "end" : "and so on");
        List<String> words = List.of(said.split(" +", NAME_WORDS + 1));
        return String.join(" ", words.subList(0, Math.min(NAME_WORDS, words.size())));
    }

    /** Where an intent says the same at several places, with the slot that it stands before. */
    private String distinct(Phrases phrases) {
        String said = said(phrases);
        String before = plain(phrases.place().before());
        String after = plain(phrases.place().after());
        return alike.getOrDefault(said, 0) < 2 && !names.contains(said)
                ? said
                : said + (after.isEmpty() ? " after " + before : " " + after);
    }

    private static String plain(String kind) {
        return kind.replaceAll("[\u0000\u0001]", ".").replaceAll("[^\\p{L}\\p{N}_.]+", "_");
    }

    private String unique(String name) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + " " + i;
        }
        return free;
    }

    /** Two slots of one kind in a template are two: the second has a name of its own. */
    private String slotName(Slot slot) {
        return slotNames.computeIfAbsent(Frame.kind(slot) + slot.number(), key -> {
            String name = unique(plain(Frame.kind(slot)) + (slot.number() > 1 ? "_" + slot.number() : ""));
            slots.put(name, definition(name, slot));
            return name;
        });
    }

    private Definition.Slot definition(String name, Slot slot) {
        List<Alternative> entries = values.apply(slot).stream()
                .map(value -> new Alternative(Weight.of((double) value.records()), entry(value)))
                .toList();
        List<Alternative> body = entries.isEmpty() ? List.of(new Alternative(invented(slot))) : entries;
        return new Definition.Slot(
                name,
                Optional.empty(),
                List.of(),
                Recursion.NONE,
                slot.label(),
                slot.details().role(),
                slot.details().group(),
                Map.of(),
                new Expression.Choice(body, HERE),
                HERE);
    }

    private static Expression entry(Values.Value value) {
        Expression text = Written.text(value.surface());
        return value.canonical().isPresent() ? new Expression.Valued(text, value.canonical(), HERE) : text;
    }

    /** By the label's name; slots of one number belong to one persona, as those of a template do. */
    private static Expression invented(Slot slot) {
        String part = slot.label().name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        String known = part.isEmpty() || !Character.isLetter(part.charAt(0)) ? "MISC" : part;
        return new Expression.Open("p" + slot.number(), Part.of(known).orElseThrow(), false, HERE);
    }
}
