package io.understudy.templates.grammar.language;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Samples of several intents in one order. As with {@link Sampling}, which line is drawn at a place depends on nothing
 * but the seed, the sizes and the place. Immutable, thread-safe.
 */
public final class Mixture {

    private final List<Utterances> intents;
    private final List<Sampling> samples = new ArrayList<>();
    private final long[] upTo;
    private final Permutation order;

    /** @param sizes lines from each; fewer where there are not so many */
    Mixture(List<Utterances> intents, long[] sizes, long seed, boolean even) {
        this.intents = List.copyOf(intents);
        this.upTo = new long[intents.size() + 1];
        for (int i = 0; i < sizes.length; i++) {
            samples.add(intents.get(i).sample(Seeds.derive(seed, i), sizes[i], even));
            upTo[i + 1] = upTo[i] + samples.get(i).size();
        }
        this.order = Permutation.of(Math.max(1, size()), Seeds.derive(seed, -3));
    }

    /** How many there are; at most as many as were asked for. */
    public long size() {
        return upTo[samples.size()];
    }

    /** Whose utterance stands at a place: the number of the intent. */
    public int part(long place) {
        return number(order.at(place));
    }

    /** Whose utterance stands at a place. */
    public Utterances intent(long place) {
        return intents.get(part(place));
    }

    /** @throws IndexOutOfBoundsException if there is no such place */
    public Utterance utterance(long place) {
        if (place < 0 || place >= size()) {
            throw new IndexOutOfBoundsException("place " + place + " of " + size());
        }
        long line = order.at(place);
        int intent = number(line);
        return samples.get(intent).utterance(line - upTo[intent]);
    }

    /** The text at a place, with nothing to invent; faster than {@link #utterance}. */
    public AnnotatedText text(long place) {
        long line = order.at(place);
        int intent = number(line);
        return samples.get(intent).text(line - upTo[intent]);
    }

    private int number(long line) {
        int found = Arrays.binarySearch(upTo, line);
        int intent = found >= 0 ? found : -found - 2;
        // Intents without a line begin where the next one does.
        while (upTo[intent + 1] <= line) {
            intent++;
        }
        return intent;
    }
}
