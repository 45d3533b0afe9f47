package io.understudy.cli;

import io.understudy.core.BadDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether, and how, it is written down what stands for what. */
final class MappingOptions {

    private static final String VARIABLE = "UNDERSTUDY_PASSPHRASE";
    private static final int LEAST = 12;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Write down which surrogate stands for which original, encrypted with a passphrase.")
    Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--read-mapping",
            paramLabel = "FILE",
            description = "Print what --mapping wrote, and do nothing else.")
    Optional<Path> read = Optional.empty();

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Passphrase of the mapping, on the first line (default: the variable " + VARIABLE + ").")
    private Optional<Path> passphraseFile = Optional.empty();

    /**
     * @throws BadDataException if the file is not there
     * @throws IllegalArgumentException if there is no passphrase, or it is short
     */
    char[] passphrase() throws IOException {
        String passphrase;
        if (passphraseFile.isPresent()) {
            Path file = passphraseFile.get();
            if (!Files.isRegularFile(file)) {
                throw new BadDataException(file.toString(), 0, "there is no such file; expected a passphrase");
            }
            passphrase = Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } else {
            passphrase = System.getenv().getOrDefault(VARIABLE, "");
        }
        if (passphrase.length() < LEAST) {
            throw new IllegalArgumentException("a mapping needs a passphrase of " + LEAST
                    + " characters or more, by --passphrase-file or in the variable " + VARIABLE);
        }
        return passphrase.toCharArray();
    }
}
