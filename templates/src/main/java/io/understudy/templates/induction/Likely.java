package io.understudy.templates.induction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The most probable phrases of patterns. Not thread-safe. */
final class Likely {

    /** More alternatives at one place are not looked at; the list that comes of them is short. */
    private static final int MOST = 64;

    /** Words, and which share of the records at this place the pattern gives them. */
    record Phrase(List<String> words, double probability) {}

    private final IdentityHashMap<Phrases, List<Phrase>> known = new IdentityHashMap<>();

    /** The most probable first. */
    List<Phrase> of(Phrases phrases) {
        return known.computeIfAbsent(phrases, each -> of(each.pattern()));
    }

    private static List<Phrase> of(Pattern pattern) {
        if (pattern instanceof Pattern.Fixed fixed) {
            return List.of(new Phrase(fixed.words(), 1));
        }
        Map<List<String>, Double> found = new LinkedHashMap<>();
        if (pattern instanceof Pattern.Chain chain) {
            List<Phrase> all = List.of(new Phrase(List.of(), 1));
            for (Pattern part : chain.parts()) {
                all = product(all, of(part));
            }
            return all;
        } else if (pattern instanceof Pattern.Choice choice) {
            double sum = choice.alternatives().stream()
                    .mapToLong(Pattern.Weighted::records)
                    .sum();
            choice.alternatives().forEach(each -> add(of(each.pattern()), each.records() / sum, found));
        } else if (pattern instanceof Pattern.Maybe maybe) {
            double share = (double) maybe.records() / maybe.of();
            found.put(List.of(), 1 - share);
            add(of(maybe.pattern()), share, found);
        } else {
            found.put(List.of(), 1.0);
        }
        return best(found);
    }

    private static List<Phrase> product(List<Phrase> heads, List<Phrase> tails) {
        Map<List<String>, Double> found = new LinkedHashMap<>();
        for (Phrase head : heads) {
            for (Phrase tail : tails) {
                List<String> words = new ArrayList<>(head.words);
                words.addAll(tail.words);
                found.merge(List.copyOf(words), head.probability * tail.probability, Double::sum);
            }
        }
        return best(found);
    }

    private static void add(List<Phrase> phrases, double share, Map<List<String>, Double> found) {
        phrases.forEach(phrase -> found.merge(phrase.words, share * phrase.probability, Double::sum));
    }

    private static List<Phrase> best(Map<List<String>, Double> found) {
        return found.entrySet().stream()
                .map(entry -> new Phrase(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Phrase::probability)
                        .reversed()
                        .thenComparing(phrase -> String.join("", phrase.words)))
                .limit(MOST)
                .toList();
    }
}
