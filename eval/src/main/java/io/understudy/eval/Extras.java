package io.understudy.eval;

import io.understudy.eval.embedding.Embedder;
import io.understudy.eval.view.Sample;
import java.util.Optional;

/**
 * What is measured only where it was asked for.
 *
 * @param published the figures that published packages print for these lines
 * @param embedder gives the figures of meaning
 * @param mauve MAUVE among them
 * @param lines most lines of each side that figures of samples are measured on
 */
public record Extras(boolean published, Optional<Embedder> embedder, boolean mauve, int lines) {

    /** On samples of {@link Sample#USUAL_LINES}. */
    public static final Extras NONE = new Extras(false, Optional.empty(), false, Sample.USUAL_LINES);

    /** @throws IllegalArgumentException if MAUVE is asked for without an embedder */
    public Extras {
        if (mauve && embedder.isEmpty()) {
            throw new IllegalArgumentException("MAUVE compares embeddings; a sentence encoder is needed for it");
        }
    }
}
