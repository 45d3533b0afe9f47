package io.understudy.core;

/**
 * One line of text with its mentions in it: {@code [Ada](PERSON) lives in [Oslo](CITY).} A backslash makes the next
 * character literal ({@code \[}, {@code \]}, {@code \(}, {@code \)}, {@code \\}); {@code \n} and {@code \r} are line
 * breaks, so that any text fits on one line. Carries spans and labels, not {@link Details}.
 */
public final class Markup {

    private Markup() {}

    public static String write(AnnotatedText annotated) {
        StringBuilder line = new StringBuilder(
                annotated.text().length() + 16 * annotated.mentions().size());
        int at = 0;
        for (Mention mention : annotated.mentions()) {
            escape(annotated.text(), at, mention.start(), "[]\\", line);
            line.append('[');
            escape(annotated.text(), mention.start(), mention.end(), "[]\\", line);
            line.append("](");
            escape(mention.label().name(), 0, mention.label().name().length(), "()\\", line);
            line.append(')');
            at = mention.end();
        }
        escape(annotated.text(), at, annotated.text().length(), "[]\\", line);
        return line.toString();
    }

    /**
     * @throws IllegalArgumentException if the line is not markup; the message gives the column (1-based, UTF-16) and
     *     the remedy
     */
    public static AnnotatedText read(String line) {
        AnnotatedText.Builder builder = AnnotatedText.builder();
        StringBuilder piece = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '[') {
                builder.append(piece);
                at = mention(line, at, builder);
                piece.setLength(0);
            } else if (c == ']') {
                throw wrong(at, "']' closes nothing; write \\] for a bracket of the text");
            } else {
                at = character(line, at, piece);
            }
        }
        return builder.append(piece).build();
    }

    private static int mention(String line, int open, AnnotatedText.Builder builder) {
        StringBuilder surface = new StringBuilder();
        int at = open + 1;
        while (at < line.length() && line.charAt(at) != ']') {
            if (line.charAt(at) == '[') {
                throw wrong(at, "'[' inside a mention; mentions do not nest, write \\[ for a bracket of the text");
            }
            at = character(line, at, surface);
        }
        if (at + 1 >= line.length() || line.charAt(at + 1) != '(') {
            throw wrong(open, "'[' does not begin [surface](LABEL); write \\[ for a bracket of the text");
        }
        StringBuilder label = new StringBuilder();
        at += 2;
        while (at < line.length() && line.charAt(at) != ')') {
            at = character(line, at, label);
        }
        if (at >= line.length()) {
            throw wrong(open, "'[' begins a mention whose label is not closed with ')'");
        }
        if (surface.length() == 0) {
            throw wrong(open, "the mention has an empty surface");
        }
        try {
            builder.append(surface, new Label(label.toString()));
        } catch (IllegalArgumentException e) {
            throw wrong(open, e.getMessage());
        }
        return at + 1;
    }

    private static int character(String line, int at, StringBuilder out) {
        char c = line.charAt(at);
        if (c != '\\') {
            out.append(c);
            return at + 1;
        }
        if (at + 1 >= line.length()) {
            throw wrong(at, "a backslash ends the line; write \\\\ for a backslash of the text");
        }
        char next = line.charAt(at + 1);
        out.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
        return at + 2;
    }

    private static void escape(String text, int from, int to, String special, StringBuilder out) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else {
                if (special.indexOf(c) >= 0) {
                    out.append('\\');
                }
                out.append(c);
            }
        }
    }

    private static IllegalArgumentException wrong(int at, String message) {
        return new IllegalArgumentException("column " + (at + 1) + ": " + message);
    }
}
