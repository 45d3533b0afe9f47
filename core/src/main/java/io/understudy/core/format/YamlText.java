package io.understudy.core.format;

import java.util.regex.Pattern;

/** Texts as YAML writes them: as they are where every reader takes them for a text, else in double quotes. */
public final class YamlText {

    /** Neither a number, a truth value, nothing, a date nor a sign of YAML's own. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z](?:[A-Za-z0-9_./+ -]*[A-Za-z0-9_./+-])?");

    private static final Pattern WORD_OF_YAML =
            Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf|[0-9.e+_-]+");

    private YamlText() {}

    /** @throws IllegalArgumentException if a surrogate stands alone */
    public static String of(String text) {
        return PLAIN.matcher(text).matches()
                        && !text.contains("  ")
                        && !WORD_OF_YAML.matcher(text).matches()
                ? text
                : quoted(text);
    }

    /** In double quotes, on one line. */
    public static String quoted(String text) {
        Utf8.requireWhole("text", text);
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isPrintable(c)) {
                        out.append(c);
                    } else {
                        out.append("\\u").append(String.format("%04x", (int) c));
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /** A JSON text as YAML reads it: what YAML forbids, and JSON does not, is escaped. */
    public static String json(String json) {
        if (isLine(json)) {
            return json;
        }
        StringBuilder out = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t') {
                out.append(' ');
            } else if (isPrintable(c)) {
                out.append(c);
            } else {
                out.append(String.format("\\u%04x", (int) c));
            }
        }
        return out.toString();
    }

    /** Whether it can stand as one line of a block text ({@code |}), where nothing is escaped. */
    public static boolean isLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\t' && !isPrintable(c)) {
                return false;
            }
        }
        return true;
    }

    /** And no line break of anybody's: YAML's or Python's. */
    private static boolean isPrintable(char c) {
        return (c >= ' ' && c < 0x7f) || (c >= 0xa0 && c < 0xfffe && c != 0x2028 && c != 0x2029 && c != 0xfeff);
    }
}
