package io.understudy.templates.grammar;

import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.Definition.Rule;
import java.util.List;

/**
 * A grammar as it is written, its imports read: what a reader makes, a writer writes and {@code grammar.language}
 * counts.
 *
 * @param intents in the order of the file
 * @param rules slots and aliases, in the order of the file
 */
public record Grammar(List<Intent> intents, List<Rule> rules, List<Constraint> constraints) {
    public Grammar {
        intents = List.copyOf(intents);
        rules = List.copyOf(rules);
        constraints = List.copyOf(constraints);
    }
}
