package io.understudy.templates.grammar;

import java.util.List;

/**
 * What holds between slots of an utterance. A slot that a constraint names is chosen once for the whole utterance.
 * Values are compared: the canonical one, the surface where there is none.
 */
public sealed interface Constraint {

    Position at();

    /** {@code one differs from other}. Holds where one of the two is not there. */
    record Differs(String one, String other, Position at) implements Constraint {}

    /** {@code later after earlier}: numbers, dates or times. Holds where one of the two is not there. */
    record After(String later, String earlier, Position at) implements Constraint {}

    /**
     * {@code slot=values only with other=values}.
     *
     * @param values which values of the slot ask for the other; empty: all
     * @param others the values of the other that will do; empty: all
     */
    record OnlyWith(String slot, List<String> values, String other, List<String> others, Position at)
            implements Constraint {
        public OnlyWith {
            values = List.copyOf(values);
            others = List.copyOf(others);
        }
    }
}
