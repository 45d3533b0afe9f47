package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets planted in a copy of the source. */
class CanariesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheSource() throws IOException {
        List<String> lines = IntStream.range(0, 300)
                .mapToObj(i -> "tell [Ann P" + i + "x](PERSON) that room " + i % 3 + " is ready")
                .toList();
        Files.write(folder.resolve("source.markup"), lines);
    }

    private Run generate(String out, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "generate",
                folder.resolve("source.markup").toString(),
                "-n",
                "200",
                "-o",
                folder.resolve(out).toString(),
                "--quiet"));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    private JsonNode canaries(String out) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(out).resolve("report.json").toFile())
                .at("/leakage/canaries");
    }

    @Test
    void areMeasuredAndReachNoLineOfTheOutput() throws IOException {
        assertThat(generate("plain").code()).isZero();
        assertThat(generate("audited", "--canaries", "9").code()).isZero();
        assertThat(folder.resolve("audited/synthetic.jsonl"))
                .hasSameTextualContentAs(folder.resolve("plain/synthetic.jsonl"));
        assertThat(canaries("plain").isNull()).isTrue();
        assertThat(canaries("audited").path("planted").asInt()).isEqualTo(9);
        assertThat(canaries("audited").path("by_repeats")).hasSize(3);
        assertThat(canaries("audited").path("exposure").isNumber()).isTrue();
    }

    /** Carriers of one record pass by default and are refused with --private: so are the secrets in them. */
    @Test
    void plantedOnceComeThroughUnlessThePhrasesOfFewAreRefused() throws IOException {
        generate("open", "--canaries", "9");
        generate("closed", "--canaries", "9", "--private");
        assertThat(canaries("open").at("/by_repeats/0/emitted").asInt()).isPositive();
        assertThat(canaries("closed").at("/by_repeats/0/emitted").asInt()).isZero();
    }

    @Test
    void canFailARun() {
        assertThat(generate("failed", "--canaries", "9", "--fail-if", "leakage.canaries.emitted>0")
                        .code())
                .isEqualTo(3);
        // What was not measured cannot be passed.
        assertThat(generate("unasked", "--fail-if", "leakage.canaries.emitted>0")
                        .code())
                .isEqualTo(3);
        assertThat(generate("many", "--canaries", "100000").code()).isEqualTo(2);
    }
}
