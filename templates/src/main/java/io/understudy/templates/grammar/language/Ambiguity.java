package io.understudy.templates.grammar.language;

import io.understudy.core.Seeds;
import io.understudy.core.text.LongHashSet;
import io.understudy.templates.grammar.language.Continuations.Step;
import io.understudy.templates.grammar.language.Continuations.TooMany;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether two derivations say the same. Two that do are followed side by side through {@link Continuations}:
 * one walk up to where they part, two walks that say the same from there on. If no such pair reaches an end there is
 * none, which holds for the language too, as the walks say at least what it does. A pair that does is shown by its
 * text, which is looked up in the language itself.
 */
final class Ambiguity {

    private static final int MOST_PAIRS = 400_000;
    private static final int WRITTEN_OUT = 1 << 18;

    /**
     * Two walks; equal while they have not parted.
     *
     * @param before how it was reached
     */
    private record Pair(Integer one, Integer other) {}

    private record Reached(Optional<Pair> before, char by) {}

    private final Continuations continuations;
    private final Map<Pair, Reached> reached = new HashMap<>();
    private final Deque<Pair> open = new ArrayDeque<>();

    private Ambiguity(Continuations continuations) {
        this.continuations = continuations;
    }

    static Distinct of(Utterances utterances) {
        Node root = utterances.root();
        boolean may;
        Optional<String> example = Optional.empty();
        try {
            Optional<String> found = new Ambiguity(new Continuations(root)).search(root);
            may = found.isPresent();
            example = found.filter(text -> utterances.ranks(text, 2).size() > 1);
        } catch (TooMany | IllegalArgumentException e) {
            may = true;
        }
        if (!may) {
            return new Distinct(Optional.of(utterances.count()), Optional.empty(), true);
        }
        if (root.few() > WRITTEN_OUT || utterances.isOpen()) {
            return new Distinct(Optional.empty(), example, false);
        }
        return writtenOut(utterances, example);
    }

    private static Distinct writtenOut(Utterances utterances, Optional<String> example) {
        LongHashSet texts = new LongHashSet();
        Pen pen = new Pen(open -> "");
        Optional<String> twice = example;
        long distinct = 0;
        for (long i = 0; i < utterances.root().few(); i++) {
            new Unranking(pen).tell(utterances.root(), i);
            String text = pen.finish().text();
            if (texts.add(Seeds.hash(text))) {
                distinct++;
            } else if (twice.isEmpty()) {
                twice = Optional.of(text);
            }
        }
        boolean all = distinct == utterances.root().few();
        return new Distinct(Optional.of(BigInteger.valueOf(distinct)), twice, all);
    }

    /** A text that two walks say. */
    private Optional<String> search(Node root) {
        Integer start = continuations.start(root);
        add(new Pair(start, start), new Reached(Optional.empty(), ' '));
        while (!open.isEmpty()) {
            Pair pair = open.poll();
            List<Step> ones = continuations.from(pair.one());
            boolean same = pair.one().equals(pair.other());
            Map<Character, List<Step>> others = new HashMap<>();
            for (Step step : continuations.from(pair.other())) {
                others.computeIfAbsent(step.character(), key -> new ArrayList<>())
                        .add(step);
            }
            Set<Step> seen = new HashSet<>();
            for (int i = 0; i < ones.size(); i++) {
                Step one = ones.get(i);
                if (same && !seen.add(one)) {
                    return Optional.of(text(pair) + rest(one));
                }
                for (Step other : others.getOrDefault(one.character(), List.of())) {
                    if (!same && one.to().equals(other.to())) {
                        return Optional.of(text(pair) + rest(one));
                    }
                    if (one.character() != Continuations.END) {
                        // A pair and its mirror image are one.
                        boolean ordered = one.to() <= other.to();
                        add(
                                ordered ? new Pair(one.to(), other.to()) : new Pair(other.to(), one.to()),
                                new Reached(Optional.of(pair), one.character()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void add(Pair pair, Reached how) {
        if (reached.putIfAbsent(pair, how) == null) {
            if (reached.size() > MOST_PAIRS) {
                throw new TooMany();
            }
            open.add(pair);
        }
    }

    private String text(Pair pair) {
        StringBuilder text = new StringBuilder();
        Pair at = pair;
        for (Reached how = reached.get(at); how.before().isPresent(); how = reached.get(at)) {
            text.append(how.by());
            at = how.before().get();
        }
        return text.reverse().toString();
    }

    /** The step, and any end behind it. */
    private String rest(Step step) {
        StringBuilder text = new StringBuilder();
        for (Step at = step;
                at.character() != Continuations.END;
                at = continuations.from(at.to()).get(0)) {
            text.append(at.character());
        }
        return text.toString();
    }
}
