package io.understudy.templates.foreign;

import io.understudy.templates.grammar.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which definition names which. The tools whose grammars we read know no definition within itself.
 *
 * @param <K> what a definition is found by
 */
final class References<K> {

    private static final int MOST_NESTED = 100;

    private record Edge<K>(K to, Position at) {}

    private final Map<K, Map<K, Edge<K>>> edges = new LinkedHashMap<>();

    void add(K from, K to, Position at) {
        edges.computeIfAbsent(from, each -> new LinkedHashMap<>()).putIfAbsent(to, new Edge<>(to, at));
    }

    /** @throws io.understudy.core.BadDataException if a definition is found within itself, or very deep in others */
    void checkNoCircle() {
        Map<K, Integer> done = new HashMap<>();
        for (K from : edges.keySet()) {
            walk(from, done);
        }
    }

    /** @param done how many definitions lie within each other below those that are checked */
    private void walk(K root, Map<K, Integer> done) {
        // No recursion: a chain of definitions may be longer than the stack is deep.
        Map<K, Iterator<Edge<K>>> path = new LinkedHashMap<>();
        Deque<K> stack = new ArrayDeque<>();
        if (!done.containsKey(root)) {
            path.put(root, targets(root));
            stack.push(root);
        }
        while (!stack.isEmpty()) {
            K from = stack.peek();
            Iterator<Edge<K>> next = path.get(from);
            if (!next.hasNext()) {
                path.remove(stack.pop());
                done.put(from, depth(from, done));
                continue;
            }
            Edge<K> edge = next.next();
            if (path.containsKey(edge.to())) {
                throw Source.fault(edge.at(), edge.to() + " stands within itself: " + circle(path.keySet(), edge.to()));
            }
            if (!done.containsKey(edge.to())) {
                path.put(edge.to(), targets(edge.to()));
                stack.push(edge.to());
            }
        }
    }

    private int depth(K from, Map<K, Integer> done) {
        int depth = 0;
        for (Edge<K> edge : edges.getOrDefault(from, Map.of()).values()) {
            depth = Math.max(depth, 1 + done.get(edge.to()));
            if (depth > MOST_NESTED) {
                throw Source.fault(edge.at(), "more than " + MOST_NESTED + " definitions within each other");
            }
        }
        return depth;
    }

    private String circle(Set<K> path, K back) {
        List<K> circle = new ArrayList<>(path);
        circle = new ArrayList<>(circle.subList(circle.indexOf(back), circle.size()));
        circle.add(back);
        int shown = Math.min(circle.size(), 6);
        return circle.subList(0, shown).stream().map(Object::toString).collect(Collectors.joining(" > "))
                + (shown < circle.size() ? " > ..." : "");
    }

    /**
     * @param such a kind of definition of which none may be within another
     * @throws io.understudy.core.BadDataException if one is
     */
    void checkNoneWithin(Predicate<K> such, String what) {
        Map<K, Set<K>> callers = new HashMap<>();
        edges.forEach((from, to) -> to.keySet()
                .forEach(each -> callers.computeIfAbsent(each, k -> new LinkedHashSet<>())
                        .add(from)));
        Deque<K> inside =
                new ArrayDeque<>(callers.keySet().stream().filter(such).toList());
        Set<K> seen = new HashSet<>();
        while (!inside.isEmpty()) {
            K inner = inside.pop();
            for (K caller : callers.getOrDefault(inner, Set.of())) {
                if (such.test(caller)) {
                    throw Source.fault(
                            edges.get(caller).get(inner).at(),
                            "a %s within %s; expected no %s within another".formatted(what, caller, what));
                }
                if (seen.add(caller)) {
                    inside.push(caller);
                }
            }
        }
    }

    private Iterator<Edge<K>> targets(K from) {
        return edges.getOrDefault(from, Map.of()).values().iterator();
    }
}
