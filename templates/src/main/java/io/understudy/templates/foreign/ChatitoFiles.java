package io.understudy.templates.foreign;

import io.understudy.templates.foreign.ChatitoSyntax.Definition;
import io.understudy.templates.foreign.ChatitoSyntax.Document;
import io.understudy.templates.foreign.ChatitoSyntax.Import;
import io.understudy.templates.foreign.ChatitoSyntax.Name;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A Chatito file and what it imports: slots and aliases, for the intents of an imported file are not used. */
final class ChatitoFiles {

    private static final int MOST_FILES = 1000;

    private final Map<Name, Definition> definitions = new LinkedHashMap<>();
    private final Set<Path> open = new HashSet<>();
    private int files;

    private ChatitoFiles() {}

    static Map<Name, Definition> definitions(Source source) throws IOException {
        ChatitoFiles files = new ChatitoFiles();
        files.add(source, true);
        return files.definitions;
    }

    private void add(Source source, boolean main) throws IOException {
        Document document = ChatitoParser.parse(source);
        for (Definition definition : document.definitions()) {
            if (main || definition.name().kind() != Kind.INTENT) {
                add(definition);
            }
        }
        open.add(source.path().toAbsolutePath().normalize());
        for (Import each : document.imports()) {
            if (!each.path().endsWith(".chatito")) {
                throw Source.fault(each.at(), "'" + each.path() + "' does not end in .chatito");
            }
            Source imported = source.named(each.path(), each.at());
            if (open.contains(imported.path().toAbsolutePath().normalize())) {
                throw Source.fault(each.at(), "'" + each.path() + "' imports this file in turn");
            }
            if (++files > MOST_FILES) {
                throw Source.fault(each.at(), "more than " + MOST_FILES + " imports");
            }
            add(imported, false);
        }
        open.remove(source.path().toAbsolutePath().normalize());
    }

    private void add(Definition definition) {
        Definition first = definitions.putIfAbsent(definition.name(), definition);
        if (first != null) {
            throw Source.fault(definition.at(), definition.name() + " is defined twice; first at " + first.at());
        }
    }
}
