package io.understudy.core.format.nlu;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Seeds;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.Losses;
import io.understudy.core.format.Utf8;
import io.understudy.core.text.LongHashSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Utterances with gaps, {@code fly to {city}}, which say what stood in a gap only in the list of a slot type's values.
 * A gap is called as the role or else the label of its mention; a second one of that name in an utterance is numbered.
 */
final class Samples {

    /** What is in no intent is in this one. */
    static final String NO_INTENT = "none";

    private static final Pattern GAP = Pattern.compile("\\{([^{}]+)}");

    private final Losses losses;
    private final VendorNames intents;
    private final VendorNames slots;
    private final VendorNames types;
    private final Map<String, Map<String, String>> slotsOf = new LinkedHashMap<>();
    private final LongHashSet seen = new LongHashSet();
    private final Vocabulary vocabulary = new Vocabulary();

    /** @param losses where samples that repeat another are counted */
    Samples(VendorNames intents, VendorNames slots, VendorNames types, Losses losses) {
        this.intents = intents;
        this.slots = slots;
        this.types = types;
        this.losses = losses;
    }

    /** @param text what a tool cannot say taken out of a literal */
    record Sample(String intent, String text) {}

    /**
     * The sample of an example; empty where its intent has the same already.
     *
     * @param literals what becomes of the text around the gaps
     * @throws IllegalArgumentException if a brace is left in the text, or nothing is left of it
     */
    Optional<Sample> of(Example example, UnaryOperator<String> literals) {
        Utf8.requireWhole("text", example.text());
        AnnotatedText annotated = example.annotated();
        String intent = example.intent().map(intents::of).orElseGet(() -> losses.withoutIntent(NO_INTENT));
        Map<String, String> known = new LinkedHashMap<>(slotsOf.getOrDefault(intent, Map.of()));
        Map<String, Integer> used = new HashMap<>();
        StringBuilder sample = new StringBuilder();
        int from = 0;
        for (Mention mention : annotated.mentions()) {
            sample.append(literal(example, annotated.text().substring(from, mention.start()), literals));
            String label = mention.label().name();
            String name = mention.details().role().orElse(label);
            int number = used.merge(name, 1, Integer::sum);
            String slot = slots.of(name, number);
            String type = type(label);
            if (!known.getOrDefault(slot, type).equals(type)) {
                // One slot has one type.
                slot = slots.of(name + " of " + label, number);
            }
            known.put(slot, type);
            sample.append('{').append(slot).append('}');
            from = mention.end();
        }
        sample.append(literal(example, annotated.text().substring(from), literals));
        String text = sample.toString().strip();
        if (text.isEmpty()) {
            throw Refused.of(example, "has no word, and a sample must have one", "dialogflow-cx");
        }
        slotsOf.put(intent, known);
        vocabulary.addAll(annotated);
        if (!seen.add(Seeds.hash(intent + "\n" + text))) {
            losses.count("samples that another example has");
            return Optional.empty();
        }
        return Optional.of(new Sample(intent, text));
    }

    private static String literal(Example example, String text, UnaryOperator<String> literals) {
        String said = literals.apply(text);
        if (said.indexOf('{') >= 0 || said.indexOf('}') >= 0) {
            throw Refused.of(example, "holds a brace, which begins or ends a slot and has no escape", "dialogflow-cx");
        }
        return said;
    }

    /** Types of the vendor's own keep their name. */
    String type(String label) {
        return label.startsWith("AMAZON.") ? label : types.of(label);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Slots of an intent, with their types. */
    Map<String, String> slots(String intent) {
        return slotsOf.getOrDefault(intent, Map.of());
    }

    /**
     * An utterance of a sample: gaps are filled with the values of their type in turn; a gap whose type has no values
     * stays, braces and all, and is a mention.
     *
     * @param types slot to type
     * @param values type to values
     * @param turn which value to take
     */
    static AnnotatedText fill(String sample, Map<String, String> types, Map<String, List<Entry>> values, long turn) {
        AnnotatedText.Builder text = AnnotatedText.builder();
        Matcher gap = GAP.matcher(sample);
        int from = 0;
        while (gap.find()) {
            text.append(sample.substring(from, gap.start()));
            // As {value|slot}, which older files have.
            String name = gap.group(1).substring(gap.group(1).indexOf('|') + 1).strip();
            String type = types.getOrDefault(name, name);
            List<Entry> entries = values.getOrDefault(type, List.of());
            String surface = entries.isEmpty()
                    ? gap.group()
                    : entries.get((int) (turn % entries.size())).value();
            Details details = Chunks.role(Optional.of(name), type);
            text.append(surface, new Label(type), details);
            from = gap.end();
        }
        return text.append(sample.substring(from)).build();
    }
}
