package io.understudy.cli;

import io.understudy.generator.onnx.Inspection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a model is, and whether it can be used. */
@Command(
        name = "check",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = {
            "Opens a language model and lets it write.",
            "Says its layout, precision, cache, context and licence, and whether answers in a batch are",
            "those alone."
        },
        footer = {"", "Example: understudy models check onnx-community/SmolLM2-135M-Instruct"})
final class ModelsCheckVerb implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            description = "A folder with a model, a graph in it, or ORG/NAME of one that was fetched.")
    private String model = "";

    @Option(names = "--device", paramLabel = "DEVICE", description = "cpu (default), cuda, cuda:N or auto.")
    private String device = "cpu";

    @Mixin
    private ModelFolderOptions models = new ModelFolderOptions();

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;
    private final StandardOutput out;

    ModelsCheckVerb(Terminal terminal, StandardOutput out) {
        this.terminal = terminal;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Narrator narrator = new Narrator(terminal, common.quiet);
        List<List<String>> rows = new ArrayList<>();
        Inspection.of(models.found(model), device, narrator::say)
                .forEach((what, is) -> rows.add(List.of(what, is.replaceAll("\\R", " "))));
        out.write(Table.of(rows).getBytes(StandardCharsets.UTF_8));
        return 0;
    }
}
