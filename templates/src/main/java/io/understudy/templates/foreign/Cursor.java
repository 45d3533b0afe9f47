package io.understudy.templates.foreign;

import io.understudy.core.BadDataException;
import io.understudy.templates.grammar.Position;

/** A place in a line that moves to the right. */
final class Cursor {

    /** What {@link #peek} says at the end of the line; no line holds it. */
    static final char END = '\n';

    private final Source source;
    private final int line;
    private final String text;
    private int at;

    /** @param at where to begin, in UTF-16 units */
    Cursor(Source source, int line, int at) {
        this.source = source;
        this.line = line;
        this.text = source.line(line);
        this.at = at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean at(String prefix) {
        return text.startsWith(prefix, at);
    }

    char peek() {
        return atEnd() ? END : text.charAt(at);
    }

    char next() {
        char sign = peek();
        at++;
        return sign;
    }

    void skip(int signs) {
        at += signs;
    }

    void skipSpaces() {
        while (peek() == ' ') {
            at++;
        }
    }

    void expect(char sign) {
        if (peek() != sign) {
            throw fault("expected '" + sign + "'" + (atEnd() ? " before the end of the line" : ""));
        }
        at++;
    }

    /** Up to the first of these signs or the end of the line. */
    String until(String signs) {
        int from = at;
        while (!atEnd() && signs.indexOf(peek()) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    /** What lies between an index and here. */
    String between(int from) {
        at = Math.min(at, text.length());
        return text.substring(from, at);
    }

    String rest() {
        return text.substring(Math.min(at, text.length()));
    }

    int index() {
        return at;
    }

    Position position() {
        return source.position(line, at);
    }

    BadDataException fault(String problem) {
        return source.fault(line, at, problem);
    }
}
