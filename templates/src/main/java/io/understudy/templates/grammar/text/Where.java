package io.understudy.templates.grammar.text;

import io.understudy.templates.grammar.Constraint;
import io.understudy.templates.grammar.Constraint.After;
import io.understudy.templates.grammar.Constraint.Differs;
import io.understudy.templates.grammar.Constraint.OnlyWith;
import io.understudy.templates.grammar.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Constraints as they are written behind {@code where}. */
final class Where {

    private static final Pattern RELATION = Pattern.compile("\\s+(differs from|after|only with)\\s+");
    private static final Pattern VALUE = Pattern.compile("\\s*(?:\"([^\"]*)\"|((?:(?!\\s+only with\\s)[^,\"])+))");

    private Where() {}

    static Constraint read(Cursor cursor) {
        Position at = cursor.position(0);
        String one = Head.name(cursor, "the name of a slot");
        List<String> values = values(cursor);
        String[] relation = new String[1];
        if (!cursor.take(RELATION, found -> relation[0] = found.group(1))) {
            throw cursor.wrong("expected 'differs from', 'after' or 'only with'");
        }
        String other = Head.name(cursor, "the name of a slot");
        List<String> others = values(cursor);
        cursor.skipSpace();
        if (!cursor.isDone()) {
            throw cursor.wrong("expected the end of the line");
        }
        if (!relation[0].equals("only with") && !(values.isEmpty() && others.isEmpty())) {
            throw cursor.wrong(0, "values stand with 'only with' alone; expected two slots");
        }
        if (one.equals(other)) {
            throw cursor.wrong(0, "a slot beside itself; expected two slots");
        }
        return switch (relation[0]) {
            case "differs from" -> new Differs(one, other, at);
            case "after" -> new After(one, other, at);
            default -> new OnlyWith(one, values, other, others, at);
        };
    }

    private static List<String> values(Cursor cursor) {
        List<String> values = new ArrayList<>();
        if (cursor.take('=')) {
            do {
                boolean found = cursor.take(
                        VALUE,
                        match -> values.add(
                                match.group(1) != null
                                        ? match.group(1)
                                        : match.group(2).strip()));
                if (!found) {
                    throw cursor.wrong("expected a value");
                }
            } while (cursor.take(','));
        }
        return values;
    }
}
