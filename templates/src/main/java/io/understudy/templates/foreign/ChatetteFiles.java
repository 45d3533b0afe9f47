package io.understudy.templates.foreign;

import io.understudy.templates.foreign.ChatetteSyntax.Head;
import io.understudy.templates.foreign.ChatetteSyntax.Name;
import io.understudy.templates.foreign.ChatetteSyntax.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Chatette file and what it includes, where it includes it. */
final class ChatetteFiles {

    private static final int MOST_FILES = 1000;

    private final Map<Name, Unit> units = new LinkedHashMap<>();
    private final Set<Path> open = new HashSet<>();
    private int files;
    private Optional<Unit> unit = Optional.empty();
    private Optional<String> variation = Optional.empty();
    private Optional<String> indentation = Optional.empty();

    private ChatetteFiles() {}

    static Map<Name, Unit> units(Source source) throws IOException {
        ChatetteFiles files = new ChatetteFiles();
        files.read(source);
        for (Unit unit : files.units.values()) {
            unit.variations.forEach((variation, rules) -> {
                if (rules.isEmpty()) {
                    throw Source.fault(
                            unit.head.at(),
                            unit.name() + variation.map(v -> " # " + v).orElse("")
                                    + " has no rule; expected one below it, indented");
                }
            });
        }
        return files.units;
    }

    private void read(Source source) throws IOException {
        open.add(source.path().toAbsolutePath().normalize());
        for (int line = 1; line <= source.lines(); line++) {
            ChatetteLine text = new ChatetteLine(source, line);
            String indented = text.indentation();
            if (text.isComment()) {
                continue;
            }
            if (!indented.isEmpty()) {
                addRule(source, line, text, indented);
                continue;
            }
            Optional<String> inclusion = text.inclusion();
            if (inclusion.isPresent()) {
                unit = Optional.empty();
                include(source, line, inclusion.get());
                continue;
            }
            int number = line;
            Head head = text.head()
                    .orElseThrow(
                            () -> source.fault(
                                    number,
                                    0,
                                    "not a line of a Chatette file; expected %[intent], @[slot], ~[alias], |file, // or an indented rule"));
            declare(head);
        }
        open.remove(source.path().toAbsolutePath().normalize());
    }

    private void include(Source source, int line, String path) throws IOException {
        Source included = source.named(path, source.position(line, 1));
        if (open.contains(included.path().toAbsolutePath().normalize())) {
            throw source.fault(line, 1, "'" + path + "' includes this file in turn");
        }
        if (++files > MOST_FILES) {
            throw source.fault(line, 1, "more than " + MOST_FILES + " inclusions");
        }
        read(included);
    }

    private void declare(Head head) {
        Unit first = units.get(head.name());
        if (first != null && (head.variation().isEmpty() || first.variations.containsKey(head.variation()))) {
            throw Source.fault(
                    head.at(),
                    "%s%s is defined twice; first at %s"
                            .formatted(
                                    head.name(),
                                    head.variation().map(v -> " # " + v).orElse(""),
                                    first.head.at()));
        }
        Unit declared = units.computeIfAbsent(head.name(), each -> new Unit(head));
        declared.variations.put(head.variation(), new ArrayList<>());
        unit = Optional.of(declared);
        variation = head.variation();
        indentation = Optional.empty();
    }

    private void addRule(Source source, int line, ChatetteLine text, String indented) {
        Unit owner = unit.orElseThrow(() -> source.fault(line, 0, "a rule without a definition above it"));
        if (!indentation.orElse(indented).equals(indented)) {
            throw source.fault(line, 0, "indented otherwise than the rule above it");
        }
        indentation = Optional.of(indented);
        owner.variations.get(variation).add(text.rule(owner.name().kind() == Kind.SLOT));
    }
}
