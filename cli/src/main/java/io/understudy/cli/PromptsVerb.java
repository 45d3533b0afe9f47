package io.understudy.cli;

import io.understudy.core.BadDataException;
import io.understudy.prompts.PromptFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on prompts; each thing it does is a verb of its own. */
@Command(
        name = "prompts",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        synopsisSubcommandLabel = "VERB",
        description = "Works on prompts: what language models are asked.",
        commandListHeading = "%nVerbs:%n",
        footer = {"", "Example: understudy prompts show paraphrase"})
final class PromptsVerb implements Runnable {

    @Mixin
    final CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec;

    /** With its verbs. */
    static CommandLine of(StandardOutput out) {
        CommandLine line = new CommandLine(new PromptsVerb());
        line.addSubcommand(new ListVerb(out));
        line.addSubcommand(new ShowVerb(out));
        line.addSubcommand(new PromptsRenderVerb(out));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which verb of prompts? have: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }

    /** A prompt of ours by its name, or a file of the user's: whatever has a dot or a slash in it. */
    static PromptFile open(String nameOrFile) throws IOException {
        return isFile(nameOrFile) ? PromptFile.parse(nameOrFile, text(nameOrFile)) : PromptFile.named(nameOrFile);
    }

    /** Whether a prompt is the user's own. */
    static boolean isFile(String nameOrFile) {
        return nameOrFile.matches(".*[./\\\\].*");
    }

    private static String text(String file) throws IOException {
        try {
            return Files.readString(Path.of(file));
        } catch (CharacterCodingException e) {
            throw new BadDataException(file, 0, "is not UTF-8; expected a prompt file");
        } catch (IOException e) {
            throw Failure.named(file, e);
        }
    }

    /** Lists the prompts that come with the tool. */
    @Command(
            name = "list",
            versionProvider = Understudy.Version.class,
            addMethodSubcommands = false,
            abbreviateSynopsis = true,
            description = "Lists prompts: name, version, what they are filled in with, what an answer is, what for.",
            footer = {"", "Example: understudy prompts list"})
    static final class ListVerb implements Callable<Integer> {

        @Mixin
        final CommonOptions common = new CommonOptions();

        private final StandardOutput out;

        ListVerb(StandardOutput out) {
            this.out = out;
        }

        @Override
        public Integer call() throws IOException {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("NAME", "VERSION", "INPUTS", "OUTPUT", "PURPOSE"));
            for (String name : PromptFile.NAMES) {
                PromptFile file = PromptFile.named(name);
                rows.add(List.of(
                        name,
                        Integer.toString(file.version()),
                        file.inputs().stream().sorted().map(Object::toString).collect(Collectors.joining(" ")),
                        file.output().toString(),
                        file.purpose()));
            }
            out.write(Table.of(rows).getBytes(StandardCharsets.UTF_8));
            return 0;
        }
    }

    /** Shows a prompt's file. */
    @Command(
            name = "show",
            versionProvider = Understudy.Version.class,
            addMethodSubcommands = false,
            abbreviateSynopsis = true,
            description = "Shows a prompt as it is written: a file to begin your own from.",
            footer = {"", "Example: understudy prompts show paraphrase > mine.md"})
    static final class ShowVerb implements Callable<Integer> {

        @Parameters(paramLabel = "NAME|FILE", description = "One of 'prompts list', or a file.")
        private String prompt = "";

        @Mixin
        final CommonOptions common = new CommonOptions();

        private final StandardOutput out;

        ShowVerb(StandardOutput out) {
            this.out = out;
        }

        @Override
        public Integer call() throws IOException {
            open(prompt);
            out.write((isFile(prompt) ? text(prompt) : PromptFile.source(prompt)).getBytes(StandardCharsets.UTF_8));
            return 0;
        }
    }
}
