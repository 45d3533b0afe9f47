package io.understudy.eval.embedding;

import java.util.List;

/** Turns texts into points of which near ones mean like things. Safe to use from many threads. */
@FunctionalInterface
public interface Embedder {

    /** One row for each text, all of one length. Equal texts give equal rows, whatever stands beside them. */
    double[][] embed(List<String> texts);
}
