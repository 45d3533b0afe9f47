package io.understudy.cli;

import io.understudy.core.BadDataException;
import io.understudy.core.format.Corpus;
import io.understudy.templates.foreign.ForeignGrammar;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.text.GrammarReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Grammars among the inputs of verbs that take other inputs too. */
final class Grammars {

    private Grammars() {}

    private static final List<String> ENDINGS = List.of(".grammar", ".chatito", ".chatette");

    /**
     * Whether this input is a grammar, by its name: ours, or another tool's that we read. YAML may be either; its lines
     * decide.
     *
     * @param from the format that was named for the input: it is a corpus then
     */
    static boolean isGrammar(String location, Optional<String> from) {
        return from.isEmpty()
                && (ENDINGS.stream().anyMatch(location::endsWith) || (isYaml(location) && saysMore(location)));
    }

    static boolean isYaml(String location) {
        return location.endsWith(".yml") || location.endsWith(".yaml");
    }

    private static boolean saysMore(String location) {
        try {
            return ForeignGrammar.isGrammar(Path.of(location));
        } catch (IOException | InvalidPathException e) {
            // Whoever opens it says so.
            return false;
        }
    }

    /** A grammar in our language or another tool's, told by its name, then by its first lines. */
    static Grammar read(Path file) throws IOException {
        Optional<ForeignGrammar> foreign = ForeignGrammar.of(file);
        Grammar grammar = foreign.isPresent() ? foreign.get().read(file) : GrammarReader.read(file);
        if (grammar.intents().isEmpty()) {
            throw new BadDataException(file.toString(), 0, "has no intent; expected a line such as: intent NAME");
        }
        return grammar;
    }

    /**
     * The one grammar among the inputs.
     *
     * @throws IllegalArgumentException if there are other inputs beside it
     */
    static String only(List<String> locations) {
        if (locations.size() > 1) {
            throw new IllegalArgumentException("a grammar is made into lines alone, and " + locations.size()
                    + " inputs were given; import what it needs from other files, or give --against ORIGINAL");
        }
        return locations.get(0);
    }

    /** @throws BadDataException if there is nothing to read at this place */
    static Grammar read(String location) throws IOException {
        Corpus.bytes(location).close();
        return read(Path.of(location));
    }

    /** @param files is told the file, with its hash */
    static Grammar read(String location, List<InputFile> files) throws IOException {
        try (DigestedInput raw = DigestedInput.open(location, java.io.InputStream.nullInputStream())) {
            files.add(new InputFile(Path.of(location).getFileName().toString(), raw.hash(), 0, false));
        }
        return read(Path.of(location));
    }

    /**
     * Writes a grammar, beside its place first and then into it.
     *
     * @param out a file, or {@code -}
     */
    static void write(String grammar, String out, StandardOutput standardOutput) throws IOException {
        if (out.equals("-")) {
            standardOutput.write(grammar.getBytes(StandardCharsets.UTF_8));
            return;
        }
        Path file = Path.of(out);
        Path draft = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(draft, grammar);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Failure.named(out, e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
