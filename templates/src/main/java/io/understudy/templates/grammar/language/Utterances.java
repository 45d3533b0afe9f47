package io.understudy.templates.grammar.language;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Template;
import io.understudy.templates.grammar.Definition.Intent;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The utterances of an intent, numbered from 0 in the order of the grammar: the first choice changes slowest.
 * Immutable, thread-safe.
 */
public final class Utterances {

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

    Node root() {
        return root;
    }
}
