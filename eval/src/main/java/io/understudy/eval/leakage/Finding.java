package io.understudy.eval.leakage;

import java.util.Optional;

/**
 * Something of the original that came through.
 *
 * @param synthetic id of the synthetic line
 * @param original id of the first original record that says it
 * @param rule key of a {@link Rule}
 * @param severity hard findings are leaks; weak ones deserve a look
 * @param label of the mention in the original, for rules about a mention
 * @param saidBy how many original records say it; 0 where that is not counted
 * @param text what came through, normalised; given only where text may be shown
 */
public record Finding(
        String synthetic,
        String original,
        String rule,
        Severity severity,
        Optional<String> label,
        int saidBy,
        Optional<String> text) {

    /** How bad. */
    public enum Severity {
        HARD,
        WEAK
    }
}
