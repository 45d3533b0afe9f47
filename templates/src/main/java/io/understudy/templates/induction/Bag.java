package io.understudy.templates.induction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Phrases, each with the records that have it. Keeps what its cost needs up to date. Not thread-safe. */
final class Bag {

    /** The most frequent first, then by their words: nothing depends on the order of the corpus. */
    static final Comparator<Map.Entry<List<String>, Long>> BY_RECORDS = Map.Entry.<List<String>, Long>comparingByValue()
            .reversed()
            .thenComparing(entry -> String.join("", entry.getKey()));

    private final Map<List<String>, Long> counts = new LinkedHashMap<>();
    private long records;
    private long words;
    private double nLogN;

    Bag add(List<String> phrase, long count) {
        long before = counts.getOrDefault(phrase, 0L);
        counts.put(phrase, before + count);
        records += count;
        words += before == 0 ? phrase.size() : 0;
        nLogN += growth(before, count);
        return this;
    }

    Bag addAll(Bag other) {
        other.counts.forEach(this::add);
        return this;
    }

    /** How many distinct phrases. */
    int size() {
        return counts.size();
    }

    long records() {
        return records;
    }

    long records(List<String> phrase) {
        return counts.getOrDefault(phrase, 0L);
    }

    List<Map.Entry<List<String>, Long>> sorted() {
        return counts.entrySet().stream().sorted(BY_RECORDS).toList();
    }

    Stream<List<String>> phrases() {
        return counts.keySet().stream();
    }

    /** Bits of the list of phrases, and of telling which one each record has. */
    double cost(Bits bits) {
        return cost(counts.size(), words, records, nLogN, bits);
    }

    /** Of both together, without joining them. */
    double costWith(Bag other, Bits bits) {
        int size = counts.size();
        long length = words;
        double log = nLogN;
        for (Map.Entry<List<String>, Long> entry : other.counts.entrySet()) {
            long here = records(entry.getKey());
            if (here == 0) {
                size++;
                length += entry.getKey().size();
            }
            log += growth(here, entry.getValue());
        }
        return cost(size, length, records + other.records, log, bits);
    }

    private static double cost(int size, long words, long records, double nLogN, Bits bits) {
        return words * bits.word() + bits.choice(size, records) + Bits.nLogN((double) records) - nLogN;
    }

    private static double growth(long before, long by) {
        return Bits.nLogN((double) (before + by)) - Bits.nLogN((double) before);
    }

    Bag without(List<String> phrase) {
        Bag rest = new Bag();
        counts.forEach((each, count) -> {
            if (!each.equals(phrase)) {
                rest.add(each, count);
            }
        });
        return rest;
    }

    /** Without the first {@code prefix} and last {@code suffix} words of each phrase. */
    Bag stripped(int prefix, int suffix) {
        Bag rest = new Bag();
        counts.forEach((phrase, count) -> rest.add(List.copyOf(phrase.subList(prefix, phrase.size() - suffix)), count));
        return rest;
    }

    /** Words that all phrases begin with. */
    List<String> prefix() {
        List<String> common = null;
        for (List<String> phrase : counts.keySet()) {
            if (common == null) {
                common = phrase;
            }
            int same = 0;
            while (same < Math.min(common.size(), phrase.size())
                    && common.get(same).equals(phrase.get(same))) {
                same++;
            }
            common = common.subList(0, same);
        }
        return common == null ? List.of() : List.copyOf(common);
    }

    /** Words that all phrases end with, none of the first {@code from}. */
    List<String> suffix(int from) {
        List<String> first = new ArrayList<>(counts.keySet().iterator().next());
        int shortest = counts.keySet().stream().mapToInt(List::size).min().orElse(0);
        int same = 0;
        while (same < shortest - from) {
            String word = first.get(first.size() - 1 - same);
            int back = same + 1;
            if (!counts.keySet().stream()
                    .allMatch(phrase -> phrase.get(phrase.size() - back).equals(word))) {
                break;
            }
            same++;
        }
        return List.copyOf(first.subList(first.size() - same, first.size()));
    }
}
