package io.understudy.generator.onnx.jinja;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What values are and how they combine, as in Python. */
final class Values {

    /** A name or key that is not there. */
    static final Object UNDEFINED = new Object() {
        @Override
        public String toString() {
            return "";
        }
    };

    /** Something that can be called. */
    @FunctionalInterface
    interface Call {
        Object call(List<Object> arguments, Map<String, Object> named);
    }

    private Values() {}

    static boolean isTrue(Object value) {
        if (value == null || value == UNDEFINED) {
            return false;
        }
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        return value instanceof String text
                ? !text.isEmpty()
                : value instanceof Collection<?> list
                        ? !list.isEmpty()
                        : !(value instanceof Map<?, ?> map) || !map.isEmpty();
    }

    static String text(Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        return value instanceof List || value instanceof Map ? Json.python(value) : value.toString();
    }

    static Object plus(Object a, Object b) {
        if (a instanceof String && b instanceof String) {
            return a.toString() + b;
        }
        if (a instanceof List<?> first && b instanceof List<?> second) {
            List<Object> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }
        return number("+", a, b);
    }

    static Object number(String sign, Object a, Object b) {
        if (!(a instanceof Number first) || !(b instanceof Number second)) {
            throw new JinjaException(
                    "the chat template cannot be followed: '" + sign + "' between " + kind(a) + " and " + kind(b));
        }
        if (a instanceof Long && b instanceof Long && !sign.equals("/")) {
            long x = first.longValue();
            long y = second.longValue();
            if (y == 0 && (sign.equals("//") || sign.equals("%"))) {
                throw new JinjaException("the chat template divides by zero");
            }
            return switch (sign) {
                case "+" -> x + y;
                case "-" -> x - y;
                case "*" -> x * y;
                case "//" -> Math.floorDiv(x, y);
                default -> Math.floorMod(x, y);
            };
        }
        double x = first.doubleValue();
        double y = second.doubleValue();
        return switch (sign) {
            case "+" -> x + y;
            case "-" -> x - y;
            case "*" -> x * y;
            case "/" -> x / y;
            case "//" -> Math.floor(x / y);
            default -> x - y * Math.floor(x / y);
        };
    }

    static boolean equal(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return x.doubleValue() == y.doubleValue();
        }
        return Objects.equals(a, b);
    }

    static int compare(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        }
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        }
        throw new JinjaException("the chat template cannot be followed: " + kind(a) + " is compared with " + kind(b));
    }

    static boolean contains(Object all, Object one) {
        if (all instanceof String text) {
            return text.contains(text(one));
        }
        if (all instanceof Map<?, ?> map) {
            return map.containsKey(one);
        }
        return all instanceof Collection<?> list && list.stream().anyMatch(each -> equal(each, one));
    }

    static List<Object> list(Object value) {
        if (value instanceof Collection<?> list) {
            return new ArrayList<>(list);
        }
        if (value instanceof Map<?, ?> map) {
            return new ArrayList<>(map.keySet());
        }
        if (value instanceof String text) {
            return new ArrayList<>(
                    text.codePoints().mapToObj(Character::toString).toList());
        }
        if (value == UNDEFINED) {
            return new ArrayList<>();
        }
        throw new JinjaException("the chat template cannot be followed: a loop over " + kind(value));
    }

    static Object item(Object of, Object key) {
        if (of instanceof Map<?, ?> map) {
            return map.containsKey(key) ? map.get(key) : UNDEFINED;
        }
        if (key instanceof Long index && (of instanceof List || of instanceof String)) {
            int size = of instanceof List<?> list ? list.size() : ((String) of).length();
            int at = (int) (index < 0 ? index + size : index);
            if (at < 0 || at >= size) {
                return UNDEFINED;
            }
            return of instanceof List<?> list ? list.get(at) : ((String) of).substring(at, at + 1);
        }
        if (of == null || of == UNDEFINED) {
            throw new JinjaException("the chat template cannot be followed: it looks into a value that is not there");
        }
        return UNDEFINED;
    }

    static Object slice(Object of, Object from, Object to, Object step) {
        long by = step == null ? 1 : ((Number) step).longValue();
        int size = of instanceof List<?> list ? list.size() : text(of).length();
        long first = bound(from, by > 0 ? 0 : size - 1, size, by);
        long last = bound(to, by > 0 ? size : -1, size, by);
        List<Object> out = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (long i = first; by > 0 ? i < last : i > last; i += by) {
            if (of instanceof List<?> list) {
                out.add(list.get((int) i));
            } else {
                text.append(text(of).charAt((int) i));
            }
        }
        return of instanceof List ? out : text.toString();
    }

    private static long bound(Object given, long otherwise, int size, long by) {
        if (given == null) {
            return otherwise;
        }
        long at = ((Number) given).longValue();
        at = at < 0 ? at + size : at;
        return by > 0 ? Math.max(0, Math.min(size, at)) : Math.max(-1, Math.min(size - 1L, at));
    }

    static List<Object> items(Object map) {
        List<Object> items = new ArrayList<>();
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> items.add(java.util.Arrays.asList(key, value)));
        }
        return items;
    }

    static Map<String, Object> namespace(Map<String, Object> named) {
        return new LinkedHashMap<>(named);
    }

    static String kind(Object value) {
        return value == null
                ? "none"
                : value == UNDEFINED
                        ? "an undefined value"
                        : value instanceof String
                                ? "a string"
                                : value instanceof Number
                                        ? "a number"
                                        : value instanceof Map
                                                ? "a mapping"
                                                : value instanceof List ? "a list" : "a value";
    }
}
