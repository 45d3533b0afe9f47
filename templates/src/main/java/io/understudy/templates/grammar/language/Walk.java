package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Definition;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Capital;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Inline;
import io.understudy.templates.grammar.Expression.Maybe;
import io.understudy.templates.grammar.Expression.Named;
import io.understudy.templates.grammar.Expression.Reference;
import io.understudy.templates.grammar.Expression.Sequence;
import io.understudy.templates.grammar.Expression.Tossed;
import io.understudy.templates.grammar.Expression.Valued;
import io.understudy.templates.grammar.Grammar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Goes through what is written in an expression; does not follow references. */
public final class Walk {

    private Walk() {}

    /** All that is written as one of several in a grammar: lines of definitions, and what stands between bars. */
    public static List<Alternative> alternatives(Grammar grammar) {
        List<Definition> definitions = new ArrayList<>(grammar.intents());
        definitions.addAll(grammar.rules());
        List<Alternative> all = new ArrayList<>();
        for (Definition definition : definitions) {
            all(definition.body(), each -> {
                if (each instanceof Choice choice) {
                    all.addAll(choice.alternatives());
                }
            });
        }
        return all;
    }

    static List<Expression> parts(Expression expression) {
        if (expression instanceof Sequence sequence) {
            return sequence.parts();
        }
        if (expression instanceof Choice choice) {
            return choice.alternatives().stream().map(Alternative::body).toList();
        }
        if (expression instanceof Reference reference) {
            return reference.arguments();
        }
        return body(expression);
    }

    private static List<Expression> body(Expression expression) {
        if (expression instanceof Maybe maybe) {
            return List.of(maybe.body());
        }
        if (expression instanceof Tossed tossed) {
            return List.of(tossed.body());
        }
        if (expression instanceof Inline inline) {
            return List.of(inline.body());
        }
        if (expression instanceof Valued valued) {
            return List.of(valued.body());
        }
        if (expression instanceof Named named) {
            return List.of(named.body());
        }
        return expression instanceof Capital capital ? List.of(capital.body()) : List.of();
    }

    /** All, from the outside in, from left to right; needs no stack. */
    public static void all(Expression expression, Consumer<Expression> visitor) {
        Deque<Expression> open = new ArrayDeque<>();
        open.push(expression);
        while (!open.isEmpty()) {
            Expression next = open.pop();
            visitor.accept(next);
            List<Expression> parts = parts(next);
            for (int i = parts.size() - 1; i >= 0; i--) {
                open.push(parts.get(i));
            }
        }
    }
}
