package io.understudy.formats.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters in cells. What XML cannot say, and carriage returns, which it would change, are written as
 * {@code _x000D_}; so is the underscore of what looks like such an escape (ECMA-376, ST_Xstring).
 */
final class CellText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private CellText() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        Matcher looksEscaped = ESCAPE.matcher(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean unsayable = (c < ' ' && c != '\t' && c != '\n') || c == '\ufffe' || c == '\uffff';
            if (unsayable || (c == '_' && looksEscaped.region(i, text.length()).lookingAt())) {
                escaped.append("_x%04X_".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Adds what is escaped as characters of XML. */
    static void appendXml(StringBuilder xml, String escaped) {
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> xml.append(c);
            }
        }
    }

    static String plain(String escaped) {
        return escaped.indexOf("_x") < 0
                ? escaped
                : ESCAPE.matcher(escaped)
                        .replaceAll(match -> Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(match.group(1), 16))));
    }
}
