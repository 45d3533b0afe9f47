package io.understudy.templates.induction;

import io.understudy.templates.induction.Pattern.Weighted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the shortest way to write a bag of phrases: what all begin or end with goes out in front or behind, phrases
 * that go on alike after different first words (or begin alike before different last words) become a choice of those
 * words, and a phrase that may be missing becomes optional. Where two words go on almost alike they are taken to go on
 * alike: that is where the pattern says more than the corpus did. Whether it is worth it, {@link Bits} decide.
 */
record Factoring(Bits bits) {

    Pattern pattern(Bag bag) {
        List<Map.Entry<List<String>, Long>> phrases = bag.sorted();
        if (phrases.size() == 1) {
            return fixed(phrases.get(0).getKey());
        }
        long empty = bag.records(List.of());
        if (empty > 0) {
            Bag rest = bag.without(List.of());
            return new Pattern.Maybe(pattern(rest), rest.records(), bag.records());
        }
        List<String> prefix = bag.prefix();
        List<String> suffix = bag.suffix(prefix.size());
        if (!prefix.isEmpty() || !suffix.isEmpty()) {
            return chain(List.of(fixed(prefix), pattern(bag.stripped(prefix.size(), suffix.size())), fixed(suffix)));
        }
        double flat = bag.cost(bits);
        Split left = split(phrases, Side.FIRST);
        Split right = split(phrases, Side.LAST);
        Split better = right.cost < left.cost ? right : left;
        return better.cost < flat && better.groups.size() < phrases.size() ? pattern(better) : list(phrases);
    }

    private static Pattern fixed(List<String> words) {
        return words.isEmpty() ? new Pattern.Empty() : new Pattern.Fixed(words);
    }

    private static Pattern list(List<Map.Entry<List<String>, Long>> phrases) {
        return new Pattern.Choice(phrases.stream()
                .map(entry -> new Weighted(fixed(entry.getKey()), entry.getValue()))
                .toList());
    }

    /** Without the empty ones, and those of a chain in it taken out of it. */
    static Pattern chain(List<Pattern> parts) {
        List<Pattern> flat = new ArrayList<>();
        for (Pattern part : parts) {
            if (part instanceof Pattern.Chain chain) {
                flat.addAll(chain.parts());
            } else if (!(part instanceof Pattern.Empty)) {
                flat.add(part);
            }
        }
        return flat.isEmpty() ? new Pattern.Empty() : flat.size() == 1 ? flat.get(0) : new Pattern.Chain(flat);
    }

    private enum Side {
        FIRST,
        LAST;

        String word(List<String> phrase) {
            return this == FIRST ? phrase.get(0) : phrase.get(phrase.size() - 1);
        }

        List<String> rest(List<String> phrase) {
            return List.copyOf(this == FIRST ? phrase.subList(1, phrase.size()) : phrase.subList(0, phrase.size() - 1));
        }
    }

    /** Words of one side that are taken to go with the same rests. */
    private static final class Group {
        private final Bag words = new Bag();
        private final Bag rests = new Bag();

        Group(String word, Bag rests) {
            words.add(List.of(word), rests.records());
            this.rests.addAll(rests);
        }

        double cost(Bits bits) {
            return words.cost(bits) + rests.cost(bits);
        }

        double costWith(Group other, Bits bits) {
            return words.costWith(other.words, bits) + rests.costWith(other.rests, bits);
        }

        void join(Group other) {
            words.addAll(other.words);
            rests.addAll(other.rests);
        }
    }

    private record Split(Side side, List<Group> groups, double cost) {}

    private Split split(List<Map.Entry<List<String>, Long>> phrases, Side side) {
        Map<String, Bag> byWord = new LinkedHashMap<>();
        phrases.forEach(entry -> byWord.computeIfAbsent(side.word(entry.getKey()), word -> new Bag())
                .add(side.rest(entry.getKey()), entry.getValue()));
        List<Group> alone = byWord.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong((Group group) -> group.rests.records())
                        .reversed()
                        .thenComparing(group -> group.words.prefix().get(0)))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Group> groups = new ArrayList<>();
        for (Group group : alone) {
            Group best = null;
            double most = 0;
            for (Group other : groups) {
                double saved = other.cost(bits) + group.cost(bits) + bits.word() - other.costWith(group, bits);
                if (saved > most) {
                    most = saved;
                    best = other;
                }
            }
            if (best == null) {
                groups.add(group);
            } else {
                best.join(group);
            }
        }
        long records = phrases.stream().mapToLong(Map.Entry::getValue).sum();
        double cost = bits.choice(groups.size(), records) + Bits.nLogN((double) records);
        for (Group group : groups) {
            cost += group.cost(bits) - Bits.nLogN((double) group.rests.records());
        }
        return new Split(side, groups, cost);
    }

    private Pattern pattern(Split split) {
        List<Weighted> alternatives = new ArrayList<>();
        for (Group group : split.groups) {
            Pattern words = pattern(group.words);
            Pattern rests = pattern(group.rests);
            Pattern both = chain(split.side == Side.FIRST ? List.of(words, rests) : List.of(rests, words));
            if (both instanceof Pattern.Choice choice) {
                alternatives.addAll(choice.alternatives());
            } else {
                alternatives.add(new Weighted(both, group.rests.records()));
            }
        }
        if (alternatives.size() == 1) {
            return alternatives.get(0).pattern();
        }
        alternatives.sort(Comparator.comparingLong(Weighted::records).reversed());
        return new Pattern.Choice(List.copyOf(alternatives));
    }
}
