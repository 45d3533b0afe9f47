package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same lines from end to end; what patterns find, so that no model is loaded. */
class AnonymizeTest {

    private static final String LABELS = "EMAIL,IBAN,MONEY";

    @TempDir
    Path folder;

    private Path notes;
    private Path key;

    @BeforeEach
    void writeTheNotes() throws IOException {
        notes = Files.writeString(folder.resolve("notes.txt"), """
                Write to ada.byrne@acme.com or to b.cole@acme.com.
                Nothing is here.
                Pay $1,234.00 to DE89 3704 0044 0532 0130 00, says ada.byrne@acme.com.
                """);
        key = Files.writeString(folder.resolve("key"), "a key of twenty bytes");
    }

    private Run anonymize(String out, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "anonymize",
                notes.toString(),
                "--labels",
                LABELS,
                "-o",
                folder.resolve(out).toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void aJobWritesItsFilesAndTheSameLines() throws IOException {
        Run run = anonymize("out", "--key-file", key.toString(), "--to", "markup");
        assertThat(run.code()).as(run.err()).isZero();
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "DATA_CARD.md", "manifest.json", "report.html", "report.json", "synthetic.markup");
        }
        List<String> lines = read("out/synthetic.markup").lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .matches("Write to \\[(\\S+)@([a-z-]+\\.example\\.\\w+)]\\(EMAIL\\) or to \\[\\S+@\\2]\\(EMAIL\\)\\.");
        assertThat(lines.get(1)).isEqualTo("Nothing is here.");
        String mail = lines.get(0).replaceAll("Write to \\[(\\S+?)].*", "$1");
        assertThat(lines.get(2))
                .matches("Pay \\[\\$\\d,\\d{3}\\.00]\\(MONEY\\) to \\[DE\\d\\d 0000 0000 [\\d ]+]\\(IBAN\\), says .*")
                .contains("[" + mail + "](EMAIL)");
    }

    @Test
    void aKeyMakesRunsAlikeWhateverTheThreads() throws IOException {
        anonymize("one", "--key-file", key.toString(), "--threads", "1");
        anonymize("four", "--key-file", key.toString(), "--threads", "4");
        for (String file : List.of("synthetic.jsonl", "manifest.json", "report.json")) {
            assertThat(read("one/" + file)).isEqualTo(read("four/" + file));
        }
        anonymize("fresh");
        assertThat(read("fresh/synthetic.jsonl")).isNotEqualTo(read("one/synthetic.jsonl"));
    }

    @Test
    void theManifestSaysWhichKeyWhichRangesAndWhatIsLeft() throws IOException {
        anonymize("out", "--key-file", key.toString());
        assertThat(read("out/manifest.json"))
                .contains("\"key\": \"from a file\"")
                .contains("\"EMAIL\": \"hosts below example.com, example.org and example.net (RFC 2606)\"")
                .contains("\"IBAN\": \"banks that do not exist: code 0 or ZZZZ, right modulo 97 (ISO 13616)\"")
                .doesNotContain("twenty");
        anonymize("fresh");
        assertThat(read("fresh/manifest.json")).contains("\"key\": \"fresh, not kept\"");
    }

    @Test
    void standardInputIsReadOnce() throws IOException {
        Run run = Run.piped(
                Files.readString(notes),
                "anonymize",
                "-",
                "--from",
                "text",
                "--labels",
                LABELS,
                "--key-file",
                key.toString(),
                "-o",
                folder.resolve("piped").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(read("piped/synthetic.jsonl").lines()).hasSize(3);
    }

    /** Labelled by somebody who overlooked an address. */
    @Test
    void whatIsLeftFailsTheLinesValidity() throws IOException {
        Path labelled = Files.writeString(
                folder.resolve("labelled.markup"),
                "[ada.byrne@acme.com](EMAIL) and b.cole@acme.com\n[c.dee@acme.com](EMAIL) alone\n");
        Run run = Run.of(
                "anonymize",
                labelled.toString(),
                "--labels",
                LABELS,
                "-o",
                folder.resolve("out").toString(),
                "--fail-if",
                "validity.invalid>0");
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("1 line still holds what a recognizer finds and the original said: EMAIL 1");
        assertThat(read("out/report.json").replaceAll("\\s", "")).contains("\"residual\":{\"tried\":2,\"failed\":1");
        assertThat(read("out/manifest.json").replaceAll("\\s", ""))
                .contains("\"residual\":{\"found\":{\"EMAIL\":1},\"in_original\":{\"EMAIL\":1}}");
    }

    @Test
    void aMappingIsWrittenOnRequestAndOpensWithItsPassphraseAlone() throws IOException {
        Path pass = Files.writeString(folder.resolve("pass"), "correct horse battery\n");
        Path other = Files.writeString(folder.resolve("other"), "incorrect horse battery\n");
        Path map = folder.resolve("map");
        anonymize(
                "out", "--key-file", key.toString(), "--mapping", map.toString(), "--passphrase-file", pass.toString());
        assertThat(new String(Files.readAllBytes(map), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("understudy mapping 1\n")
                .doesNotContain("acme");
        Run read = Run.of("anonymize", "--read-mapping", map.toString(), "--passphrase-file", pass.toString());
        assertThat(read.out().lines())
                .hasSize(4)
                .anyMatch(line -> line.matches("EMAIL\tada.byrne@acme.com\t\\S+@[a-z-]+\\.example\\.\\w+"));
        Run wrong = Run.of("anonymize", "--read-mapping", map.toString(), "--passphrase-file", other.toString());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err())
                .isEqualTo("understudy: " + map + ": does not open with this passphrase, or was changed"
                        + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --strategy konsistent  | --strategy: unknown strategy 'konsistent'; did you mean 'consistent'? have: consistent, random, markov, redact, mask
            --scope book           | --scope: unknown scope 'book'; have: line, document, corpus
            --lose hair            | --lose: unknown property of names 'hair'; have: origin, gender, parts, initials, capitals, length, script
            --strategy markov --reuse 2 | the probability of reuse is 2.0; expected 0 to 1""")
    void slipsAreAnsweredWithTheChoices(String options, String message) {
        Run run = anonymize("out", options.split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("understudy: " + message + System.lineSeparator());
    }
}
