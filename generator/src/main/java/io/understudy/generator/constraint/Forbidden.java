package io.understudy.generator.constraint;

import io.understudy.core.text.Normalization;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Surfaces that must not be said: as whole words, whatever their capitals, accents, and what stands between their
 * words. An automaton of Aho and Corasick over letters and digits, with one boundary between words. Thread-safe.
 */
public final class Forbidden {

    /** Between words, before the first and behind the last. */
    static final char BOUNDARY = ' ';

    static final int ROOT = 0;

    /** Forbids nothing. */
    public static final Forbidden NOTHING = of(List.of());

    private final List<Map<Character, Integer>> children = new ArrayList<>();
    private final List<Integer> fallback = new ArrayList<>();
    /** Whether a surface is whole here but for the boundary behind it. */
    private final List<Boolean> ends = new ArrayList<>();

    private Forbidden() {
        node();
    }

    /** @param surfaces those without a letter or digit forbid nothing */
    public static Forbidden of(Collection<String> surfaces) {
        Forbidden forbidden = new Forbidden();
        surfaces.forEach(forbidden::add);
        forbidden.link();
        return forbidden;
    }

    private int node() {
        children.add(new HashMap<>());
        fallback.add(ROOT);
        ends.add(false);
        return children.size() - 1;
    }

    private void add(String surface) {
        StringBuilder words = new StringBuilder().append(BOUNDARY);
        String normal = Normalization.of(surface);
        normal.codePoints().forEach(c -> {
            if (isWord(c)) {
                words.appendCodePoint(c);
            } else if (words.charAt(words.length() - 1) != BOUNDARY) {
                words.append(BOUNDARY);
            }
        });
        int end = words.charAt(words.length() - 1) == BOUNDARY ? words.length() - 1 : words.length();
        if (end <= 1) {
            return;
        }
        int at = ROOT;
        for (int i = 0; i < end; i++) {
            Integer next = children.get(at).get(words.charAt(i));
            if (next == null) {
                next = node();
                children.get(at).put(words.charAt(i), next);
            }
            at = next;
        }
        ends.set(at, true);
    }

    private void link() {
        ArrayDeque<Integer> queue = new ArrayDeque<>(children.get(ROOT).values());
        while (!queue.isEmpty()) {
            int node = queue.poll();
            children.get(node).forEach((c, child) -> {
                int back = fallback.get(node);
                while (back != ROOT && !children.get(back).containsKey(c)) {
                    back = fallback.get(back);
                }
                fallback.set(child, children.get(back).getOrDefault(c, ROOT));
                ends.set(child, ends.get(child) || ends.get(fallback.get(child)));
                queue.add(child);
            });
        }
    }

    static boolean isWord(int c) {
        return Character.isLetterOrDigit(c);
    }

    /** @param c a code point */
    int next(int node, int c) {
        return c > Character.MAX_VALUE
                ? next(next(node, Character.highSurrogate(c)), Character.lowSurrogate(c))
                : next(node, (char) c);
    }

    int next(int node, char c) {
        int at = node;
        while (true) {
            Integer next = children.get(at).get(c);
            if (next != null) {
                return next;
            }
            if (at == ROOT) {
                return ROOT;
            }
            at = fallback.get(at);
        }
    }

    /** Whether a boundary here would make a surface whole. */
    boolean ends(int node) {
        return ends.get(node);
    }

    boolean isEmpty() {
        return children.size() == 1;
    }
}
