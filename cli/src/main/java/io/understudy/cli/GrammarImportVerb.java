package io.understudy.cli;

import io.understudy.templates.foreign.ForeignGrammar;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.text.GrammarWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Another tool's grammar in our language. */
@Command(
        name = "import",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = {
            "Writes a grammar of Chatito, Chatette or hassil, or the training data of Rasa (nlu.yml), in our language:"
                    + " the same utterances, mentions and odds.",
            "What cannot be said in it is refused by name.",
            "The other verbs take such files as they are."
        },
        footer = {"", "Example: understudy grammar import flights.chatito -o flights.grammar"})
final class GrammarImportVerb implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The grammar of the other tool.")
    private String file = "";

    @Option(
            names = "--from",
            paramLabel = "TOOL",
            converter = Tool.class,
            description = "chatito, chatette, hassil or rasa (default: told by the file).")
    private Optional<ForeignGrammar> from = Optional.empty();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where to write (default: standard output).")
    private String out = "-";

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final StandardOutput standardOutput;

    GrammarImportVerb(StandardOutput out) {
        this.standardOutput = out;
    }

    @Override
    public Integer call() throws IOException {
        Path path = Path.of(file);
        ForeignGrammar tool = from.isPresent()
                ? from.get()
                : ForeignGrammar.of(path)
                        .orElseThrow(() -> new IllegalArgumentException(
                                file + " is no grammar of another tool that can be told; expected --from " + tools()));
        Grammar grammar = tool.read(path);
        Grammars.write(GrammarWriter.write(grammar), out, standardOutput);
        return 0;
    }

    private static String tools() {
        return Arrays.stream(ForeignGrammar.values()).map(Choice::name).collect(Collectors.joining(", "));
    }

    static final class Tool implements ITypeConverter<ForeignGrammar> {
        @Override
        public ForeignGrammar convert(String value) {
            return Arrays.stream(ForeignGrammar.values())
                    .filter(tool -> Choice.name(tool).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("unknown tool '" + value + "'; have: " + tools()));
        }
    }
}
