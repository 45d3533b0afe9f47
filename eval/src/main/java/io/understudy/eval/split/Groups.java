package io.understudy.eval.split;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Things that belong together, directly or through others (union-find). Not thread-safe. */
final class Groups {

    private final Map<Long, Integer> firstWith = new HashMap<>();
    private int[] parents = new int[1024];
    private int size;

    /** One more thing, by itself. */
    int add() {
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, 2 * size);
        }
        parents[size] = size;
        return size++;
    }

    /** Puts a thing together with all that have the same key. */
    void tie(int thing, long key) {
        Integer other = firstWith.putIfAbsent(key, thing);
        if (other != null) {
            join(thing, other);
        }
    }

    void join(int one, int other) {
        int a = of(one);
        int b = of(other);
        // The earlier one stands for the group, whatever the order of joining.
        parents[Math.max(a, b)] = Math.min(a, b);
    }

    /** The first thing of its group. */
    int of(int thing) {
        int root = thing;
        while (parents[root] != root) {
            root = parents[root];
        }
        for (int at = thing; parents[at] != root; ) {
            int next = parents[at];
            parents[at] = root;
            at = next;
        }
        return root;
    }

    int size() {
        return size;
    }
}
