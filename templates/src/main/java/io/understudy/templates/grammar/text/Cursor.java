package io.understudy.templates.grammar.text;

import io.understudy.core.BadDataException;
import io.understudy.templates.grammar.Finding;
import io.understudy.templates.grammar.Position;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a line. */
final class Cursor {

    private final String file;
    private final int number;
    private final String line;
    private int at;
    private final int end;

    /** @param end where the line ends, its comment left out */
    Cursor(String file, int number, String line, int end) {
        this.file = file;
        this.number = number;
        this.line = line;
        this.end = end;
    }

    boolean isDone() {
        return at >= end;
    }

    /** The next character, or NUL at the end, which no line holds. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < end ? line.charAt(at + ahead) : '\0';
    }

    /** The character before, or a space at the start. */
    char before() {
        return at > 0 ? line.charAt(at - 1) : ' ';
    }

    char next() {
        return line.charAt(at++);
    }

    int at() {
        return at;
    }

    void to(int place) {
        at = place;
    }

    boolean take(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    void skipSpace() {
        while (!isDone() && isSpace(peek())) {
            at++;
        }
    }

    /** Matches here and moves behind, or does neither. */
    boolean take(Pattern pattern, Matched then) {
        Matcher matcher = pattern.matcher(line).region(at, end);
        if (!matcher.lookingAt()) {
            return false;
        }
        at = matcher.end();
        then.accept(matcher);
        return true;
    }

    interface Matched {
        void accept(Matcher matcher);
    }

    String since(int from) {
        return line.substring(from, at);
    }

    /** What is left. */
    String rest() {
        return line.substring(at, end);
    }

    Position position() {
        return position(at);
    }

    Position position(int place) {
        return new Position(file, number, place + 1);
    }

    BadDataException wrong(String message) {
        return wrong(at, message);
    }

    BadDataException wrong(int place, String message) {
        return Finding.error(position(place), message).thrown();
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
