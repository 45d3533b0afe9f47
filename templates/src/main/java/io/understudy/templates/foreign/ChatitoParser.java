package io.understudy.templates.foreign;

import io.understudy.templates.foreign.ChatitoSyntax.Definition;
import io.understudy.templates.foreign.ChatitoSyntax.Document;
import io.understudy.templates.foreign.ChatitoSyntax.Import;
import io.understudy.templates.foreign.ChatitoSyntax.Name;
import io.understudy.templates.foreign.ChatitoSyntax.Probability;
import io.understudy.templates.foreign.ChatitoSyntax.Reference;
import io.understudy.templates.foreign.ChatitoSyntax.Sentence;
import io.understudy.templates.foreign.ChatitoSyntax.Text;
import io.understudy.templates.foreign.ChatitoSyntax.Token;
import io.understudy.templates.grammar.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one Chatito file (version 2.3.5 of the tool): {@code %[intent]}, {@code @[slot#variation]} and {@code ~[alias]}
 * at the start of a line, sentences below, four spaces in. Two things pass that the tool refuses: comments and lines of
 * spaces between sentences, and spaces after a definition.
 */
final class ChatitoParser {

    private static final String INDENTATION = "    ";

    /** As the tool reads a number; anything else between the brackets is text. */
    private static final Pattern PROBABILITY = Pattern.compile("\\*\\[((?:0|[1-9][0-9]*)(?:\\.[0-9]+)?)(%?)]");

    private final Source source;
    private final List<Import> imports = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();

    private ChatitoParser(Source source) {
        this.source = source;
    }

    /** @throws io.understudy.core.BadDataException if it is no Chatito file */
    static Document parse(Source source) {
        ChatitoParser parser = new ChatitoParser(source);
        parser.parse();
        return new Document(List.copyOf(parser.imports), List.copyOf(parser.definitions));
    }

    private void parse() {
        Definition open = null;
        List<Sentence> sentences = new ArrayList<>();
        for (int line = 1; line <= source.lines(); line++) {
            String text = source.line(line);
            if (text.isBlank() || text.startsWith("//") || text.startsWith("#")) {
                continue;
            }
            if (text.startsWith(" ") || text.startsWith("\t")) {
                if (open == null) {
                    throw source.fault(line, 0, "a sentence without a definition above it");
                }
                sentences.add(sentence(open.name().kind(), line));
                continue;
            }
            close(open, sentences);
            sentences = new ArrayList<>();
            open = null;
            if (text.startsWith("import ")) {
                imports.add(new Import(text.substring(7).strip(), source.position(line, 7)));
            } else {
                open = header(line);
            }
        }
        close(open, sentences);
        if (definitions.isEmpty() && imports.isEmpty()) {
            throw source.fault(1, 0, "holds no definition; expected %[intent], @[slot] or ~[alias]");
        }
    }

    private void close(Definition open, List<Sentence> sentences) {
        if (open == null) {
            return;
        }
        if (sentences.isEmpty()) {
            throw Source.fault(open.at(), open.name() + " has no sentence; expected one below it, four spaces in");
        }
        definitions.add(new Definition(open.name(), open.arguments(), List.copyOf(sentences), open.at()));
    }

    private Definition header(int line) {
        Cursor cursor = new Cursor(source, line, 0);
        Kind kind = Kind.at(cursor)
                .orElseThrow(() -> cursor.fault(
                        "not a line of a Chatito file; expected %[intent], @[slot], ~[alias], import, # or //, or four"
                                + " spaces and a sentence"));
        cursor.skip(2);
        Name name = name(cursor, kind, kind == Kind.SLOT ? "#]?" : "]?");
        cursor.expect(']');
        Map<String, String> arguments = cursor.peek() == '(' ? arguments(cursor) : Map.of();
        if (!cursor.rest().isBlank()) {
            throw cursor.fault("more after the definition; expected the end of the line");
        }
        return new Definition(name, arguments, List.of(), source.position(line, 0));
    }

    private static Name name(Cursor cursor, Kind kind, String end) {
        String text = cursor.until(end);
        if (text.isEmpty()) {
            throw cursor.fault("a name without characters; expected one before ']'");
        }
        Optional<String> variation = Optional.empty();
        if (kind == Kind.SLOT && cursor.peek() == '#') {
            cursor.skip(1);
            variation = Optional.of(cursor.until(end));
            if (variation.get().isEmpty()) {
                throw cursor.fault("a variation without a name; expected one after '#'");
            }
        }
        return new Name(kind, text, variation);
    }

    private static Map<String, String> arguments(Cursor cursor) {
        Map<String, String> arguments = new LinkedHashMap<>();
        cursor.skip(1);
        do {
            cursor.skipSpaces();
            String key = quoted(cursor);
            cursor.skipSpaces();
            cursor.expect(':');
            cursor.skipSpaces();
            arguments.put(key, quoted(cursor));
            cursor.skipSpaces();
            if (cursor.peek() == ',') {
                cursor.skip(1);
                cursor.skipSpaces();
            }
        } while (cursor.peek() != ')' && !cursor.atEnd());
        cursor.expect(')');
        return Map.copyOf(arguments);
    }

    private static String quoted(Cursor cursor) {
        char quote = cursor.peek();
        if (quote != '\'' && quote != '"') {
            throw cursor.fault("expected a text in quotes, such as 'training': '100'");
        }
        cursor.skip(1);
        StringBuilder text = new StringBuilder();
        while (cursor.peek() != quote) {
            if (cursor.atEnd()) {
                throw cursor.fault("the text in quotes has no end; expected " + quote);
            }
            text.append(cursor.peek() == '\\' ? escaped(cursor) : cursor.next());
        }
        cursor.skip(1);
        return text.toString();
    }

    private static char escaped(Cursor cursor) {
        cursor.skip(1);
        char sign = cursor.peek();
        int at = "bfnrtv".indexOf(sign);
        if (sign == 'u') {
            String digits = cursor.rest().substring(1, Math.min(5, cursor.rest().length()));
            if (!digits.matches("[0-9a-fA-F]{4}")) {
                throw cursor.fault("expected four hexadecimal digits after \\u");
            }
            cursor.skip(5);
            return (char) Integer.parseInt(digits, 16);
        }
        if (at < 0 && "'\"\\".indexOf(sign) < 0) {
            throw cursor.fault("unknown escape; have: \\' \\\" \\\\ \\b \\f \\n \\r \\t \\v \\u0000");
        }
        cursor.skip(1);
        return at < 0 ? sign : "\b\f\n\r\t\u000b".charAt(at);
    }

    private Sentence sentence(Kind owner, int line) {
        String text = source.line(line);
        int spaces = 0;
        while (spaces < text.length() && text.charAt(spaces) == ' ') {
            spaces++;
        }
        if (spaces != INDENTATION.length()) {
            throw source.fault(
                    line,
                    spaces,
                    "%d spaces and %s; expected 4 spaces before a sentence"
                            .formatted(spaces, text.charAt(spaces) == '\t' ? "a tab" : "a sign"));
        }
        Cursor cursor = new Cursor(source, line, spaces);
        Matcher probability = PROBABILITY.matcher(text).region(spaces, text.length());
        Optional<Probability> odds = Optional.empty();
        if (probability.lookingAt()) {
            odds = Optional.of(new Probability(
                    Double.parseDouble(probability.group(1)),
                    !probability.group(2).isEmpty()));
            cursor.skip(probability.end() - spaces);
            if (cursor.atEnd()) {
                throw cursor.fault("a probability without a sentence behind it");
            }
        }
        List<Token> tokens = new ArrayList<>();
        while (!cursor.atEnd()) {
            tokens.add(token(owner, cursor));
        }
        return new Sentence(odds, List.copyOf(tokens), source.position(line, spaces));
    }

    /** In a slot's sentence {@code @[} is text. */
    private static Token token(Kind owner, Cursor cursor) {
        Position at = cursor.position();
        boolean alias = cursor.at("~[");
        if (alias || (owner != Kind.SLOT && cursor.at("@["))) {
            Kind kind = alias ? Kind.ALIAS : Kind.SLOT;
            cursor.skip(2);
            Name name = name(cursor, kind, alias ? "]?" : "#]?");
            boolean optional = cursor.peek() == '?';
            cursor.skip(optional ? 1 : 0);
            cursor.expect(']');
            return new Reference(name, optional, at);
        }
        StringBuilder text = new StringBuilder();
        do {
            text.append(cursor.next());
        } while (!cursor.atEnd() && !cursor.at("~[") && (owner == Kind.SLOT || !cursor.at("@[")));
        return new Text(text.toString(), at);
    }
}
