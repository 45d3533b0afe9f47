package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.Definition.Rule;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Inline;
import io.understudy.templates.grammar.Expression.Reference;
import io.understudy.templates.grammar.Finding;
import io.understudy.templates.grammar.Grammar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Definitions that no intent comes to; those of imported files may wait for other grammars. */
final class Unused {

    private Unused() {}

    static List<Finding> of(Grammar grammar, Names names) {
        Set<String> met = new HashSet<>();
        Set<String> files = new HashSet<>();
        Deque<Expression> open = new ArrayDeque<>();
        for (Intent intent : grammar.intents()) {
            open.add(intent.body());
            files.add(intent.at().file());
        }
        while (!open.isEmpty()) {
            Walk.all(open.poll(), expression -> {
                if (expression instanceof Reference reference) {
                    names.rules(reference).stream()
                            .filter(rule -> met.add(Names.key(rule)))
                            .forEach(rule -> open.add(rule.body()));
                } else if (expression instanceof Inline inline) {
                    names.slot(inline.slot()).ifPresent(slot -> met.add(Names.key(slot)));
                }
            });
        }
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : grammar.rules()) {
            if (!met.contains(Names.key(rule)) && files.contains(rule.at().file())) {
                String kind = Names.kind(rule instanceof io.understudy.templates.grammar.Definition.Slot);
                findings.add(Finding.warning(rule.at(), "the " + kind + " '" + Names.shown(rule) + "' is never used"));
            }
        }
        return findings;
    }
}
