package io.understudy.templates.grammar.language;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Template;
import io.understudy.templates.grammar.Definition.Intent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The utterances of an intent, numbered from 0 in the order of the grammar: the first choice changes slowest.
 * Immutable, thread-safe.
 */
public final class Utterances {

    private static final int MOST_CELLS = 4096;

    private final Intent intent;
    private final Node root;
    private final boolean open;
    private final Lookup lookup = new Lookup();
    private Optional<Distinct> distinct = Optional.empty();

    Utterances(Intent intent, Node root) {
        this.intent = intent;
        this.root = root;
        this.open = Graph.of(root).stream().anyMatch(Node.Open.class::isInstance);
    }

    public Intent intent() {
        return intent;
    }

    /** How many derivations there are, exactly; what is invented later counts as one. */
    public BigInteger count() {
        return root.count();
    }

    /** How many distinct texts there are, as far as that can be decided with bounded work. */
    public synchronized Distinct distinct() {
        if (distinct.isEmpty()) {
            distinct = Optional.of(Ambiguity.of(this));
        }
        return distinct.get();
    }

    /** Whether something is invented later, so that one derivation may make any number of lines. */
    public boolean isOpen() {
        return open;
    }

    /** Derivation number {@code index}. @throws IllegalArgumentException if there is none */
    public Utterance utterance(BigInteger index) {
        if (index.signum() < 0 || index.compareTo(count()) >= 0) {
            throw new IllegalArgumentException("there is no utterance " + index + " of '" + intent.name()
                    + "'; expected 0 to " + count().subtract(BigInteger.ONE));
        }
        Recorder recorder = new Recorder();
        new Unranking(recorder).tell(root, index);
        return new Utterance(recorder);
    }

    /**
     * Draws without replacement.
     *
     * @param size how many; there may be fewer
     * @param even whether each derivation is as likely as any other; otherwise choices are drawn by their weights, as
     *     far as there are enough derivations
     */
    public Sampling sample(long seed, long size, boolean even) {
        return new Sampling(root, seed, size, even);
    }

    /**
     * The numbers of the derivations with this text, lowest first.
     *
     * @param most no more than these
     */
    public List<BigInteger> ranks(String text, int most) {
        return ranks(Said.text(text), most);
    }

    /** As {@link #ranks(String, int)}, for derivations whose mentions stand where these do and are labelled alike. */
    public List<BigInteger> ranks(AnnotatedText text, int most) {
        return ranks(Said.annotated(text), most);
    }

    /** Whether some derivation has this template, whatever is said in its slots. */
    public boolean derives(Template template) {
        return !ranks(Said.template(template), 1).isEmpty();
    }

    private List<BigInteger> ranks(Said said, int most) {
        return new Ranking(lookup, said, most).ranks(root).stream().limit(most).toList();
    }

    /**
     * The utterances set apart by which of some traits they have; together they are all.
     *
     * @param traits at most {@value Traits#MOST}
     * @param even whether shares are those of derivations that are all equally likely; otherwise those of the weights
     * @throws IllegalArgumentException if there are too many kinds, or a trait is not decided by the derivation alone
     */
    public List<Cell> divided(List<Trait> traits, boolean even) {
        if (traits.size() > Traits.MOST) {
            throw new IllegalArgumentException(
                    traits.size() + " traits to tell utterances apart by; expected at most " + Traits.MOST);
        }
        Nodes nodes = new Nodes();
        try {
            List<Cell> cells = new ArrayList<>();
            new Division<>(nodes, new Traits(nodes, traits), MOST_CELLS)
                    .of(root)
                    .forEach((key, part) -> cells.add(new Cell(
                            new Utterances(intent, part.node()),
                            BitSet.valueOf(new long[] {key}),
                            even ? Nodes.share(part.node().count(), root.count()) : part.mass())));
            return cells;
        } catch (Nodes.TooLarge e) {
            throw new IllegalArgumentException(
                    "the intent '" + intent.name() + "' cannot be divided: " + e.getMessage());
        }
    }

    /** The labels that its mentions may have, by name. */
    public Set<Label> labels() {
        Set<Label> labels = new TreeSet<>(Comparator.comparing(Label::name));
        for (Node node : Graph.of(root)) {
            if (node instanceof Node.Tagged tagged) {
                labels.add(tagged.tag().label());
            } else if (node instanceof Node.Open open && open.open().mention()) {
                labels.add(open.open().part().label());
            }
        }
        return labels;
    }

    /** The same utterances with other weights: equal ones for alternatives of a choice, for values of a mention. */
    public Utterances balanced(boolean alternatives, boolean values) {
        return new Utterances(intent, new Balancing(new Nodes(), alternatives, values).of(root));
    }

    Node root() {
        return root;
    }
}
