package io.understudy.eval.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that is also well-formed XML: what is opened is closed, and everything is escaped, so that no text of a
 * corpus can become markup. Attributes come as name, value, name, value. Not thread-safe.
 */
final class Html {

    private final StringBuilder out = new StringBuilder(1 << 14);
    private final Deque<String> open = new ArrayDeque<>();
    private int ids;

    Html open(String tag, String... attributes) {
        start(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with text in it. */
    Html leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element that HTML closes by itself, or one of SVG; others stay open in a browser. */
    Html empty(String tag, String... attributes) {
        start(tag, attributes).append("/>");
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    Html line() {
        out.append('\n');
        return this;
    }

    /** A style sheet of our own, which holds no {@code <} and no {@code &}. */
    Html style(String css) {
        out.append("<style>\n").append(css).append("</style>");
        return this;
    }

    /** A script of our own, in a form that HTML and XML read alike. */
    Html script(String code) {
        out.append("<script>").append(scriptText(code)).append("</script>");
        return this;
    }

    /** What {@link #script} puts between its tags. */
    static String scriptText(String code) {
        return "/*<![CDATA[*/" + code + "/*]]>*/";
    }

    /** An id that no other element of the page has. */
    String nextId() {
        return "e" + ++ids;
    }

    /** @throws IllegalStateException if an element is still open */
    String document() {
        return "<!DOCTYPE html>\n" + whole() + "\n";
    }

    /**
     * The same as XML of another kind.
     *
     * @throws IllegalStateException if an element is still open
     */
    String xml() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + whole() + "\n";
    }

    private String whole() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("<" + open.peek() + "> is not closed");
        }
        return out.toString();
    }

    private StringBuilder start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        return out;
    }

    /** Characters that XML cannot hold become U+FFFD. */
    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xfffd);
            }
        });
    }

    private static boolean allowed(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        boolean lone = c >= 0xd800 && c <= 0xdfff;
        return !control && !lone && c != 0xfffe && c != 0xffff;
    }
}
