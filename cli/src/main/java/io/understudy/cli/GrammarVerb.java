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
        synopsisSubcommandLabel = "VERB",
        description = "Works on grammars: text with choices from which utterances are made.",
        commandListHeading = "%nVerbs:%n",
        footer = {"", "Example: understudy grammar check flights.grammar"})
final class GrammarVerb implements Runnable {

    @Mixin
    final CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec;

    /** With its verbs. */
    static CommandLine of(Terminal terminal, StandardOutput out) {
        CommandLine line = new CommandLine(new GrammarVerb());
        for (Object verb : List.of(
                new GrammarCheckVerb(terminal, out),
                new GrammarCountVerb(out),
                new GrammarSampleVerb(terminal, out),
                new GrammarShowVerb(terminal, out),
                new GrammarImportVerb(out),
                new GrammarInduceVerb(terminal, out))) {
            line.addSubcommand(verb);
        }
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
