package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Constraint;
import io.understudy.templates.grammar.Constraint.After;
import io.understudy.templates.grammar.Constraint.Differs;
import io.understudy.templates.grammar.Constraint.OnlyWith;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts the pairs of values of two slots that hold constraints, however many pairs there are: with the values of the
 * other in order, those that go with one value are a few stretches.
 */
final class Pairing {

    private final List<Constraint> constraints;
    private final String one;
    private final int[] order;
    private final Comparator<String> byKind;

    /** The other's distinct values in order, and where each begins in the order. */
    private final List<String> values = new ArrayList<>();

    private final List<Integer> starts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * @param one the name of the slot with the first values
     * @throws Wrong if values that are to be in order are of different kinds
     */
    Pairing(List<Constraint> constraints, String one, String[] ones, String[] others) {
        this.constraints = constraints;
        this.one = one;
        Optional<After> after = constraints.stream()
                .filter(After.class::isInstance)
                .map(After.class::cast)
                .findFirst();
        this.byKind = after.isPresent() ? Comparing.of(after.get(), ones, others) : Comparator.naturalOrder();
        Comparator<String> by = byKind.thenComparing(Comparator.naturalOrder());
        this.order = IntStream.range(0, others.length)
                .boxed()
                .sorted((first, second) -> by.compare(others[first], others[second]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int place = 0; place < order.length; place++) {
            if (place == 0 || !others[order[place]].equals(others[order[place - 1]])) {
                numbers.put(others[order[place]], values.size());
                values.add(others[order[place]]);
                starts.add(place);
            }
        }
        starts.add(order.length);
    }

    /** Empty: nothing goes together. */
    Optional<Partners> partners(String[] ones, double[] oneMasses, double[] otherMasses) {
        Map<String, int[]> known = new HashMap<>();
        int[][] stretches = new int[ones.length][];
        boolean any = false;
        for (int i = 0; i < ones.length; i++) {
            stretches[i] = known.computeIfAbsent(ones[i], this::stretches);
            any |= stretches[i].length > 0;
        }
        return any ? Optional.of(new Partners(order, stretches, oneMasses, otherMasses)) : Optional.empty();
    }

    /** Begin and end of each stretch of the order that goes with a value. */
    private int[] stretches(String value) {
        List<int[]> allowed = List.of(new int[] {0, values.size()});
        for (Constraint constraint : constraints) {
            allowed = both(allowed, allowed(constraint, value));
        }
        return allowed.stream()
                .flatMapToInt(each -> IntStream.of(starts.get(each[0]), starts.get(each[1])))
                .toArray();
    }

    /** Stretches of the distinct values. */
    private List<int[]> allowed(Constraint constraint, String value) {
        if (constraint instanceof Differs) {
            Integer same = numbers.get(value);
            return same == null ? all() : without(List.of(same));
        }
        if (constraint instanceof After after) {
            return after.later().equals(one)
                    ? List.of(new int[] {0, place(value, false)})
                    : List.of(new int[] {place(value, true), values.size()});
        }
        OnlyWith only = (OnlyWith) constraint;
        if (only.slot().equals(one)) {
            boolean asks = only.values().isEmpty() || only.values().contains(value);
            return !asks || only.others().isEmpty() ? all() : only(places(only.others()));
        }
        boolean allows = only.others().isEmpty() || only.others().contains(value);
        return allows ? all() : only.values().isEmpty() ? List.of() : without(places(only.values()));
    }

    /** How many distinct values are before this one, itself included or not. */
    private int place(String value, boolean included) {
        int low = 0;
        int high = values.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int compared = byKind.compare(values.get(middle), value);
            if (compared < 0 || (included && compared == 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Integer> places(List<String> some) {
        return some.stream()
                .distinct()
                .filter(numbers::containsKey)
                .map(numbers::get)
                .sorted()
                .toList();
    }

    private List<int[]> all() {
        return List.of(new int[] {0, values.size()});
    }

    private static List<int[]> only(List<Integer> places) {
        return places.stream().map(place -> new int[] {place, place + 1}).toList();
    }

    private List<int[]> without(List<Integer> places) {
        List<int[]> stretches = new ArrayList<>();
        int from = 0;
        for (int place : places) {
            stretches.add(new int[] {from, place});
            from = place + 1;
        }
        stretches.add(new int[] {from, values.size()});
        return stretches;
    }

    private static List<int[]> both(List<int[]> one, List<int[]> other) {
        List<int[]> both = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < one.size() && j < other.size()) {
            int from = Math.max(one.get(i)[0], other.get(j)[0]);
            int to = Math.min(one.get(i)[1], other.get(j)[1]);
            if (from < to) {
                both.add(new int[] {from, to});
            }
            if (one.get(i)[1] < other.get(j)[1]) {
                i++;
            } else {
                j++;
            }
        }
        return both;
    }
}
