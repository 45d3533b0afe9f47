package io.understudy.templates.grammar.text;

import io.understudy.core.BadDataException;
import io.understudy.core.Label;
import io.understudy.core.text.Nearest;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Constraint;
import io.understudy.templates.grammar.Definition.Alias;
import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.Definition.Rule;
import io.understudy.templates.grammar.Definition.Slot;
import io.understudy.templates.grammar.Expression.Catalogue;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Spread;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.Listing;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.Recursion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads grammars written in our own language; {@code GRAMMAR.md} says how it is written. */
public final class GrammarReader {

    private static final List<String> KEYWORDS = List.of("intent", "slot", "alias", "import", "where");
    private static final List<String> ALIAS_KEYS =
            List.of("depth", "length", "file", "column", "value", "weight", "by");

    private final List<Intent> intents = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final Map<String, Listing> listings = new LinkedHashMap<>();
    private final Set<Path> read = new HashSet<>();

    private GrammarReader() {}

    /**
     * Reads a file and what it imports.
     *
     * @throws BadDataException if something is wrong with a file; the message says where, and shows the line
     */
    public static Grammar read(Path file) throws IOException {
        GrammarReader reader = new GrammarReader();
        reader.file(file, file.toString(), true);
        return reader.grammar();
    }

    /**
     * Reads text.
     *
     * @param file how messages name it; what it imports is looked for beside it
     */
    public static Grammar read(String file, String text) throws IOException {
        GrammarReader reader = new GrammarReader();
        reader.text(file, text, true);
        return reader.grammar();
    }

    private Grammar grammar() {
        return new Grammar(intents, rules, constraints);
    }

    private void file(Path path, String name, boolean main) throws IOException {
        if (read.add(path.toAbsolutePath().normalize())) {
            text(name, Sources.read(path, name), main);
        }
    }

    private void text(String file, String text, boolean main) throws IOException {
        Definitions open = new Definitions(main);
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            Cursor cursor = new Cursor(file, number, line, end(line));
            boolean indented = !line.isEmpty() && Cursor.isSpace(line.charAt(0));
            cursor.skipSpace();
            if (cursor.isDone()) {
                continue;
            }
            if (line.indexOf('\0') >= 0) {
                throw cursor.wrong(line.indexOf('\0'), "a NUL character; expected text");
            }
            if (indented) {
                open.line(cursor);
            } else {
                open.close();
                head(cursor, open, file);
            }
        }
        open.close();
    }

    /** Where a line ends: before its comment, and the white space before that. */
    private static int end(String line) {
        int end = line.length();
        for (int i = line.indexOf('#'); i >= 0; i = line.indexOf('#', i + 1)) {
            boolean before = i == 0 || Cursor.isSpace(line.charAt(i - 1));
            boolean after = i + 1 == line.length() || Cursor.isSpace(line.charAt(i + 1));
            if (before && after) {
                end = i;
                break;
            }
        }
        while (end > 0 && Cursor.isSpace(line.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private void head(Cursor cursor, Definitions open, String file) throws IOException {
        while (Character.isLetter(cursor.peek())) {
            cursor.next();
        }
        String keyword = cursor.since(0);
        boolean apart = cursor.isDone() || Cursor.isSpace(cursor.peek());
        cursor.skipSpace();
        switch (apart ? keyword : "") {
            case "intent" -> open.begin(cursor, Head.read(cursor, false, false), keyword);
            case "slot" -> open.begin(cursor, Head.read(cursor, true, true), keyword);
            case "alias" -> open.begin(cursor, Head.read(cursor, true, false), keyword);
            case "import" -> imported(cursor, file);
            case "where" -> constraints.add(Where.read(cursor));
            default ->
                throw cursor.wrong(
                        0, Nearest.unknown("keyword", keyword, KEYWORDS) + "; lines of a definition are indented");
        }
    }

    private void imported(Cursor cursor, String file) throws IOException {
        String name = cursor.rest().strip();
        if (name.startsWith("\"") && name.endsWith("\"") && name.length() > 1) {
            name = name.substring(1, name.length() - 1);
        }
        if (name.isEmpty()) {
            throw cursor.wrong("expected the name of a file");
        }
        Path path = Sources.beside(file, name, cursor);
        file(path, path.toString(), false);
    }

    /** The definition that lines belong to. */
    private final class Definitions {
        private final boolean main;
        private Optional<Head> head = Optional.empty();
        private String keyword = "";
        private Cursor start;
        private final List<Alternative> lines = new ArrayList<>();

        Definitions(boolean main) {
            this.main = main;
        }

        void begin(Cursor cursor, Head begun, String word) {
            head = Optional.of(begun);
            keyword = word;
            start = cursor;
        }

        void line(Cursor cursor) {
            if (head.isEmpty()) {
                throw cursor.wrong(
                        "an indented line without a definition above it; expected intent, slot or alias first");
            }
            lines.add(new LineParser(cursor, head.get().parameters()).line(keyword.equals("intent")));
        }

        void close() throws IOException {
            if (head.isPresent()) {
                end(head.get());
            }
            head = Optional.empty();
            lines.clear();
        }

        private void end(Head begun) throws IOException {
            Position at = start.position(0);
            Spread spread = begun.spread(start);
            if (keyword.equals("intent")) {
                if (main) {
                    intents.add(new Intent(begun.name(), begun.keys(), body(begun, spread, at), at));
                }
                return;
            }
            Recursion recursion = begun.recursion(start);
            if (keyword.equals("alias")) {
                catalogue(begun);
                for (String key : begun.keys().keySet()) {
                    throw start.wrong(0, Nearest.unknown("key", key, ALIAS_KEYS));
                }
                rules.add(new Alias(
                        begun.name(), begun.variation(), begun.parameters(), recursion, body(begun, spread, at), at));
                return;
            }
            catalogue(begun);
            Optional<String> role = begun.take("role");
            Optional<String> group = begun.take("group");
            Label label;
            try {
                label = new Label(begun.label().orElse(begun.name()));
            } catch (IllegalArgumentException e) {
                throw start.wrong(0, e.getMessage());
            }
            rules.add(new Slot(
                    begun.name(),
                    begun.variation(),
                    begun.parameters(),
                    recursion,
                    label,
                    role,
                    group,
                    begun.keys(),
                    body(begun, spread, at),
                    at));
        }

        private void catalogue(Head begun) throws IOException {
            Optional<String> file = begun.take("file");
            Optional<String> column = begun.take("column");
            Optional<String> value = begun.take("value");
            Optional<String> weight = begun.take("weight");
            if (file.isEmpty()) {
                if (column.isPresent() || value.isPresent() || weight.isPresent()) {
                    throw start.wrong(0, "a column without a file; expected file=NAME too");
                }
                return;
            }
            Path path = Sources.beside(start.position().file(), file.get(), start);
            String key = path + "\u0000" + column + value + weight;
            Listing listing = listings.get(key);
            if (listing == null) {
                listing = Listings.read(path, file.get(), column, value, weight, start);
                listings.put(key, listing);
            }
            lines.add(new Alternative(new Catalogue(listing, start.position(0))));
        }

        private Choice body(Head begun, Spread spread, Position at) {
            if (lines.isEmpty()) {
                throw start.wrong(0, "'" + begun.name() + "' has no lines; expected at least one, indented");
            }
            return new Choice(lines, spread, at);
        }
    }
}
