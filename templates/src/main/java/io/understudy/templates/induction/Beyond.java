package io.understudy.templates.induction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What the rules of an intent can say and no record said, the most expected first: a best-first walk over the most
 * probable phrases at each place (Lawler, "A procedure for computing the k best solutions to discrete optimization
 * problems", Management Science 18, 1972).
 */
final class Beyond {

    private final Likely likely = new Likely();
    private final Set<Frame.Filled> seen;
    private final PriorityQueue<Guess> queue = new PriorityQueue<>(
            Comparator.comparingDouble(Guess::expected).reversed().thenComparing(guess -> guess.filled.toString()));

    /** A derivation; those after it change the phrase at {@code from} or later. */
    private record Guess(Rule rule, List<Integer> choice, int from, Frame.Filled filled, double expected) {}

    /**
     * A template beyond the corpus.
     *
     * @param expected how many records of as large a corpus are expected to have it: the records of its rule times the
     *     shares of its phrases
     */
    record Template(Frame.Filled filled, double expected) {}

    Beyond(Set<Frame.Filled> seen) {
        this.seen = seen;
    }

    List<Template> of(List<Rule> rules, int most) {
        rules.forEach(rule -> push(rule, Collections.nCopies(rule.phrases().size(), 0), 0));
        List<Template> found = new ArrayList<>();
        while (found.size() < most && !queue.isEmpty()) {
            Guess guess = queue.remove();
            if (!seen.contains(guess.filled)) {
                found.add(new Template(guess.filled, guess.expected));
            }
            for (int at = guess.from; at < guess.choice.size(); at++) {
                List<Integer> next = new ArrayList<>(guess.choice);
                next.set(at, next.get(at) + 1);
                push(guess.rule, next, at);
            }
        }
        return found;
    }

    private void push(Rule rule, List<Integer> choice, int from) {
        double expected = rule.records();
        List<List<String>> phrases = new ArrayList<>();
        for (int at = 0; at < choice.size(); at++) {
            List<Likely.Phrase> here = likely.of(rule.phrases().get(at));
            if (choice.get(at) >= here.size()) {
                return;
            }
            expected *= here.get(choice.get(at)).probability();
            phrases.add(here.get(choice.get(at)).words());
        }
        queue.add(new Guess(rule, choice, from, new Frame.Filled(new Frame(rule.slots()), phrases), expected));
    }
}
