package io.understudy.templates.induction;

import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import io.understudy.templates.grammar.Grammar;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What was learnt from a corpus: rules by intent, and the surfaces of its slots. */
public final class Induced {

    private final Map<String, IntentInduction> intents;
    private final Map<String, List<Rule>> rules = new LinkedHashMap<>();
    private final Values values;

    Induced(Map<String, IntentInduction> intents, Values values) {
        this.intents = intents;
        this.values = values;
        intents.forEach((intent, induction) -> rules.put(intent, induction.rules()));
    }

    /**
     * The rules as a grammar: a line's weight is the number of records behind it.
     *
     * @param keep the surfaces that at least so many records share become catalogues, with their frequencies: words of
     *     the original; without it, and where no surface is left, surfaces are invented by label
     */
    public Grammar grammar(OptionalLong keep) {
        Map<String, List<Values.Value>> catalogues = new LinkedHashMap<>();
        GrammarBuilder builder = new GrammarBuilder(slot -> keep.isEmpty()
                ? List.of()
                : catalogues.computeIfAbsent(Frame.kind(slot), kind -> values.of(kind, keep.getAsLong())));
        rules.forEach(builder::add);
        return builder.build();
    }

    /** Whether the rules of the intent can give this template, up to its spacing. */
    public boolean derives(Template template, Optional<String> intent) {
        Frame.Filled filled = Frame.of(template);
        return rules.getOrDefault(intent.orElse(Induction.NO_INTENT), List.of()).stream()
                .anyMatch(rule -> rule.derives(filled));
    }

    /** How many rules there are. */
    public int size() {
        return rules.values().stream().mapToInt(List::size).sum();
    }

    /**
     * A template that no record has.
     *
     * @param form its written form
     * @param expected how many records of a corpus as large are expected to have it, by the records behind its rule and
     *     phrases
     */
    public record Unseen(String intent, String form, double expected) {}

    /** What the rules give beyond the corpus, that which the corpus supports best first. */
    public List<Unseen> beyond(int most) {
        return rules.entrySet().stream()
                .flatMap(entry -> unseen(entry.getKey(), entry.getValue(), most))
                .sorted(Comparator.comparingDouble(Unseen::expected)
                        .reversed()
                        .thenComparing(Unseen::intent)
                        .thenComparing(Unseen::form))
                .limit(most)
                .toList();
    }

    private Stream<Unseen> unseen(String intent, List<Rule> ofIntent, int most) {
        return new Beyond(intents.get(intent).seen())
                .of(ofIntent, most).stream().map(each -> new Unseen(intent, form(each.filled()), each.expected()));
    }

    private static String form(Frame.Filled filled) {
        StringBuilder form = new StringBuilder();
        List<Slot> slots = filled.frame().slots();
        for (int i = 0; i < filled.phrases().size(); i++) {
            filled.phrases().get(i).forEach(form::append);
            if (i < slots.size()) {
                form.append('{').append(slots.get(i).name()).append('}');
            }
        }
        return form.toString().strip();
    }
}
