package io.understudy.generator.onnx.jinja;

import io.understudy.generator.onnx.jinja.Jinja.Scope;
import io.understudy.generator.onnx.jinja.Lexer.Kind;
import io.understudy.generator.onnx.jinja.Lexer.Token;
import io.understudy.generator.onnx.jinja.Values.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads statements; expressions are {@link Expressions}' matter. */
final class Parser {

    /** Something that writes or sets. */
    interface Statement {
        void run(Scope scope);
    }

    /** Ends a loop's round or the loop. */
    private static final class Jump extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final boolean on;

        Jump(boolean on) {
            super(null, null, false, false);
            this.on = on;
        }
    }

    private final Expressions expressions;

    Parser(List<Token> tokens) {
        this.expressions = new Expressions(tokens);
    }

    static void run(List<Statement> statements, Scope scope) {
        statements.forEach(statement -> statement.run(scope));
    }

    List<Statement> all() {
        List<Statement> all = until(Set.of());
        if (expressions.peek().kind() != Kind.END) {
            throw new JinjaException("the chat template ends a block that was not begun");
        }
        return all;
    }

    /** Statements up to a block that begins with one of these words; the block's begin and word are read. */
    private List<Statement> until(Set<String> ends) {
        List<Statement> all = new ArrayList<>();
        while (true) {
            Token token = expressions.peek();
            if (token.kind() == Kind.END) {
                if (!ends.isEmpty()) {
                    throw new JinjaException("the chat template has a block without an end; expected "
                            + String.join(" or ", new java.util.TreeSet<>(ends)));
                }
                return all;
            }
            expressions.next();
            if (token.kind() == Kind.TEXT) {
                all.add(scope -> scope.write(token.text()));
            } else if (token.kind() == Kind.BEGIN_OUTPUT) {
                Expressions.Expression value = expressions.expression();
                expressions.expect(Kind.END_OUTPUT, "");
                all.add(scope -> scope.write(Values.text(value.in(scope))));
            } else if (token.kind() == Kind.BEGIN_BLOCK) {
                String word = expressions.name();
                if (ends.contains(word)) {
                    last = word;
                    return all;
                }
                all.add(block(word));
            } else {
                throw new JinjaException("the chat template cannot be read near '" + token.text() + "'");
            }
        }
    }

    private String last = "";

    private void close() {
        expressions.expect(Kind.END_BLOCK, "");
    }

    private Statement block(String word) {
        return switch (word) {
            case "if" -> condition();
            case "for" -> loop();
            case "set" -> assignment();
            case "macro" -> macro();
            case "generation" -> {
                close();
                List<Statement> body = until(Set.of("endgeneration"));
                close();
                yield scope -> run(body, scope);
            }
            case "break", "continue" -> {
                close();
                boolean on = word.equals("continue");
                yield scope -> {
                    throw new Jump(on);
                };
            }
            default ->
                throw new JinjaException("the chat template uses '{% " + word
                        + " %}', which is not known here; have: if, for, set, macro, generation, break, continue");
        };
    }

    private Statement condition() {
        Expressions.Expression test = expressions.expression();
        close();
        List<Statement> then = until(Set.of("elif", "else", "endif"));
        List<Statement> otherwise;
        if (last.equals("elif")) {
            otherwise = List.of(condition());
        } else if (last.equals("else")) {
            close();
            otherwise = until(Set.of("endif"));
            close();
        } else {
            close();
            otherwise = List.of();
        }
        return scope -> run(Values.isTrue(test.in(scope)) ? then : otherwise, scope);
    }

    private Statement loop() {
        List<String> names = new ArrayList<>();
        do {
            names.add(expressions.name());
        } while (expressions.accept(Kind.SIGN, ","));
        expressions.expect(Kind.NAME, "in");
        Expressions.Expression list = expressions.withoutCondition();
        Expressions.Expression filter = expressions.accept(Kind.NAME, "if") ? expressions.expression() : scope -> true;
        close();
        List<Statement> body = until(Set.of("else", "endfor"));
        List<Statement> empty = List.of();
        if (last.equals("else")) {
            close();
            empty = until(Set.of("endfor"));
        }
        close();
        List<Statement> none = empty;
        return scope -> {
            List<Object> kept = new ArrayList<>();
            for (Object each : Values.list(list.in(scope))) {
                Scope inner = scope.inner();
                bind(names, each, inner);
                if (Values.isTrue(filter.in(inner))) {
                    kept.add(each);
                }
            }
            if (kept.isEmpty()) {
                run(none, scope);
            }
            for (int i = 0; i < kept.size(); i++) {
                Scope inner = scope.inner();
                bind(names, kept.get(i), inner);
                inner.variables.put("loop", place(kept, i));
                try {
                    run(body, inner);
                } catch (Jump jump) {
                    if (!jump.on) {
                        break;
                    }
                }
            }
        };
    }

    private static Map<String, Object> place(List<Object> all, int i) {
        Map<String, Object> place = new HashMap<>();
        place.put("index", i + 1L);
        place.put("index0", (long) i);
        place.put("revindex", (long) all.size() - i);
        place.put("revindex0", all.size() - 1L - i);
        place.put("first", i == 0);
        place.put("last", i == all.size() - 1);
        place.put("length", (long) all.size());
        place.put("previtem", i == 0 ? Values.UNDEFINED : all.get(i - 1));
        place.put("nextitem", i == all.size() - 1 ? Values.UNDEFINED : all.get(i + 1));
        return place;
    }

    private static void bind(List<String> names, Object value, Scope scope) {
        if (names.size() == 1) {
            scope.variables.put(names.get(0), value);
            return;
        }
        List<Object> parts = Values.list(value);
        for (int i = 0; i < names.size(); i++) {
            scope.variables.put(names.get(i), Values.item(parts, (long) i));
        }
    }

    @SuppressWarnings("unchecked")
    private Statement assignment() {
        String name = expressions.name();
        String attribute = expressions.accept(Kind.SIGN, ".") ? expressions.name() : "";
        if (!expressions.accept(Kind.SIGN, "=")) {
            close();
            List<Statement> body = until(Set.of("endset"));
            close();
            return scope -> scope.variables.put(name, written(body, scope));
        }
        Expressions.Expression value = expressions.expression();
        close();
        return scope -> {
            if (attribute.isEmpty()) {
                scope.variables.put(name, value.in(scope));
            } else {
                ((Map<String, Object>) scope.get(name)).put(attribute, value.in(scope));
            }
        };
    }

    private static String written(List<Statement> body, Scope scope) {
        Scope inner = new Scope(new HashMap<>(), scope, new StringBuilder());
        run(body, inner);
        return inner.out.toString();
    }

    private Statement macro() {
        String name = expressions.name();
        Map<String, Expressions.Expression> parameters = new LinkedHashMap<>();
        expressions.expect(Kind.SIGN, "(");
        while (!expressions.accept(Kind.SIGN, ")")) {
            String parameter = expressions.name();
            parameters.put(
                    parameter,
                    expressions.accept(Kind.SIGN, "=") ? expressions.expression() : scope -> Values.UNDEFINED);
            expressions.accept(Kind.SIGN, ",");
        }
        close();
        List<Statement> body = until(Set.of("endmacro"));
        close();
        return scope -> {
            Call call = (arguments, named) -> {
                Scope inner = new Scope(new HashMap<>(), scope, new StringBuilder());
                int i = 0;
                for (Map.Entry<String, Expressions.Expression> parameter : parameters.entrySet()) {
                    Object value = i < arguments.size()
                            ? arguments.get(i)
                            : named.containsKey(parameter.getKey())
                                    ? named.get(parameter.getKey())
                                    : parameter.getValue().in(scope);
                    inner.variables.put(parameter.getKey(), value);
                    i++;
                }
                run(body, inner);
                return inner.out.toString();
            };
            scope.variables.put(name, call);
        };
    }
}
