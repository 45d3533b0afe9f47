package io.understudy.cli;

import io.understudy.generator.hub.ModelFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where models are kept. */
final class ModelFolderOptions {

    static final String VARIABLE = "UNDERSTUDY_MODELS";

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Where models are kept; else the variable " + VARIABLE + ", else"
                    + " ~/.local/share/understudy/models.")
    private Optional<Path> folder = Optional.empty();

    /** A model as a user names it: a path, or else {@code ORG/NAME} of one that was fetched. */
    Path found(String model) {
        Path named = Path.of(model);
        Path kept = folders().folder(model);
        return Files.exists(named) || !Files.exists(kept) ? named : kept;
    }

    ModelFolders folders() {
        return new ModelFolders(folder.or(() -> variable(VARIABLE).map(Path::of))
                .orElseGet(() -> variable("XDG_DATA_HOME")
                        .map(Path::of)
                        .orElse(Path.of(System.getProperty("user.home"), ".local", "share"))
                        .resolve("understudy")
                        .resolve("models")));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
