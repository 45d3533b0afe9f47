package io.understudy.cli;

import io.understudy.generator.hub.ModelFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the models that are kept. */
@Command(
        name = "list",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = "Lists the models that were fetched.",
        footer = {"", "Example: understudy models list"})
final class ModelsListVerb implements Callable<Integer> {

    @Mixin
    private ModelFolderOptions models = new ModelFolderOptions();

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final StandardOutput out;

    ModelsListVerb(StandardOutput out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("MODEL", "SIZE", "LICENCE", "FOLDER"));
        for (ModelFolders.Kept kept : models.folders().all()) {
            rows.add(List.of(
                    kept.id(),
                    size(kept.bytes()),
                    kept.isWhole() ? kept.licence() : "(not whole: pull it again)",
                    kept.folder().toString()));
        }
        out.write(Table.of(rows).getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    static String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : bytes < 1_000_000_000
                        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                        : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }
}
