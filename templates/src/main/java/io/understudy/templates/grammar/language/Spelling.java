package io.understudy.templates.grammar.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of some utterances as an automaton that is made while it is walked, one UTF-16 unit a step. Says a little
 * more than the utterances do: {@code a} and {@code an} wherever an article stands, and named choices anew wherever
 * they are met; {@link Utterances#ranks} tells. Not thread-safe.
 */
public final class Spelling {

    private final List<Continuations> automata = new ArrayList<>();
    private final List<State> states = new ArrayList<>();
    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<Integer> starts = new ArrayList<>();

    private record State(int automaton, Integer state) {}

    /**
     * One way to go on.
     *
     * @param unit a UTF-16 unit
     * @param to the state behind it
     */
    public record Step(char unit, int to) {}

    /**
     * @param all at least one
     * @throws IllegalArgumentException if some have parts that are invented later: nobody knows how they are spelled
     */
    public Spelling(List<Utterances> all) {
        for (Utterances each : all) {
            if (each.isOpen()) {
                throw new IllegalArgumentException(
                        "the intent '" + each.intent().name()
                                + "' has parts that are invented later, which no automaton can follow; write them as slots with values");
            }
            Continuations automaton = new Continuations(each.root());
            automata.add(automaton);
            starts.add(number(new State(automata.size() - 1, automaton.start(each.root()))));
        }
    }

    private int number(State state) {
        return numbers.computeIfAbsent(state, unknown -> {
            states.add(state);
            return states.size() - 1;
        });
    }

    /** Where texts begin. */
    public List<Integer> starts() {
        return List.copyOf(starts);
    }

    /** Whether a text may end here. */
    public boolean mayEnd(int state) {
        return from(state).stream().anyMatch(step -> step.character() == Continuations.END);
    }

    /**
     * All ways to go on.
     *
     * @throws IllegalArgumentException if there are too many to be looked at
     */
    public List<Step> steps(int state) {
        int automaton = states.get(state).automaton;
        return from(state).stream()
                .filter(step -> step.character() != Continuations.END)
                .map(step -> new Step(step.character(), number(new State(automaton, step.to()))))
                .toList();
    }

    private List<Continuations.Step> from(int state) {
        State at = states.get(state);
        try {
            return automata.get(at.automaton).from(at.state);
        } catch (Continuations.TooMany e) {
            throw new IllegalArgumentException("the grammar says too much to be followed letter by letter", e);
        }
    }
}
