package io.understudy.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Works on local models; each thing it does is a verb of its own. */
@Command(
        name = "models",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        synopsisSubcommandLabel = "VERB",
        description = "Works on language models on this machine: fetches, lists and checks them.",
        commandListHeading = "%nVerbs:%n",
        footer = {"", "Example: understudy models check models/smollm2"})
final class ModelsVerb implements Runnable {

    @Mixin
    final CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec;

    /** With its verbs. */
    static CommandLine of(Terminal terminal, StandardOutput out) {
        CommandLine line = new CommandLine(new ModelsVerb());
        for (Object verb : List.of(
                new ModelsListVerb(out), new ModelsPullVerb(terminal, out), new ModelsCheckVerb(terminal, out))) {
            line.addSubcommand(verb);
        }
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which verb of models? have: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
