package io.understudy.templates.induction;

import io.understudy.core.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the rules of one intent. Templates with the same slots in the same order become one rule; what stands between
 * two slots is taken not to depend on the slots further off, unless the corpus says otherwise: a rule keeps phrases of
 * its own at a place where that makes the whole shorter ({@link Bits}).
 */
final class IntentInduction {

    /** Naming a class of phrases: its name, where it is defined, and a reference. */
    private static final int NAMING = 3;

    private final Map<Frame, List<Bag>> frames = new LinkedHashMap<>();
    private final Map<Frame, Long> records = new LinkedHashMap<>();
    private final Set<String> vocabulary = new HashSet<>();
    private final Set<Frame.Filled> seen = new HashSet<>();

    void add(Template template, long count) {
        Frame.Filled filled = Frame.of(template);
        seen.add(filled);
        List<Bag> bags = frames.computeIfAbsent(
                filled.frame(),
                frame -> filled.phrases().stream().map(phrase -> new Bag()).toList());
        for (int i = 0; i < bags.size(); i++) {
            bags.get(i).add(filled.phrases().get(i), count);
            vocabulary.addAll(filled.phrases().get(i));
        }
        filled.frame().slots().forEach(slot -> vocabulary.add("{" + Frame.kind(slot)));
        records.merge(filled.frame(), count, Long::sum);
    }

    /** All templates that were added. */
    Set<Frame.Filled> seen() {
        return Set.copyOf(seen);
    }

    /** One place of one rule. */
    private record Context(Frame frame, int at, Bag bag) {}

    private static final class Cluster {
        private final Bag bag = new Bag();
        private final List<Context> contexts = new ArrayList<>();

        void join(Context context) {
            bag.addAll(context.bag);
            contexts.add(context);
        }
    }

    /** The rules, those with most records first. */
    List<Rule> rules() {
        Bits bits = Bits.of(vocabulary.size());
        Map<Frame, Phrases[]> found = new LinkedHashMap<>();
        frames.forEach((frame, bags) -> found.put(frame, new Phrases[bags.size()]));
        places().forEach((place, contexts) -> {
            for (Cluster cluster : clusters(contexts, bits)) {
                Phrases phrases = Phrases.of(place, cluster.bag, cluster.contexts.size(), bits);
                cluster.contexts.forEach(context -> found.get(context.frame)[context.at] = phrases);
            }
        });
        List<Rule> rules = new ArrayList<>();
        found.forEach((frame, phrases) -> rules.add(new Rule(frame.slots(), List.of(phrases), records.get(frame))));
        rules.sort(Comparator.comparingLong(Rule::records)
                .reversed()
                .thenComparing(rule -> new Frame(rule.slots()).toString()));
        return rules;
    }

    private Map<Frame.Place, List<Context>> places() {
        Map<Frame.Place, List<Context>> places =
                new TreeMap<>(Comparator.comparing(Frame.Place::before).thenComparing(Frame.Place::after));
        frames.forEach((frame, bags) -> {
            for (int i = 0; i < bags.size(); i++) {
                places.computeIfAbsent(frame.place(i), place -> new ArrayList<>())
                        .add(new Context(frame, i, bags.get(i)));
            }
        });
        return places;
    }

    private static List<Cluster> clusters(List<Context> contexts, Bits bits) {
        contexts.sort(Comparator.comparingLong((Context context) -> context.bag.records())
                .reversed()
                .thenComparing(context -> context.frame.toString())
                .thenComparing(Context::at));
        List<Cluster> clusters = new ArrayList<>();
        for (Context context : contexts) {
            double alone = context.bag.cost(bits) + NAMING * bits.word();
            Cluster best = null;
            double most = 0;
            for (Cluster cluster : clusters) {
                double saved = cluster.bag.cost(bits) + alone - cluster.bag.costWith(context.bag, bits);
                if (saved > most) {
                    most = saved;
                    best = cluster;
                }
            }
            if (best == null) {
                best = new Cluster();
                clusters.add(best);
            }
            best.join(context);
        }
        return clusters;
    }
}
