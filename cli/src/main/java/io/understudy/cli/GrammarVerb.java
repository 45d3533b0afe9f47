package io.understudy.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Works on grammars; each thing it does is a verb of its own. */
@Command(
        name = "grammar",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        synopsisSubcommandLabel = "VERB",
        description = "Works on grammars: text with choices from which utterances are made.",
        commandListHeading = "%nVerbs:%n",
        footer = {"", "Example: understudy grammar check flights.grammar"})
final class GrammarVerb implements Runnable {

    @Mixin
    final CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec;

    private static final List<String> VERBS = List.of("check", "count", "sample", "show", "import", "induce");

    private static Object verb(String name, Terminal terminal, StandardOutput out) {
        return switch (name) {
            case "check" -> new GrammarCheckVerb(terminal, out);
            case "count" -> new GrammarCountVerb(out);
            case "sample" -> new GrammarSampleVerb(terminal, out);
            case "show" -> new GrammarShowVerb(terminal, out);
            case "import" -> new GrammarImportVerb(out);
            default -> new GrammarInduceVerb(terminal, out);
        };
    }

    /** With its verbs. */
    static CommandLine of(String[] args, Terminal terminal, StandardOutput out) {
        CommandLine line = new CommandLine(new GrammarVerb());
        Understudy.addVerbs(line, VERBS, name -> verb(name, terminal, out), args, 1);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which verb of grammar? have: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
