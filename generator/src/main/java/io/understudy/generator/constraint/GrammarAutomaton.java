package io.understudy.generator.constraint;

import io.understudy.templates.grammar.language.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Accepts what a grammar spells. Sets of its states are worked out as they are met. */
final class GrammarAutomaton implements Automaton {

    /** More states than this are not looked at before the first answer. */
    private static final int MOST = 500_000;

    /**
     * Within a character, or between two.
     *
     * @param rest bytes of the character that are still to come, a char each
     * @param to the state of the spelling behind them
     */
    private record Place(String rest, int to) {}

    /** A whole character, and where it leads. */
    private record Way(String bytes, int to) {}

    private final Spelling spelling;
    private final Map<Integer, List<Way>> ways = new HashMap<>();
    private final Map<Integer, Integer> distances = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<Place, Integer> placeNumbers = new HashMap<>();
    private final List<List<Integer>> sets = new ArrayList<>();
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final Map<Long, Integer> steps = new HashMap<>();

    /** @throws IllegalArgumentException if the grammar says too much */
    GrammarAutomaton(Spelling spelling) {
        this.spelling = spelling;
        measure();
        TreeSet<Integer> first = new TreeSet<>();
        spelling.starts().forEach(state -> first.add(place(new Place("", state))));
        number(List.copyOf(first));
    }

    private int place(Place place) {
        return placeNumbers.computeIfAbsent(place, unknown -> {
            places.add(place);
            return places.size() - 1;
        });
    }

    private int number(List<Integer> set) {
        return numbers.computeIfAbsent(set, unknown -> {
            sets.add(set);
            return sets.size() - 1;
        });
    }

    private List<Way> ways(int state) {
        List<Way> known = ways.get(state);
        if (known == null) {
            known = new ArrayList<>();
            for (Spelling.Step step : spelling.steps(state)) {
                if (Character.isHighSurrogate(step.unit())) {
                    for (Spelling.Step second : spelling.steps(step.to())) {
                        known.add(new Way(bytes("" + step.unit() + second.unit()), second.to()));
                    }
                } else {
                    known.add(new Way(bytes(String.valueOf(step.unit())), step.to()));
                }
            }
            ways.put(state, known);
        }
        return known;
    }

    private static String bytes(String character) {
        return new String(character.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Bytes from each state to an end: all states are found forwards, then the ways are walked back. */
    private void measure() {
        Map<Integer, List<Way>> back = new HashMap<>();
        ArrayDeque<Integer> open = new ArrayDeque<>(spelling.starts());
        ArrayDeque<Integer> changed = new ArrayDeque<>();
        while (!open.isEmpty()) {
            int state = open.poll();
            if (ways.containsKey(state)) {
                continue;
            }
            if (ways.size() == MOST) {
                throw new IllegalArgumentException("the grammar says too much to be followed letter by letter");
            }
            if (spelling.mayEnd(state)) {
                distances.put(state, 0);
                changed.add(state);
            }
            for (Way way : ways(state)) {
                back.computeIfAbsent(way.to, none -> new ArrayList<>()).add(new Way(way.bytes, state));
                open.add(way.to);
            }
        }
        while (!changed.isEmpty()) {
            int state = changed.poll();
            for (Way way : back.getOrDefault(state, List.of())) {
                int distance = distances.get(state) + way.bytes.length();
                if (distance < distances.getOrDefault(way.to, Integer.MAX_VALUE)) {
                    distances.put(way.to, distance);
                    changed.add(way.to);
                }
            }
        }
    }

    @Override
    public int start() {
        return 0;
    }

    @Override
    public synchronized int next(int state, int b) {
        return steps.computeIfAbsent(((long) state << 8) | b, key -> {
            TreeSet<Integer> reached = new TreeSet<>();
            for (int number : sets.get(state)) {
                Place place = places.get(number);
                if (!place.rest.isEmpty()) {
                    add(place.rest, place.to, b, reached);
                } else {
                    ways(place.to).forEach(way -> add(way.bytes, way.to, b, reached));
                }
            }
            return reached.isEmpty() ? DEAD : number(List.copyOf(reached));
        });
    }

    private void add(String bytes, int to, int b, Set<Integer> reached) {
        if (bytes.charAt(0) == b && distances.containsKey(to)) {
            reached.add(place(new Place(bytes.substring(1), to)));
        }
    }

    @Override
    public synchronized boolean accepts(int state) {
        return sets.get(state).stream()
                .map(places::get)
                .anyMatch(place -> place.rest.isEmpty() && spelling.mayEnd(place.to));
    }

    @Override
    public synchronized int distance(int state) {
        return sets.get(state).stream()
                .map(places::get)
                .mapToInt(place -> place.rest.length() + distances.get(place.to))
                .min()
                .orElseThrow();
    }
}
