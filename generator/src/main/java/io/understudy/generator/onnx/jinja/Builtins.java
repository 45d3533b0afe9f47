package io.understudy.generator.onnx.jinja;

import io.understudy.generator.onnx.jinja.Values.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Functions, filters, tests and methods that chat templates use. */
final class Builtins {

    private static final long MOST = 100_000;

    /** A filter: the value, then its arguments. */
    interface Filter {
        Object apply(Object value, List<Object> arguments, Map<String, Object> named);
    }

    private static final Map<String, Call> FUNCTIONS = Map.of(
            "raise_exception",
            (arguments, named) -> {
                throw new JinjaException("the chat template refuses this chat: "
                        + Values.text(argument(arguments, 0, "no reason given")));
            },
            "namespace",
            (arguments, named) -> Values.namespace(named),
            "dict",
            (arguments, named) -> Values.namespace(named),
            "range",
            (arguments, named) -> range(arguments));

    private static final Map<String, Filter> FILTERS = Map.ofEntries(
            Map.entry("trim", (value, arguments, named) -> Values.text(value).strip()),
            Map.entry("length", (value, arguments, named) -> length(value)),
            Map.entry("count", (value, arguments, named) -> length(value)),
            Map.entry("tojson", (value, arguments, named) -> Json.of(value)),
            Map.entry("string", (value, arguments, named) -> Values.text(value)),
            Map.entry("safe", (value, arguments, named) -> value),
            Map.entry("upper", (value, arguments, named) -> Values.text(value).toUpperCase(Locale.ROOT)),
            Map.entry("lower", (value, arguments, named) -> Values.text(value).toLowerCase(Locale.ROOT)),
            Map.entry("capitalize", (value, arguments, named) -> capitalize(Values.text(value))),
            Map.entry("title", (value, arguments, named) -> title(Values.text(value))),
            Map.entry("first", (value, arguments, named) -> Values.item(asList(value), 0L)),
            Map.entry("last", (value, arguments, named) -> Values.item(asList(value), -1L)),
            Map.entry("list", (value, arguments, named) -> Values.list(value)),
            Map.entry("items", (value, arguments, named) -> Values.items(value)),
            Map.entry("int", (value, arguments, named) -> (long) Double.parseDouble(Values.text(value))),
            Map.entry("reverse", (value, arguments, named) -> Values.slice(value, null, null, -1L)),
            Map.entry(
                    "replace",
                    (value, arguments, named) ->
                            Values.text(value).replace(Values.text(arguments.get(0)), Values.text(arguments.get(1)))),
            Map.entry(
                    "join",
                    (value, arguments, named) -> String.join(
                            Values.text(argument(arguments, 0, "")),
                            Values.list(value).stream().map(Values::text).toList())),
            Map.entry("default", (value, arguments, named) -> otherwise(value, arguments)),
            Map.entry("d", (value, arguments, named) -> otherwise(value, arguments)),
            Map.entry(
                    "map",
                    (value, arguments, named) -> Values.list(value).stream()
                            .map(each -> named.containsKey("attribute")
                                    ? Values.item(each, named.get("attribute"))
                                    : filter(Values.text(arguments.get(0))).apply(each, List.of(), Map.of()))
                            .toList()),
            Map.entry("selectattr", (value, arguments, named) -> select(value, arguments, true)),
            Map.entry("rejectattr", (value, arguments, named) -> select(value, arguments, false)),
            Map.entry(
                    "indent",
                    (value, arguments, named) -> Values.text(value)
                            .replace("\n", "\n" + " ".repeat((int) (long) (Long) argument(arguments, 0, 4L)))));

    private static final Map<String, BiPredicate<Object, List<Object>>> TESTS = Map.ofEntries(
            plain("defined", value -> value != Values.UNDEFINED),
            plain("undefined", value -> value == Values.UNDEFINED),
            plain("none", value -> value == null),
            plain("string", value -> value instanceof String),
            plain("number", value -> value instanceof Number),
            plain("integer", value -> value instanceof Long),
            plain("boolean", value -> value instanceof Boolean),
            plain("true", value -> Boolean.TRUE.equals(value)),
            plain("false", value -> Boolean.FALSE.equals(value)),
            plain("mapping", value -> value instanceof Map),
            plain("sequence", value -> value instanceof List || value instanceof String),
            plain("iterable", value -> value instanceof List || value instanceof String || value instanceof Map),
            plain("odd", value -> value instanceof Long number && Math.floorMod(number, 2) == 1),
            plain("even", value -> value instanceof Long number && Math.floorMod(number, 2) == 0),
            Map.entry("equalto", (value, arguments) -> Values.equal(value, arguments.get(0))),
            Map.entry("eq", (value, arguments) -> Values.equal(value, arguments.get(0))),
            Map.entry("in", (value, arguments) -> Values.contains(arguments.get(0), value)));

    private Builtins() {}

    private static Map.Entry<String, BiPredicate<Object, List<Object>>> plain(String name, Predicate<Object> test) {
        return Map.entry(name, (value, arguments) -> test.test(value));
    }

    static Optional<Call> function(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    static Filter filter(String name) {
        return known("filter", name, FILTERS);
    }

    static BiPredicate<Object, List<Object>> test(String name) {
        return known("test", name, TESTS);
    }

    private static <T> T known(String what, String name, Map<String, T> all) {
        T found = all.get(name);
        if (found == null) {
            throw new JinjaException("the chat template uses the " + what + " '" + name
                    + "', which is not known here; have: " + String.join(", ", new java.util.TreeSet<>(all.keySet())));
        }
        return found;
    }

    static Object argument(List<Object> arguments, int index, Object otherwise) {
        return index < arguments.size() ? arguments.get(index) : otherwise;
    }

    private static Object otherwise(Object value, List<Object> arguments) {
        boolean alsoFalse = Values.isTrue(argument(arguments, 1, false));
        return value == Values.UNDEFINED || (alsoFalse && !Values.isTrue(value)) ? argument(arguments, 0, "") : value;
    }

    private static List<Object> range(List<Object> arguments) {
        long from = arguments.size() > 1 ? (Long) arguments.get(0) : 0;
        long to = (Long) arguments.get(arguments.size() > 1 ? 1 : 0);
        long step = (Long) argument(arguments, 2, 1L);
        if (step == 0 || Math.abs((to - from) / step) > MOST) {
            throw new JinjaException("the chat template counts without an end");
        }
        List<Object> all = new ArrayList<>();
        for (long i = from; step > 0 ? i < to : i > to; i += step) {
            all.add(i);
        }
        return all;
    }

    private static Object asList(Object value) {
        return value instanceof String ? value : Values.list(value);
    }

    private static long length(Object value) {
        return value instanceof String text
                ? text.codePointCount(0, text.length())
                : value instanceof Map<?, ?> map
                        ? map.size()
                        : Values.list(value).size();
    }

    private static String capitalize(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String title(String text) {
        return Pattern.compile("\\p{L}+").matcher(text).replaceAll(word -> capitalize(word.group()));
    }

    private static List<Object> select(Object value, List<Object> arguments, boolean wanted) {
        List<Object> rest = arguments.size() > 2 ? arguments.subList(2, arguments.size()) : List.of();
        List<Object> kept = new ArrayList<>();
        for (Object each : Values.list(value)) {
            Object attribute = Values.item(each, arguments.get(0));
            boolean is = arguments.size() > 1
                    ? test(Values.text(arguments.get(1)).replace("==", "eq")).test(attribute, rest)
                    : Values.isTrue(attribute);
            if (is == wanted) {
                kept.add(each);
            }
        }
        return kept;
    }

    /** A method of Python's strings, lists and dictionaries. */
    static Object method(Object of, String name, List<Object> arguments) {
        if (of instanceof String text) {
            return switch (name) {
                case "strip" -> strip(text, arguments, true, true);
                case "lstrip" -> strip(text, arguments, true, false);
                case "rstrip" -> strip(text, arguments, false, true);
                case "upper" -> text.toUpperCase(Locale.ROOT);
                case "lower" -> text.toLowerCase(Locale.ROOT);
                case "title" -> title(text);
                case "capitalize" -> capitalize(text);
                case "startswith" -> affix(arguments.get(0)).stream().anyMatch(text::startsWith);
                case "endswith" -> affix(arguments.get(0)).stream().anyMatch(text::endsWith);
                case "replace" -> text.replace(Values.text(arguments.get(0)), Values.text(arguments.get(1)));
                case "find" -> (long) text.indexOf(Values.text(arguments.get(0)));
                case "count" -> (long) text.split(Pattern.quote(Values.text(arguments.get(0))), -1).length - 1;
                case "split" -> split(text, arguments);
                case "join" ->
                    String.join(
                            text,
                            Values.list(arguments.get(0)).stream()
                                    .map(Values::text)
                                    .toList());
                default -> throw unknown(of, name);
            };
        }
        if (of instanceof Map<?, ?> map) {
            return switch (name) {
                case "items" -> Values.items(map);
                case "keys" -> new ArrayList<Object>(map.keySet());
                case "values" -> new ArrayList<Object>(map.values());
                case "get" ->
                    map.containsKey(arguments.get(0)) ? map.get(arguments.get(0)) : argument(arguments, 1, null);
                default -> throw unknown(of, name);
            };
        }
        throw unknown(of, name);
    }

    private static List<String> affix(Object argument) {
        return argument instanceof List<?> list
                ? list.stream().map(Values::text).toList()
                : List.of(Values.text(argument));
    }

    private static JinjaException unknown(Object of, String name) {
        return new JinjaException(
                "the chat template calls '" + name + "' on " + Values.kind(of) + ", which is not known here");
    }

    private static String strip(String text, List<Object> arguments, boolean left, boolean right) {
        String signs = arguments.isEmpty() ? null : Values.text(arguments.get(0));
        int from = 0;
        int to = text.length();
        while (left && from < to && goes(text.charAt(from), signs)) {
            from++;
        }
        while (right && to > from && goes(text.charAt(to - 1), signs)) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean goes(char c, String signs) {
        return signs == null ? Character.isWhitespace(c) : signs.indexOf(c) >= 0;
    }

    private static List<Object> split(String text, List<Object> arguments) {
        if (arguments.isEmpty() || arguments.get(0) == null) {
            String stripped = text.strip();
            return stripped.isEmpty() ? new ArrayList<>() : new ArrayList<>(Arrays.asList(stripped.split("\\s+")));
        }
        long most = arguments.size() > 1 ? (Long) arguments.get(1) : -1;
        String[] parts = text.split(
                Pattern.quote(Values.text(arguments.get(0))), most < 0 ? -1 : (int) Math.min(most + 1, MOST));
        return new ArrayList<>(Arrays.asList(parts));
    }
}
