package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.language.Node.Alt;
import io.understudy.templates.grammar.language.Node.Chars;
import io.understudy.templates.grammar.language.Node.Entries;
import io.understudy.templates.grammar.language.Node.Joint;
import io.understudy.templates.grammar.language.Node.Seq;
import io.understudy.templates.grammar.language.Node.Steps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is worked out once to find texts in a language faster. Thread-safe. */
final class Lookup {

    private static final int FEW = 8;

    private final Map<Node, Surfaces> surfaces = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Node, Map<List<Integer>, Long>> tuples = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Node, Firsts> firsts = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * @param by options that can only begin with this character
     * @param any options that may begin with any, or with nothing
     */
    private record Firsts(Map<Character, List<Integer>> by, List<Integer> any) {}

    Surfaces surfaces(Node node) {
        return surfaces.computeIfAbsent(
                node,
                key -> node instanceof Entries entries
                        ? new Surfaces(entries.listing())
                        : new Surfaces(((Steps) node).progression()));
    }

    Optional<Long> tuple(Joint joint, List<Integer> tuple) {
        return Optional.ofNullable(
                tuples.computeIfAbsent(joint, key -> numbered(joint)).get(tuple));
    }

    private static Map<List<Integer>, Long> numbered(Joint joint) {
        Map<List<Integer>, Long> numbers = new HashMap<>();
        for (int i = 0; i < joint.choices().size(); i++) {
            numbers.put(joint.choices().row(i), (long) i);
        }
        return numbers;
    }

    /** Options worth trying before this character, in order. */
    List<Integer> options(Alt alt, Optional<Character> next) {
        if (alt.options().size() < FEW || next.isEmpty()) {
            return IntStream.range(0, alt.options().size()).boxed().toList();
        }
        Firsts known = firsts.computeIfAbsent(alt, key -> firsts(alt));
        return known.by().getOrDefault(next.get(), known.any());
    }

    private static Firsts firsts(Alt alt) {
        Map<Character, List<Integer>> by = new HashMap<>();
        List<Integer> any = new ArrayList<>();
        for (int i = 0; i < alt.options().size(); i++) {
            Optional<Character> first = first(alt.options().get(i));
            if (first.isPresent()) {
                by.computeIfAbsent(first.get(), key -> new ArrayList<>()).add(i);
            } else {
                any.add(i);
            }
        }
        by.values().forEach(options -> {
            options.addAll(any);
            Collections.sort(options);
        });
        return new Firsts(by, any);
    }

    /** The character that all its utterances begin with, where that is plain to see. */
    private static Optional<Character> first(Node node) {
        Node at = node;
        while (!(at instanceof Chars)) {
            if (at instanceof Seq seq && !seq.parts().isEmpty()) {
                at = seq.parts().get(0);
            } else if (at instanceof Node.Valued valued) {
                at = valued.body();
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(((Chars) at).text().charAt(0));
    }
}
