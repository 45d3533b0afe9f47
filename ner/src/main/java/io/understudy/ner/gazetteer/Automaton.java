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
    private boolean[] ends = {false};
    private int[] shorter = {NONE};
    private int states = 1;

    /** Receives a phrase: the first and the last of its words, by number. */
    @FunctionalInterface
    interface Consumer {
        void phrase(int first, int last);
    }

    /** @param phrases normalized words each, none of them empty */
    Automaton(Iterable<List<String>> phrases) {
        for (List<String> phrase : phrases) {
            add(phrase);
        }
        link();
    }

    private void add(List<String> phrase) {
        int state = 0;
        for (String word : phrase) {
            int id = words.computeIfAbsent(word, any -> words.size());
            Integer known = next.get(key(state, id));
            if (known == null) {
                known = states++;
                if (known == depth.length) {
                    depth = Arrays.copyOf(depth, 2 * known);
                    ends = Arrays.copyOf(ends, 2 * known);
                }
                depth[known] = depth[state] + 1;
                next.put(key(state, id), known);
                children.add(new int[] {state, id, known});
            }
            state = known;
        }
        ends[state] = true;
    }

    /** Breadth first: where to go on when a word does not fit, and which shorter phrase ends at the same word. */
    private void link() {
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
                shorter[state] = ends[fail[state]] ? fail[state] : shorter[fail[state]];
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
            for (int at = ends[state] ? state : shorter[state]; at != NONE && at != 0; at = shorter[at]) {
                consumer.phrase(word - depth[at] + 1, word);
            }
            word++;
        }
    }

    private static long key(int state, int word) {
        return (long) state << 32 | word;
    }
}
