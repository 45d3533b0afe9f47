package io.understudy.templates.grammar.language;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.language.Division.Part;
import io.understudy.templates.grammar.language.Node.Tagged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells derivations apart by which of some traits they have: one bit for each. */
final class Traits implements Division.Keys<Long> {

    static final int MOST = 60;

    private final Nodes nodes;
    private final List<Trait> traits;

    Traits(Nodes nodes, List<Trait> traits) {
        this.nodes = nodes;
        this.traits = traits;
    }

    @Override
    public Long none() {
        return 0L;
    }

    @Override
    public Optional<Long> both(Long one, Long other) {
        return Optional.of(one | other);
    }

    @Override
    public Long chosen(Alternative alternative) {
        long key = 0;
        for (int i = 0; i < traits.size(); i++) {
            if (traits.get(i) instanceof Trait.Written written
                    && written.alternatives().contains(alternative)) {
                key |= 1L << i;
            }
        }
        return key;
    }

    @Override
    public Map<Long, Part> leaf(Node node) {
        boolean mention = node instanceof Node.Open open && open.open().mention();
        long key = mention ? labelled(((Node.Open) node).open().part().label()) : 0;
        return Map.of(key, new Part(node, 1));
    }

    private long labelled(Label label) {
        return key(trait ->
                trait instanceof Trait.Labelled labelled && labelled.label().equals(label));
    }

    private long valued(Label label, String value) {
        return key(trait -> trait instanceof Trait.Valued valued
                && valued.label().equals(label)
                && valued.value().equals(value));
    }

    private long key(Predicate<Trait> has) {
        long key = 0;
        for (int i = 0; i < traits.size(); i++) {
            key |= has.test(traits.get(i)) ? 1L << i : 0;
        }
        return key;
    }

    @Override
    public Map<Long, Part> around(Node.Around node, Map<Long, Part> body) {
        Map<Long, Part> parts = new LinkedHashMap<>();
        if (!(node instanceof Tagged tagged)) {
            body.forEach((key, part) -> parts.put(key, new Part(nodes.around(node, part.node()), part.mass())));
            return parts;
        }
        Label label = tagged.tag().label();
        boolean valued = traits.stream()
                .anyMatch(each ->
                        each instanceof Trait.Valued trait && trait.label().equals(label));
        body.forEach((key, part) -> {
            Tagged own = part.node() == tagged.body() ? tagged : nodes.made(new Tagged(part.node(), tagged.tag()));
            byValue(own, valued)
                    .forEach((more, piece) -> parts.merge(
                            key | more | labelled(label),
                            new Part(piece.node(), part.mass() * piece.mass()),
                            this::either));
        });
        return parts;
    }

    private Part either(Part one, Part other) {
        return new Part(
                nodes.choice(List.of(
                        new Nodes.Option(one.node(), one.mass(), Optional.empty()),
                        new Nodes.Option(other.node(), other.mass(), Optional.empty()))),
                one.mass() + other.mass());
    }

    private Map<Long, Part> byValue(Tagged mention, boolean valued) {
        if (!valued) {
            return Map.of(0L, new Part(mention, 1));
        }
        Label label = mention.tag().label();
        checkWrittenOut(mention);
        String[] values = Binding.values(mention);
        Map<Long, List<Integer>> picks = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            picks.computeIfAbsent(valued(label, values[i]), key -> new ArrayList<>())
                    .add(i);
        }
        Map<Long, Part> parts = new LinkedHashMap<>();
        picks.forEach((key, list) -> {
            double[] masses = new double[list.size()];
            double mass = 0;
            Tuples rows = new Tuples(1);
            for (int index : list) {
                masses[rows.size()] = Likelihood.of(mention, index);
                mass += masses[rows.size()];
                rows.add(new int[] {index});
            }
            parts.put(key, new Part(picks.size() == 1 ? mention : nodes.picked(mention, rows, masses), mass));
        });
        return parts;
    }

    /** @throws IllegalArgumentException if the values of a mention cannot be listed */
    private static void checkWrittenOut(Tagged mention) {
        String label = mention.tag().label().name();
        if (mention.few() > Binding.MOST_TUPLES) {
            throw new IllegalArgumentException("a mention of %s has more than %,d values; expected fewer to count one"
                    .formatted(label, Binding.MOST_TUPLES));
        }
        if (Graph.of(mention).stream().anyMatch(each -> each instanceof Node.Recall || each instanceof Node.Open)) {
            throw new IllegalArgumentException("the values of " + label
                    + " are invented or chosen elsewhere in the utterance; they cannot be counted beforehand");
        }
    }

    @Override
    public Long of(Node body, int index) {
        Recorder recorder = new Recorder();
        new Unranking(recorder).tell(body, index);
        long key = 0;
        for (Alternative alternative : recorder.alternatives()) {
            key |= chosen(alternative);
        }
        AnnotatedText text = new Utterance(recorder).text();
        for (Mention mention : text.mentions()) {
            key |= labelled(mention.label());
            key |= valued(mention.label(), mention.details().value().orElse(text.surface(mention)));
        }
        return key;
    }
}
