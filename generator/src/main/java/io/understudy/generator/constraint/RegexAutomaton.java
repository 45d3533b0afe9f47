package io.understudy.generator.constraint;

import io.understudy.generator.constraint.Pattern.Alt;
import io.understudy.generator.constraint.Pattern.Chars;
import io.understudy.generator.constraint.Pattern.Repeat;
import io.understudy.generator.constraint.Pattern.Seq;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Accepts what a pattern matches as a whole. Thompson's construction over bytes of UTF-8; sets of its states are worked
 * out as they are met.
 */
final class RegexAutomaton implements Automaton {

    private static final int MOST = 400_000;
    private static final int UNKNOWN = -2;

    /** A step: by a byte from {@code low} to {@code high}, or by none where {@code low} is -1. */
    private record Edge(int low, int high, int to) {}

    private final List<List<Edge>> edges = new ArrayList<>();
    private final int end;
    private int[] distances;

    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<int[]> sets = new ArrayList<>();
    private final List<int[]> steps = new ArrayList<>();

    /** @throws IllegalArgumentException if the pattern is too large, or nothing matches it */
    RegexAutomaton(Pattern pattern) {
        int begin = node();
        this.end = build(pattern, begin);
        measure();
        if (distances[begin] == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no text has the form asked for");
        }
        number(closure(new int[] {begin}));
    }

    private int node() {
        if (edges.size() == MOST) {
            throw new IllegalArgumentException(
                    "the form asked for is too large to be followed; repeat less, or nest less deeply");
        }
        edges.add(new ArrayList<>(2));
        return edges.size() - 1;
    }

    private void skip(int from, int to) {
        edges.get(from).add(new Edge(-1, -1, to));
    }

    /** @return the node behind the pattern */
    private int build(Pattern pattern, int from) {
        if (pattern instanceof Chars chars) {
            int to = node();
            chars.ranges().forEach(range -> Utf8Ranges.of(range, bytes -> path(from, to, bytes)));
            return to;
        }
        if (pattern instanceof Seq seq) {
            int at = from;
            for (Pattern part : seq.parts()) {
                at = build(part, at);
            }
            return at;
        }
        if (pattern instanceof Alt alt) {
            int to = node();
            for (Pattern option : alt.options()) {
                int begin = node();
                skip(from, begin);
                skip(build(option, begin), to);
            }
            return to;
        }
        Repeat repeat = (Repeat) pattern;
        int at = from;
        for (int i = 0; i < repeat.least(); i++) {
            at = build(repeat.part(), at);
        }
        int to = node();
        if (repeat.most() < 0) {
            int again = node();
            skip(at, again);
            skip(build(repeat.part(), again), again);
            skip(again, to);
            return to;
        }
        for (int i = repeat.least(); i < repeat.most(); i++) {
            skip(at, to);
            at = build(repeat.part(), at);
        }
        skip(at, to);
        return to;
    }

    /** @param bytes low and high of each byte, one behind the other */
    private void path(int from, int to, int[] bytes) {
        int at = from;
        for (int i = 0; i < bytes.length; i += 2) {
            int next = i + 2 == bytes.length ? to : node();
            edges.get(at).add(new Edge(bytes[i], bytes[i + 1], next));
            at = next;
        }
    }

    /** Bytes from each node to the end: the shortest ways backwards, steps without a byte for nothing. */
    private void measure() {
        List<List<Edge>> back = new ArrayList<>();
        edges.forEach(each -> back.add(new ArrayList<>(2)));
        for (int from = 0; from < edges.size(); from++) {
            for (Edge edge : edges.get(from)) {
                back.get(edge.to).add(new Edge(edge.low, edge.high, from));
            }
        }
        distances = new int[edges.size()];
        Arrays.fill(distances, Integer.MAX_VALUE);
        distances[end] = 0;
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(end));
        while (!queue.isEmpty()) {
            int node = queue.poll();
            for (Edge edge : back.get(node)) {
                int distance = distances[node] + (edge.low < 0 ? 0 : 1);
                if (distance < distances[edge.to]) {
                    distances[edge.to] = distance;
                    if (edge.low < 0) {
                        queue.addFirst(edge.to);
                    } else {
                        queue.addLast(edge.to);
                    }
                }
            }
        }
    }

    /** All nodes that are reached without a byte, sorted; those from which no way leads on are left out. */
    private int[] closure(int[] nodes) {
        java.util.BitSet seen = new java.util.BitSet();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int node : nodes) {
            if (!seen.get(node)) {
                seen.set(node);
                open.add(node);
            }
        }
        java.util.BitSet kept = new java.util.BitSet();
        while (!open.isEmpty()) {
            int node = open.poll();
            boolean reads = node == end;
            for (Edge edge : edges.get(node)) {
                reads |= edge.low >= 0;
                if (edge.low < 0 && !seen.get(edge.to)) {
                    seen.set(edge.to);
                    open.add(edge.to);
                }
            }
            if (reads && distances[node] < Integer.MAX_VALUE) {
                kept.set(node);
            }
        }
        return kept.stream().toArray();
    }

    private int number(int[] set) {
        List<Integer> key = Arrays.stream(set).boxed().toList();
        Integer known = numbers.get(key);
        if (known == null) {
            known = sets.size();
            sets.add(set);
            int[] unknown = new int[256];
            Arrays.fill(unknown, UNKNOWN);
            steps.add(unknown);
            numbers.put(key, known);
        }
        return known;
    }

    @Override
    public int start() {
        return 0;
    }

    @Override
    public synchronized int next(int state, int b) {
        int known = steps.get(state)[b];
        if (known == UNKNOWN) {
            int[] reached = Arrays.stream(sets.get(state))
                    .flatMap(node -> edges.get(node).stream()
                            .filter(edge -> edge.low <= b && b <= edge.high && edge.low >= 0)
                            .mapToInt(Edge::to))
                    .toArray();
            int[] all = closure(reached);
            known = all.length == 0 ? DEAD : number(all);
            steps.get(state)[b] = known;
        }
        return known;
    }

    @Override
    public synchronized boolean accepts(int state) {
        return Arrays.binarySearch(sets.get(state), end) >= 0;
    }

    @Override
    public synchronized int distance(int state) {
        int least = Integer.MAX_VALUE;
        for (int node : sets.get(state)) {
            least = Math.min(least, distances[node]);
        }
        return least;
    }
}
