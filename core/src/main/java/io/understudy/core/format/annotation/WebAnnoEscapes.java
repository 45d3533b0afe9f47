package io.understudy.core.format.annotation;

/** How WebAnno's TSV writes characters that mean something in it. */
final class WebAnnoEscapes {

    private WebAnnoEscapes() {}

    /** Of a {@code #Text} or an id. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\f' -> escaped.append("\\f");
                case '\r' -> escaped.append("\\r");
                case '\b' -> escaped.append("\\b");
                case '\u000b' -> escaped.append(c);
                default -> escaped.append(c < ' ' ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }

    static String plainText(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\' || i + 1 == escaped.length()) {
                text.append(c);
                continue;
            }
            char next = escaped.charAt(++i);
            switch (next) {
                case 't' -> text.append('\t');
                case 'n' -> text.append('\n');
                case 'f' -> text.append('\f');
                case 'r' -> text.append('\r');
                case 'b' -> text.append('\b');
                default -> text.append(next);
            }
        }
        return text.toString();
    }

    /** Of a feature. */
    static String value(String value) {
        StringBuilder escaped = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\t' || c == '\n') {
                escaped.append(c == '\t' ? "\\t" : "\\n");
                continue;
            }
            boolean arrow = c == '-' && i + 1 < value.length() && value.charAt(i + 1) == '>';
            escaped.append(arrow || "\\[]|_;*".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return escaped.toString();
    }

    static String plainValue(String escaped) {
        return plainText(escaped.replace("\\f", "f").replace("\\r", "r").replace("\\b", "b"));
    }
}
