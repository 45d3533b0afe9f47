package io.understudy.core.format;

import io.understudy.core.Example;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Writes examples to one file, one at a time. The file appears, whole, on {@link #commit}; closing without it leaves
 * what was there before. Not thread-safe.
 */
public interface CorpusWriter extends Closeable {

    /**
     * @throws IllegalArgumentException if the format cannot hold this example at all; what it can only hold in part is
     *     written, and the loss counted
     */
    void write(Example example) throws IOException;

    /** What the corpus says beside its examples; at most once, after the last example. */
    void write(CorpusData data) throws IOException;

    /** Finishes the file and puts it in its place. */
    void commit() throws IOException;

    /**
     * What the format could not hold so far: what, in the words of a message, to the number of examples that lost it;
     * such as {@code intent} to 12. Empty where nothing was lost.
     */
    Map<String, Long> losses();

    /** What of the corpus data the format could not hold: what, to how many of it; such as {@code synonyms} to 3. */
    default Map<String, Long> dataLosses() {
        return Map.of();
    }

    /** Names that the format forbids, such as an intent with a space, to what they are called in the file. */
    default Map<String, String> renamed() {
        return Map.of();
    }

    /** Sentences that whoever uses the file should know, such as what else the tool wants; after the last example. */
    default List<String> notes() {
        return List.of();
    }
}
