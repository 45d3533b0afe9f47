package io.understudy.generator.onnx.jinja;

import io.understudy.generator.onnx.jinja.Jinja.Scope;
import io.understudy.generator.onnx.jinja.Lexer.Kind;
import io.understudy.generator.onnx.jinja.Lexer.Token;
import io.understudy.generator.onnx.jinja.Values.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Reads expressions, by descent through Python's levels of precedence. */
final class Expressions {

    /** Something that has a value. */
    interface Expression {
        Object in(Scope scope);
    }

    private final List<Token> tokens;
    private int at;

    Expressions(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        return tokens.get(at++);
    }

    boolean accept(Kind kind, String text) {
        boolean is = peek().is(kind, text);
        at += is ? 1 : 0;
        return is;
    }

    void expect(Kind kind, String text) {
        if (!accept(kind, text)) {
            throw new JinjaException("the chat template cannot be read: found '" + peek().text() + "', expected "
                    + (text.isEmpty() ? "the end of a tag" : "'" + text + "'"));
        }
    }

    String name() {
        Token token = next();
        if (token.kind() != Kind.NAME) {
            throw new JinjaException("the chat template cannot be read: found '" + token.text() + "', expected a name");
        }
        return token.text();
    }

    Expression expression() {
        Expression value = withoutCondition();
        if (!accept(Kind.NAME, "if")) {
            return value;
        }
        Expression test = withoutCondition();
        Expression otherwise = accept(Kind.NAME, "else") ? expression() : scope -> Values.UNDEFINED;
        return scope -> Values.isTrue(test.in(scope)) ? value.in(scope) : otherwise.in(scope);
    }

    Expression withoutCondition() {
        Expression left = and();
        while (accept(Kind.NAME, "or")) {
            Expression first = left;
            Expression second = and();
            left = scope -> {
                Object value = first.in(scope);
                return Values.isTrue(value) ? value : second.in(scope);
            };
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (accept(Kind.NAME, "and")) {
            Expression first = left;
            Expression second = not();
            left = scope -> {
                Object value = first.in(scope);
                return Values.isTrue(value) ? second.in(scope) : value;
            };
        }
        return left;
    }

    private Expression not() {
        if (accept(Kind.NAME, "not")) {
            Expression value = not();
            return scope -> !Values.isTrue(value.in(scope));
        }
        return comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        while (true) {
            Expression first = left;
            if (accept(Kind.NAME, "is")) {
                left = test(first);
                continue;
            }
            boolean not = peek().is(Kind.NAME, "not") && tokens.get(at + 1).is(Kind.NAME, "in");
            at += not ? 1 : 0;
            if (accept(Kind.NAME, "in")) {
                Expression second = sum();
                left = scope -> Values.contains(second.in(scope), first.in(scope)) != not;
                continue;
            }
            String sign = peek().kind() == Kind.SIGN ? peek().text() : "";
            if (!Set.of("==", "!=", "<", ">", "<=", ">=").contains(sign)) {
                return left;
            }
            at++;
            Expression second = sum();
            left = scope -> compare(sign, first.in(scope), second.in(scope));
        }
    }

    private static boolean compare(String sign, Object a, Object b) {
        return switch (sign) {
            case "==" -> Values.equal(a, b);
            case "!=" -> !Values.equal(a, b);
            case "<" -> Values.compare(a, b) < 0;
            case ">" -> Values.compare(a, b) > 0;
            case "<=" -> Values.compare(a, b) <= 0;
            default -> Values.compare(a, b) >= 0;
        };
    }

    private Expression test(Expression value) {
        boolean not = accept(Kind.NAME, "not");
        BiPredicate<Object, List<Object>> test = Builtins.test(name());
        List<Expression> arguments = new ArrayList<>();
        if (accept(Kind.SIGN, "(")) {
            arguments(arguments, new LinkedHashMap<>());
        } else if (Set.of(Kind.STRING, Kind.NUMBER).contains(peek().kind())) {
            arguments.add(primary());
        }
        return scope -> test.test(value.in(scope), all(arguments, scope)) != not;
    }

    private Expression sum() {
        Expression left = product();
        while (true) {
            Expression first = left;
            if (accept(Kind.SIGN, "+")) {
                Expression second = product();
                left = scope -> Values.plus(first.in(scope), second.in(scope));
            } else if (accept(Kind.SIGN, "-")) {
                Expression second = product();
                left = scope -> Values.number("-", first.in(scope), second.in(scope));
            } else if (accept(Kind.SIGN, "~")) {
                Expression second = product();
                left = scope -> Values.text(first.in(scope)) + Values.text(second.in(scope));
            } else {
                return left;
            }
        }
    }

    private Expression product() {
        Expression left = unary();
        while (peek().kind() == Kind.SIGN && Set.of("*", "/", "//", "%").contains(peek().text())) {
            String sign = next().text();
            Expression first = left;
            Expression second = unary();
            left = scope -> Values.number(sign, first.in(scope), second.in(scope));
        }
        return left;
    }

    private Expression unary() {
        if (accept(Kind.SIGN, "-")) {
            Expression value = unary();
            return scope -> Values.number("-", 0L, value.in(scope));
        }
        Expression value = postfix(primary());
        while (accept(Kind.SIGN, "|")) {
            value = filtered(value);
        }
        return value;
    }

    private Expression filtered(Expression value) {
        Builtins.Filter filter = Builtins.filter(name());
        List<Expression> arguments = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        if (accept(Kind.SIGN, "(")) {
            arguments(arguments, named);
        }
        return postfix(scope -> filter.apply(value.in(scope), all(arguments, scope), all(named, scope)));
    }

    private Expression postfix(Expression start) {
        Expression value = start;
        while (true) {
            Expression of = value;
            if (accept(Kind.SIGN, ".")) {
                String name = name();
                if (accept(Kind.SIGN, "(")) {
                    List<Expression> arguments = new ArrayList<>();
                    arguments(arguments, new LinkedHashMap<>());
                    value = scope -> Builtins.method(of.in(scope), name, all(arguments, scope));
                } else {
                    value = scope -> Values.item(of.in(scope), name);
                }
            } else if (accept(Kind.SIGN, "[")) {
                value = item(of);
            } else if (accept(Kind.SIGN, "(")) {
                List<Expression> arguments = new ArrayList<>();
                Map<String, Expression> named = new LinkedHashMap<>();
                arguments(arguments, named);
                value = scope -> {
                    if (of.in(scope) instanceof Call call) {
                        return call.call(all(arguments, scope), all(named, scope));
                    }
                    throw new JinjaException("the chat template calls a function that is not known here");
                };
            } else {
                return value;
            }
        }
    }

    private Expression item(Expression of) {
        Expression none = scope -> null;
        Expression first = peek().is(Kind.SIGN, ":") ? none : expression();
        if (!accept(Kind.SIGN, ":")) {
            expect(Kind.SIGN, "]");
            return scope -> Values.item(of.in(scope), first.in(scope));
        }
        Expression second = peek().is(Kind.SIGN, ":") || peek().is(Kind.SIGN, "]") ? none : expression();
        Expression step = accept(Kind.SIGN, ":") && !peek().is(Kind.SIGN, "]") ? expression() : none;
        expect(Kind.SIGN, "]");
        return scope -> Values.slice(of.in(scope), first.in(scope), second.in(scope), step.in(scope));
    }

    /** Arguments up to the closing bracket. */
    private void arguments(List<Expression> arguments, Map<String, Expression> named) {
        while (!accept(Kind.SIGN, ")")) {
            if (peek().kind() == Kind.NAME && tokens.get(at + 1).is(Kind.SIGN, "=")) {
                String name = name();
                at++;
                named.put(name, expression());
            } else {
                arguments.add(expression());
            }
            if (!peek().is(Kind.SIGN, ")")) {
                expect(Kind.SIGN, ",");
            }
        }
    }

    private static List<Object> all(List<Expression> expressions, Scope scope) {
        List<Object> values = new ArrayList<>();
        expressions.forEach(each -> values.add(each.in(scope)));
        return values;
    }

    private static Map<String, Object> all(Map<String, Expression> expressions, Scope scope) {
        Map<String, Object> values = new LinkedHashMap<>();
        expressions.forEach((name, each) -> values.put(name, each.in(scope)));
        return values;
    }

    private Expression primary() {
        Token token = next();
        switch (token.kind()) {
            case STRING -> {
                StringBuilder text = new StringBuilder(token.text());
                while (peek().kind() == Kind.STRING) {
                    text.append(next().text());
                }
                String value = text.toString();
                return scope -> value;
            }
            case NUMBER -> {
                Object value = token.text().contains(".")
                        ? (Object) Double.valueOf(token.text())
                        : (Object) Long.valueOf(token.text());
                return scope -> value;
            }
            case NAME -> {
                return named(token.text());
            }
            default -> {
                return switch (token.text()) {
                    case "(" -> tuple();
                    case "[" -> list("]");
                    case "{" -> map();
                    default ->
                        throw new JinjaException(
                                "the chat template cannot be read: found '" + token.text() + "', expected a value");
                };
            }
        }
    }

    private static Expression named(String name) {
        return switch (name) {
            case "true", "True" -> scope -> true;
            case "false", "False" -> scope -> false;
            case "none", "None" -> scope -> null;
            default ->
                scope -> {
                    Object value = scope.get(name);
                    return value == Values.UNDEFINED
                            ? Builtins.function(name).map(Object.class::cast).orElse(value)
                            : value;
                };
        };
    }

    private Expression tuple() {
        Expression first = expression();
        if (accept(Kind.SIGN, ")")) {
            return first;
        }
        expect(Kind.SIGN, ",");
        Expression rest = list(")");
        return scope -> Values.plus(List.of(first.in(scope)), rest.in(scope));
    }

    private Expression list(String end) {
        List<Expression> items = new ArrayList<>();
        while (!accept(Kind.SIGN, end)) {
            items.add(expression());
            if (!peek().is(Kind.SIGN, end)) {
                expect(Kind.SIGN, ",");
            }
        }
        return scope -> all(items, scope);
    }

    private Expression map() {
        Map<Expression, Expression> entries = new LinkedHashMap<>();
        while (!accept(Kind.SIGN, "}")) {
            Expression key = expression();
            expect(Kind.SIGN, ":");
            entries.put(key, expression());
            if (!peek().is(Kind.SIGN, "}")) {
                expect(Kind.SIGN, ",");
            }
        }
        return scope -> {
            Map<String, Object> map = new LinkedHashMap<>();
            entries.forEach((key, value) -> map.put(Values.text(key.in(scope)), value.in(scope)));
            return map;
        };
    }
}
