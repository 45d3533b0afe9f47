package io.understudy.templates.foreign;

import io.understudy.core.BadDataException;
import io.understudy.templates.grammar.Grammar;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The languages of other tools that we read: a grammar of ours with the same utterances. */
public enum ForeignGrammar {
    CHATITO,
    CHATETTE,
    HASSIL,
    RASA;

    /** How many lines of a file decide. */
    private static final int MOST_LINES = 10_000;

    /** In Rasa's files. */
    private static final Pattern TABLE = Pattern.compile("\\s*(?:-\\s+)?(?:lookup|regex):\\s");

    /**
     * By the name of the file, then by its first lines.
     *
     * @return empty: none of them
     * @throws BadDataException if it may be Chatito as well as Chatette, or is YAML of neither Rasa nor hassil
     */
    public static Optional<ForeignGrammar> of(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".chatito")) {
            return Optional.of(CHATITO);
        }
        if (name.endsWith(".chatette")) {
            return Optional.of(CHATETTE);
        }
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return Optional.of(ofYaml(Source.read(file)));
        }
        return name.endsWith(".grammar") ? Optional.empty() : ofLines(Source.read(file));
    }

    /**
     * Whether a YAML file is a grammar, by what stands in it: hassil's, or one of Rasa with lookup tables or regular
     * expressions, from which more can be said than its examples. All other is a corpus, or nothing.
     */
    public static boolean isGrammar(Path yaml) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(yaml, StandardCharsets.ISO_8859_1)) {
            boolean isRasa = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("intents:") && !isRasa) {
                    return true;
                }
                isRasa |= line.startsWith("nlu:");
                if (isRasa && TABLE.matcher(line).lookingAt()) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Reads a file and those it imports.
     *
     * @throws BadDataException with line and column, if the tool would refuse it or we do not know what it says
     */
    public Grammar read(Path file) throws IOException {
        return read(Source.read(file));
    }

    Grammar read(Source source) throws IOException {
        return switch (this) {
            case CHATITO -> ChatitoReader.read(source);
            case CHATETTE -> ChatetteReader.read(source);
            case HASSIL -> HassilReader.read(source);
            case RASA -> RasaReader.read(source);
        };
    }

    private static ForeignGrammar ofYaml(Source source) {
        for (int line = 1; line <= source.lines(); line++) {
            if (source.line(line).startsWith("nlu:")) {
                return RASA;
            }
            if (source.line(line).startsWith("intents:")) {
                return HASSIL;
            }
        }
        throw source.fault(1, 0, "is YAML of neither Rasa ('nlu:') nor hassil ('intents:')");
    }

    /** Both tools define in brackets; one imports, weighs and writes arguments where the other includes and marks. */
    private static Optional<ForeignGrammar> ofLines(Source source) {
        boolean defines = false;
        for (int line = 1; line <= Math.min(source.lines(), MOST_LINES); line++) {
            String text = source.line(line);
            defines |= text.matches("[%@~]\\[.*");
            if ((text.startsWith("import ") && text.endsWith(".chatito")) || text.matches(" {4}\\*\\[.*")) {
                return Optional.of(CHATITO);
            }
            if (text.startsWith("|") || text.matches("([%@~]|.*[^\\\\])\\[&.*|[%@~]\\[[^]]*\\$.*|\\s.*\\?/[0-9].*")) {
                return defines || text.startsWith("|") ? Optional.of(CHATETTE) : Optional.empty();
            }
        }
        if (defines) {
            throw source.fault(1, 0, "may be Chatito or Chatette; name it so that it ends in .chatito or .chatette");
        }
        return Optional.empty();
    }
}
