package io.understudy.templates.foreign;

import io.understudy.core.BadDataException;
import io.understudy.templates.foreign.ChatetteSyntax.Chance;
import io.understudy.templates.foreign.ChatetteSyntax.Group;
import io.understudy.templates.foreign.ChatetteSyntax.Head;
import io.understudy.templates.foreign.ChatetteSyntax.Name;
import io.understudy.templates.foreign.ChatetteSyntax.Part;
import io.understudy.templates.foreign.ChatetteSyntax.Reference;
import io.understudy.templates.foreign.ChatetteSyntax.Rule;
import io.understudy.templates.foreign.ChatetteSyntax.Words;
import io.understudy.templates.grammar.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One line of a Chatette file (version 1.6.3 of the tool, which reads its older signs too: braces and semicolons). */
final class ChatetteLine {

    private static final String IN_RULES = "|[]~@%{}";
    private static final String IN_CHOICES = IN_RULES + "/?";
    private static final String IN_SLOTS = IN_RULES + "=";
    private static final String NOT_IN_NAMES = ";|[]~@%{}/&?$#";
    private static final String ESCAPED = "\\;[]~@%{}|?/#$&";
    private static final int MOST_NESTED = 25;
    private static final int MOST_PARTS = 500;

    private final Cursor cursor;

    /** Of the line without the white space at its end. */
    ChatetteLine(Source source, int line) {
        this.cursor = new Cursor(source, line, 0);
    }

    /** The declaration at the start of the line; empty where there is none. */
    Optional<Head> head() {
        Optional<Kind> kind = Kind.at(cursor);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        Position at = cursor.position();
        cursor.skip(2);
        boolean cased = skipped('&');
        Name name = new Name(kind.get(), identifier("a name"));
        Optional<String> variation = Optional.empty();
        Optional<String> argument = Optional.empty();
        while (cursor.peek() == '#' || cursor.peek() == '$') {
            boolean isVariation = cursor.peek() == '#';
            if ((isVariation ? variation : argument).isPresent()) {
                throw cursor.fault("a second '" + cursor.peek() + "' for one name");
            }
            cursor.skip(1);
            if (isVariation) {
                variation = Optional.of(identifier("the name of a variation"));
            } else {
                argument = Optional.of(identifier("the name of an argument"));
            }
        }
        cursor.expect(']');
        Map<String, String> annotation = cursor.peek() == '(' ? annotation() : Map.of();
        expectEnd();
        return Optional.of(new Head(name, cased, variation, argument, annotation, at));
    }

    /** What follows {@code |}; empty where the line does not begin so. */
    Optional<String> inclusion() {
        if (!skipped('|')) {
            return Optional.empty();
        }
        String path = untilComment().stripTrailing();
        if (path.isEmpty() || Character.isWhitespace(path.charAt(0))) {
            throw cursor.fault("expected the path of a file right after '|'");
        }
        return Optional.of(unescaped(path));
    }

    /** White space at the start of the line. */
    String indentation() {
        int from = cursor.index();
        skippedSpaces();
        return cursor.between(from);
    }

    boolean isComment() {
        return cursor.atEnd() || cursor.at("//") || cursor.peek() == ';';
    }

    /** @param inSlot whether {@code =} gives the value of the slot */
    Rule rule(boolean inSlot) {
        Position at = cursor.position();
        List<Part> parts = parts(inSlot ? IN_SLOTS : IN_RULES, 0, false);
        Optional<String> value = Optional.empty();
        if (inSlot && cursor.peek() == '=') {
            cursor.skip(1);
            skippedSpaces();
            String written = untilComment().stripTrailing();
            if (written.isEmpty()) {
                throw cursor.fault("expected a value after '='");
            }
            value = Optional.of(unescaped(written));
        }
        expectEnd();
        return new Rule(parts, value, at);
    }

    /** Up to a sign that ends a rule or a choice, or a comment. */
    private List<Part> parts(String special, int depth, boolean gapBefore) {
        List<Part> parts = new ArrayList<>();
        boolean gap = gapBefore;
        while (!cursor.atEnd() && !isComment()) {
            if (parts.size() == MOST_PARTS) {
                throw cursor.fault("more than " + MOST_PARTS + " parts in a row");
            }
            Position at = cursor.position();
            char sign = cursor.peek();
            if (sign == '[' || sign == '{') {
                parts.add(group(gap, depth));
            } else if (Kind.at(cursor).isPresent()) {
                parts.add(reference(Kind.at(cursor).get(), gap));
            } else {
                String word = word(special);
                if (word.isEmpty()) {
                    break;
                }
                addWord(parts, unescaped(word), gap, at);
            }
            gap = skippedSpaces();
        }
        return List.copyOf(parts);
    }

    private static void addWord(List<Part> parts, String word, boolean gap, Position at) {
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last) instanceof Words words) {
            parts.set(last, new Words(words.text() + (gap ? " " : "") + word, words.gap(), words.at()));
        } else {
            parts.add(new Words(word, gap, at));
        }
    }

    private String word(String special) {
        int from = cursor.index();
        while (!cursor.atEnd() && !Character.isWhitespace(cursor.peek()) && !isComment()) {
            if (special.indexOf(cursor.peek()) >= 0) {
                break;
            }
            cursor.skip(cursor.peek() == '\\' ? 2 : 1);
        }
        return cursor.between(from);
    }

    private Group group(boolean gap, int depth) {
        Position at = cursor.position();
        if (depth == MOST_NESTED) {
            throw cursor.fault("more than " + MOST_NESTED + " brackets within each other");
        }
        boolean old = cursor.next() == '{';
        char end = old ? '}' : ']';
        char bar = old ? '/' : '|';
        boolean cased = skipped('&');
        int from = cursor.index();
        List<Rule> rules = new ArrayList<>();
        do {
            Position start = cursor.position();
            boolean space = skippedSpaces();
            rules.add(new Rule(parts(IN_CHOICES, depth + 1, space), Optional.empty(), start));
        } while (skipped(bar));
        String written = cursor.between(from);
        Optional<Chance> chance = cursor.peek() == '?' ? Optional.of(chance()) : Optional.empty();
        if (cursor.peek() != end) {
            throw cursor.fault(
                    "expected '%s', '%s' or the end of the choice, '%s'; a backslash goes before any other sign"
                            .formatted(bar, "?", end));
        }
        cursor.skip(1);
        return new Group(List.copyOf(rules), cased, chance, written.strip(), gap, at);
    }

    private Reference reference(Kind kind, boolean gap) {
        Position at = cursor.position();
        if (kind == Kind.INTENT) {
            throw cursor.fault("an intent within a rule; Chatette 1.6.3 fails on it too; expected ~[alias] or @[slot]");
        }
        cursor.skip(2);
        boolean cased = skipped('&');
        Name name = new Name(kind, identifier("a name"));
        Optional<String> variation = Optional.empty();
        Optional<String> argument = Optional.empty();
        Optional<Chance> chance = Optional.empty();
        while (cursor.peek() != ']') {
            char sign = cursor.peek();
            if (sign == '#' && variation.isEmpty()) {
                cursor.skip(1);
                variation = Optional.of(identifier("the name of a variation"));
            } else if (sign == '$' && argument.isEmpty()) {
                cursor.skip(1);
                argument = Optional.of(identifier("the value of an argument"));
            } else if (sign == '?' && chance.isEmpty()) {
                chance = Optional.of(chance());
            } else {
                throw cursor.fault("expected ']', or one each of '#variation', '?' and '$argument'");
            }
        }
        cursor.skip(1);
        return new Reference(name, variation, argument, cased, chance, gap, at);
    }

    private Chance chance() {
        cursor.skip(1);
        boolean opposite = skipped('!');
        String coin = rawIdentifier();
        if (!skipped('/')) {
            return new Chance(unescaped(coin), opposite, 50);
        }
        BadDataException noNumber = cursor.fault("expected a whole number of percent after '/'");
        String digits = cursor.until("%]} ");
        if (!digits.matches("[0-9]{1,3}")) {
            throw noNumber;
        }
        skippedSpaces();
        skipped('%');
        return new Chance(unescaped(coin), opposite, Math.min(100, Integer.parseInt(digits)));
    }

    private Map<String, String> annotation() {
        Map<String, String> annotation = new LinkedHashMap<>();
        cursor.skip(1);
        skippedSpaces();
        while (cursor.peek() != ')') {
            String key = keyOrValue(":)");
            skippedSpaces();
            String value = key;
            if (skipped(':')) {
                skippedSpaces();
                value = keyOrValue(",)");
                skippedSpaces();
            } else {
                key = "";
            }
            boolean twice = annotation.putIfAbsent(key.toLowerCase(Locale.ROOT), value) != null;
            if (twice || (annotation.containsKey("") && annotation.size() > 1)) {
                throw cursor.fault("the same key twice, or a value without a key beside others");
            }
            if (skipped(',')) {
                skippedSpaces();
            } else if (cursor.peek() != ')') {
                throw cursor.fault("expected ',' or ')'");
            }
        }
        cursor.skip(1);
        return annotation;
    }

    private String keyOrValue(String end) {
        char quote = cursor.peek();
        if (quote != '\'' && quote != '"') {
            return cursor.until(end).strip();
        }
        cursor.skip(1);
        String text = cursor.until(String.valueOf(quote));
        cursor.expect(quote);
        return text;
    }

    private String identifier(String what) {
        String name = rawIdentifier();
        if (name.isEmpty()) {
            throw cursor.fault("expected " + what);
        }
        return unescaped(name);
    }

    /** Without the white space behind it. */
    private String rawIdentifier() {
        int from = cursor.index();
        while (!cursor.atEnd() && NOT_IN_NAMES.indexOf(cursor.peek()) < 0) {
            cursor.skip(cursor.peek() == '\\' ? 2 : 1);
        }
        return cursor.between(from).stripTrailing();
    }

    private String untilComment() {
        int from = cursor.index();
        while (!cursor.atEnd() && !isComment()) {
            cursor.skip(cursor.peek() == '\\' ? 2 : 1);
        }
        return cursor.between(from);
    }

    private boolean skipped(char sign) {
        if (cursor.peek() != sign) {
            return false;
        }
        cursor.skip(1);
        return true;
    }

    private boolean skippedSpaces() {
        boolean any = false;
        while (!cursor.atEnd() && Character.isWhitespace(cursor.peek())) {
            cursor.skip(1);
            any = true;
        }
        return any;
    }

    private void expectEnd() {
        skippedSpaces();
        if (!isComment()) {
            throw unexpected();
        }
    }

    private BadDataException unexpected() {
        return cursor.fault("'" + cursor.peek() + "' is not expected here; a backslash before it makes it text");
    }

    /** A backslash is dropped before a sign that has a meaning, as the tool does it: sign by sign, from the left. */
    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escapes =
                    text.charAt(i) == '\\' && i + 1 < text.length() && ESCAPED.indexOf(text.charAt(i + 1)) >= 0;
            if (!escapes) {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }
}
