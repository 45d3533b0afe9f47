package io.understudy.eval.utility;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of words with one label.
 *
 * @param from first word
 * @param to behind the last word
 */
record Chunk(int from, int to, String label) {

    /**
     * Reads tags as the scorer of CoNLL-2000 does (conlleval): {@code I-X} after {@code O} or after another label
     * begins a chunk.
     */
    static List<Chunk> of(List<String> tags) {
        List<Chunk> chunks = new ArrayList<>();
        int from = 0;
        String open = "";
        for (int i = 0; i <= tags.size(); i++) {
            String tag = i < tags.size() ? tags.get(i) : Tagged.OUTSIDE;
            String label = tag.equals(Tagged.OUTSIDE) ? "" : tag.substring(2);
            boolean goesOn = tag.startsWith("I-") && label.equals(open);
            if (!goesOn) {
                if (!open.isEmpty()) {
                    chunks.add(new Chunk(from, i, open));
                }
                from = i;
                open = label;
            }
        }
        return chunks;
    }
}
