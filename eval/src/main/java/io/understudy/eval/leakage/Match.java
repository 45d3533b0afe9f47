package io.understudy.eval.leakage;

import io.understudy.eval.leakage.Finding.Severity;

/**
 * Something of a corpus that a line says.
 *
 * @param run number of the surface in {@link KnownText#runs}, or -1 where it is none that running text is searched for
 * @param record that says it first
 * @param label number of its label there, or {@link #NO_LABEL}
 * @param text what the line says, normalised
 */
record Match(Rule rule, Severity severity, int run, int record, int label, String text) {

    static final int NO_LABEL = -1;

    static Match of(Rule rule, Severity severity, Ledger ledger, int thing, String text, boolean isRun) {
        return new Match(rule, severity, isRun ? thing : -1, ledger.first(thing), ledger.label(thing), text);
    }

    /** Something that is no leak by itself and belongs to no label. */
    static Match weak(Rule rule, int record, String text) {
        return new Match(rule, Severity.WEAK, -1, record, NO_LABEL, text);
    }

    /** Whether the other one adds nothing: it is the same surface, or part of the same words, and no worse. */
    boolean says(Match other) {
        return (severity == Severity.HARD && (isSame(other) || text.contains(other.text)))
                || (rule == other.rule && text.equals(other.text));
    }

    boolean isSame(Match other) {
        return run >= 0 && run == other.run;
    }
}
