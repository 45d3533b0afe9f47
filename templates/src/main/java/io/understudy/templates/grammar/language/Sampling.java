package io.understudy.templates.grammar.language;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Seeds;

/**
 * Derivations of an intent drawn without replacement, as many as are asked for or there are. Which one is drawn at a
 * place depends on the seed, the size of the sample and the place alone, and is found without looking at the others, so
 * that ranges of places can be made apart, in any order, and memory does not grow. Thread-safe.
 */
public final class Sampling {

    private final Node root;
    private final long seed;
    private final long size;
    private final boolean even;
    private final Permutation order;
    private final Divisions divisions = new Divisions();

    /**
     * @param even whether each derivation is as likely as any other; otherwise choices are drawn by their weights
     * @param size how many are wanted, from 0
     */
    Sampling(Node root, long seed, long size, boolean even) {
        this.root = root;
        this.seed = seed;
        this.size = Math.min(size, root.few());
        this.even = even;
        this.order = Permutation.of(Math.max(1, this.size), Seeds.derive(seed, -2));
    }

    /** How many there are; at most as many as were asked for. */
    public long size() {
        return size;
    }

    /**
     * @param place from 0, below the size
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public Utterance utterance(long place) {
        Recorder recorder = new Recorder();
        tell(place, recorder);
        return new Utterance(recorder);
    }

    /**
     * The text at a place, with nothing to invent; faster than {@link #utterance}.
     *
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public AnnotatedText text(long place) {
        Pen pen = new Pen(Utterance::shown);
        tell(place, pen);
        return pen.finish();
    }

    private void tell(long place, Sink sink) {
        if (place < 0 || place >= size) {
            throw new IndexOutOfBoundsException("place " + place + " of " + size);
        }
        new Drawing(even, sink, divisions).tell(root, seed, order.at(place), size);
    }
}
