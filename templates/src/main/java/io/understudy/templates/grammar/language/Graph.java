package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.language.Node.Alt;
import io.understudy.templates.grammar.language.Node.Joint;
import io.understudy.templates.grammar.language.Node.Recall;
import io.understudy.templates.grammar.language.Node.Seq;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/** The nodes of a language, each once. */
final class Graph {

    private Graph() {}

    static List<Node> of(Node root) {
        IdentityHashMap<Node, Boolean> seen = new IdentityHashMap<>();
        List<Node> all = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node next = open.pop();
            if (seen.put(next, true) == null) {
                all.add(next);
                parts(next).forEach(open::push);
            }
        }
        return all;
    }

    static List<Node> parts(Node node) {
        if (node instanceof Seq seq) {
            return seq.parts();
        }
        if (node instanceof Alt alt) {
            return alt.options();
        }
        if (node instanceof Joint joint) {
            return joint.bodies();
        }
        if (node instanceof Node.Pair pair) {
            return pair.bodies();
        }
        if (node instanceof Recall recall) {
            return List.of(recall.body());
        }
        if (node instanceof Node.Picked picked) {
            return List.of(picked.body());
        }
        return node instanceof Node.Around around ? List.of(around.body()) : List.of();
    }
}
