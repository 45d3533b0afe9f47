package io.understudy.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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
    static CommandLine of(String[] args, Terminal terminal, StandardOutput out) {
        Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
        verbs.put("check", () -> new GrammarCheckVerb(terminal, out));
        verbs.put("count", () -> new GrammarCountVerb(out));
        verbs.put("sample", () -> new GrammarSampleVerb(terminal, out));
        verbs.put("show", () -> new GrammarShowVerb(terminal, out));
        verbs.put("import", () -> new GrammarImportVerb(out));
        verbs.put("induce", () -> new GrammarInduceVerb(terminal, out));
        CommandLine line = new CommandLine(new GrammarVerb());
        Understudy.addVerbs(line, verbs, args, 1);
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
