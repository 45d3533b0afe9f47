package io.understudy.generator.onnx.jinja;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A chat template. Block tags take their line with them, as Hugging Face's {@code transformers} renders them.
 * Thread-safe.
 */
public final class Jinja {

    private static final int LONGEST = 10_000_000;

    private final List<Parser.Statement> statements;

    private Jinja(List<Parser.Statement> statements) {
        this.statements = statements;
    }

    /** @throws JinjaException if the template uses what is not known here, or is no template */
    public static Jinja parse(String template) {
        return new Jinja(new Parser(Lexer.tokens(template)).all());
    }

    /**
     * @param variables strings, numbers, truth values, lists and maps of these
     * @throws JinjaException if the template refuses them ({@code raise_exception}) or cannot be followed
     */
    public String render(Map<String, Object> variables) {
        Scope scope = new Scope(new HashMap<>(variables), null, new StringBuilder());
        try {
            Parser.run(statements, scope);
        } catch (ClassCastException | StackOverflowError e) {
            throw new JinjaException("the chat template cannot be followed: a value is of an unexpected kind");
        }
        return scope.out.toString();
    }

    /** Variables, those of the outer blocks behind them. */
    static final class Scope {
        final Map<String, Object> variables;
        final Scope outer;
        final StringBuilder out;

        Scope(Map<String, Object> variables, Scope outer, StringBuilder out) {
            this.variables = variables;
            this.outer = outer;
            this.out = out;
        }

        Scope inner() {
            return new Scope(new HashMap<>(), this, out);
        }

        Object get(String name) {
            for (Scope scope = this; scope != null; scope = scope.outer) {
                if (scope.variables.containsKey(name)) {
                    return scope.variables.get(name);
                }
            }
            return Values.UNDEFINED;
        }

        void write(String text) {
            if (out.length() + text.length() > LONGEST) {
                throw new JinjaException("the chat template writes without an end");
            }
            out.append(text);
        }
    }
}
