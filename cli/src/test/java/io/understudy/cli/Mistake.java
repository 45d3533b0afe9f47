package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mistake, and what its caller is told: one sentence, whole; nothing is half-written.
 *
 * @param line the command line; {@code $} is the test's folder
 * @param files name and content, in turns; {@code base64:} before bytes, a name that ends in / is a folder
 */
record Mistake(String what, String line, int code, String message, List<String> files) {

    static final String FORMATS = names(format -> true);
    static final String WRITTEN = names(CorpusFormat::writes);

    static final String JSONL =
            "{\"text\":\"Ada is here.\",\"spans\":[{\"start\":0,\"end\":3,\"label\":\"PERSON\"}]}\n";

    /** One record with these spans over a text of 12 characters, of which the last is outside the BMP. */
    static String spans(String spans) {
        return "{\"text\":\"Ada is here\uD83D\uDE00\",\"spans\":[" + spans + "]}\n";
    }

    static Mistake bad(String what, String line, int code, String message, String... files) {
        return new Mistake(what, line, code, message, List.of(files));
    }

    private static String names(Predicate<CorpusFormat> which) {
        return Corpus.formats().stream().filter(which).map(CorpusFormat::name).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return what;
    }

    /** Makes the mistake in this folder. */
    void check(Path folder) throws IOException {
        for (String device : List.of("/dev/full", "/proc/self/mem")) {
            assumeTrue(!line.contains(device) || Files.exists(Path.of(device)), "needs Linux's " + device);
        }
        for (int i = 0; i < files.size(); i += 2) {
            write(folder, files.get(i), files.get(i + 1));
        }
        Map<String, String> before = content(folder);
        String command = line.replace("$", folder.toString());
        Run run = Run.of(command.isEmpty() ? new String[0] : command.split(" "));
        String told = run.err()
                .replace(folder.toString(), "$")
                .replaceAll("have: annotate(, [a-z]+)+", "have: {verbs}")
                .replaceAll("have: --[a-z-]+(, --[a-z-]+)+", "have: {options}");
        assertThat(told).isEqualTo("understudy: " + message + System.lineSeparator());
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(content(folder)).isEqualTo(before);
    }

    private static void write(Path folder, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        if (name.endsWith("/")) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        byte[] bytes = content.startsWith("base64:")
                ? Base64.getDecoder().decode(content.substring("base64:".length()))
                : content.getBytes(StandardCharsets.UTF_8);
        Files.write(file, bytes);
    }

    /** Every file and folder below the test's folder, hidden ones too. */
    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                content.put(
                        folder.relativize(path).toString(),
                        Files.isDirectory(path) ? "folder" : Arrays.toString(Files.readAllBytes(path)));
            }
        }
        return content;
    }

    static String base64(int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        return "base64:" + Base64.getEncoder().encodeToString(raw);
    }
}
