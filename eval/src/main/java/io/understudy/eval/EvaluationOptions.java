package io.understudy.eval;

import io.understudy.eval.leakage.GateRules;

/**
 * How to evaluate.
 *
 * @param rules what counts as shared by enough records; the gate's rules where there was a gate
 * @param seed for the sample that size-dependent metrics are measured on
 * @param showText whether findings may hold text of the original
 * @param extras what is measured only where it was asked for
 */
public record EvaluationOptions(GateRules rules, long seed, boolean showText, Extras extras) {

    /** Standard rules, seed 1, no text. */
    public static final EvaluationOptions STANDARD = new EvaluationOptions(GateRules.STANDARD, 1, false);

    /** Nothing extra. */
    public EvaluationOptions(GateRules rules, long seed, boolean showText) {
        this(rules, seed, showText, Extras.NONE);
    }
}
