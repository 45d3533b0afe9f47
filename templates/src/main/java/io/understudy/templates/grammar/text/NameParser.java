package io.understudy.templates.grammar.text;

import io.understudy.core.text.Nearest;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Inline;
import io.understudy.templates.grammar.Expression.Named;
import io.understudy.templates.grammar.Expression.Open;
import io.understudy.templates.grammar.Expression.Range;
import io.understudy.templates.grammar.Expression.Reference;
import io.understudy.templates.grammar.Part;
import io.understudy.templates.grammar.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what stands between {@code <...>} and <code>{...}</code>: names, ranges, what is invented, choices with a name.
 */
final class NameParser {

    private static final Pattern NAME = Pattern.compile("\\s*(?:\"([^\"]+)\"|([^\":#()=.|{}<>\\[\\]^$\\\\,]+))\\s*");

    private final Cursor cursor;
    private final LineParser line;

    /** @param line reads what stands within that is no name */
    NameParser(Cursor cursor, LineParser line) {
        this.cursor = cursor;
        this.line = line;
    }

    /** The item that begins here, with its brackets. */
    Expression read(Position at) {
        int open = cursor.at();
        boolean slot = cursor.next() == '{';
        char closer = slot ? '}' : '>';
        if (!slot && cursor.take(Ranges.START, found -> cursor.to(found.start()))) {
            Expression range = range(at, closer);
            line.close(closer, open);
            return range;
        }
        String name = name(open, closer);
        Expression read;
        if (cursor.take('.')) {
            read = open(slot, name, name(open, closer), at);
        } else if (slot && cursor.take(':')) {
            read = new Inline(name, inlined(closer), at);
        } else if (cursor.take('=')) {
            read = new Named(name, named(slot, open, closer), at);
        } else {
            read = reference(slot, name, at, open, closer);
        }
        line.close(closer, open);
        return read;
    }

    private Expression inlined(char closer) {
        if (cursor.take(Ranges.START, found -> cursor.to(found.start()))) {
            return range(cursor.position(), closer);
        }
        return LineParser.body(line.alternatives(""));
    }

    private Expression range(Position at, char closer) {
        int from = cursor.at();
        boolean quoted = false;
        while (!cursor.isDone() && (quoted || cursor.peek() != closer)) {
            quoted ^= cursor.next() == '"';
        }
        try {
            return new Range(Ranges.read(cursor.since(from)), at);
        } catch (IllegalArgumentException e) {
            throw cursor.wrong(from, e.getMessage());
        }
    }

    private Expression named(boolean slot, int open, char closer) {
        cursor.skipSpace();
        Position at = cursor.position();
        if (!slot && cursor.take(Ranges.START, found -> cursor.to(found.start()))) {
            return range(at, closer);
        }
        return reference(slot, name(open, closer), at, open, closer);
    }

    private Expression open(boolean slot, String instance, String part, Position at) {
        Part known = Part.of(part)
                .orElseThrow(() -> cursor.wrong(
                        at.column() - 1, Nearest.unknown("part", part, Part.names()) + ", or a label in upper case"));
        return new Open(instance, known, slot, at);
    }

    private Expression reference(boolean slot, String name, Position at, int open, char closer) {
        Optional<String> variation = cursor.take('#') ? Optional.of(name(open, closer)) : Optional.empty();
        List<Expression> arguments = new ArrayList<>();
        int parenthesis = cursor.at();
        if (cursor.take('(')) {
            do {
                arguments.add(LineParser.body(line.alternatives(",")));
            } while (cursor.take(','));
            line.close(')', parenthesis);
            cursor.skipSpace();
        }
        return new Reference(slot, name, variation, arguments, at);
    }

    private String name(int open, char closer) {
        String[] name = new String[1];
        int at = cursor.at();
        boolean there = cursor.take(
                NAME,
                found -> name[0] =
                        found.group(1) != null ? found.group(1) : found.group(2).strip());
        if (!there || name[0].isEmpty()) {
            throw cursor.isDone()
                    ? cursor.wrong(open, "this bracket is not closed; expected '" + closer + "' on the same line")
                    : cursor.wrong(at, "expected a name here");
        }
        return name[0];
    }
}
