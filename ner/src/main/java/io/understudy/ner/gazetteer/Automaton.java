package io.understudy.ner.gazetteer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Aho and Corasick, "Efficient string matching", 1975, with whole words as its letters: all phrases of any number are
 * found in one pass, in time that grows with the text alone. Word bounds come by themselves.
 */
final class Automaton {

    private static final int NONE = -1;

    private final Map<String, Integer> words = new HashMap<>();
    private final Map<Long, Integer> next = new HashMap<>();
    private final List<int[]> children = new ArrayList<>();
    private int[] fail = {0};
    private int[] depth = {0};
    private int[] lists = {NONE};
    private int[] shorter = {NONE};
    private int states = 1;

    /** Receives a phrase: the first and the last of its words, by number, and the list it is of. */
    @FunctionalInterface
    interface Consumer {
        void phrase(int first, int last, int list);
    }

    /**
     * To be used once all phrases are added.
     *
     * @param phrase normalized words, at least one
     * @param list reported with it; a phrase of two lists is of the first
     */
    void add(List<String> phrase, int list) {
        int state = 0;
        for (String word : phrase) {
            int id = words.computeIfAbsent(word, any -> words.size());
            Integer known = next.get(key(state, id));
            if (known == null) {
                known = states++;
                if (known == depth.length) {
                    depth = Arrays.copyOf(depth, 2 * known);
                    lists = Arrays.copyOf(lists, 2 * known);
                }
                lists[known] = NONE;
                depth[known] = depth[state] + 1;
                next.put(key(state, id), known);
                children.add(new int[] {state, id, known});
            }
            state = known;
        }
        lists[state] = lists[state] == NONE ? list : lists[state];
    }

    /** Breadth first: where to go on when a word does not fit, and which shorter phrase ends at the same word. */
    void link() {
        fail = new int[states];
        shorter = new int[states];
        Arrays.fill(shorter, NONE);
        Map<Integer, List<int[]>> byParent = new HashMap<>();
        for (int[] child : children) {
            byParent.computeIfAbsent(child[0], any -> new ArrayList<>()).add(child);
        }
        children.clear();
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int parent = queue.remove();
            for (int[] child : byParent.getOrDefault(parent, List.of())) {
                int state = child[2];
                fail[state] = parent == 0 ? 0 : step(fail[parent], child[1]);
                shorter[state] = lists[fail[state]] != NONE ? fail[state] : shorter[fail[state]];
                queue.add(state);
            }
        }
    }

    private int step(int from, int word) {
        int state = from;
        while (true) {
            Integer to = next.get(key(state, word));
            if (to != null) {
                return to;
            }
            if (state == 0) {
                return 0;
            }
            state = fail[state];
        }
    }

    /** One text on its way through; words are to be given in order. */
    final class Run {
        private int state;
        private int word;

        void word(String normalized, Consumer consumer) {
            Integer id = words.get(normalized);
            state = id == null ? 0 : step(state, id);
            for (int at = lists[state] != NONE ? state : shorter[state]; at != NONE && at != 0; at = shorter[at]) {
                consumer.phrase(word - depth[at] + 1, word, lists[at]);
            }
            word++;
        }
    }

    private static long key(int state, int word) {
        return (long) state << 32 | word;
    }
}
