package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.Mention;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.FormatOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job from end to end, in this process. */
class JobTest {

    private static final List<String> LINES = List.of(
            "Please book [Ada Byrne](PERSON) a flight to [Oslo](CITY) on [3 May](DATE).",
            "[Bela Kovacs](PERSON) moved from [Graz](CITY) to [Linz](CITY).",
            "send [ravi menon](PERSON) the invoice over [$ 1,250.00](MONEY)",
            "Is [Zoë Ångström](PERSON) \uD83D\uDE00 still in [Ulm](CITY)?",
            "Call [Ines Duarte](PERSON) at [020 7946 0321](PHONE).",
            "[Tomo Sato](PERSON) wrote from [tomo@sato.example](EMAIL) on [2024-03-12](DATE).");

    @TempDir
    Path folder;

    private Path corpus;

    @BeforeEach
    void writeTheCorpus() throws IOException {
        corpus = Files.write(folder.resolve("corpus.markup"), LINES);
    }

    @Test
    void aJobWritesItsFiveFiles() throws IOException {
        Run run = generate("out", "-n", "200");
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(names("out"))
                .containsExactly("DATA_CARD.md", "manifest.json", "report.html", "report.json", "synthetic.jsonl");
        assertThat(read("out/synthetic.jsonl")).hasSize(200);
        assertThat(run.err())
                .isEqualTo("understudy: wrote 200 lines to %s; read %s%n"
                        .formatted(at("out/synthetic.jsonl"), at("out/report.html")));
    }

    @Test
    void linesAreDistinctAndHoldNoSurfaceOfTheSource() throws IOException {
        generate("out", "-n", "300");
        List<String> surfaces = LINES.stream()
                .map(Markup::read)
                .flatMap(line -> line.mentions().stream().map(line::surface))
                .toList();
        List<Example> lines = read("out/synthetic.jsonl");
        assertThat(lines).extracting(Example::text).doesNotHaveDuplicates();
        assertThat(lines).allSatisfy(line -> assertThat(line.text()).doesNotContain(surfaces));
    }

    @Test
    void threadsChangeNoByteOfAnyFile() throws IOException {
        generate("one", "-n", "500", "--threads", "1");
        generate("three", "-n", "500", "--threads", "3");
        assertThat(bytes("three")).isEqualTo(bytes("one"));
    }

    @Test
    void anotherSeedGivesOtherLines() throws IOException {
        generate("one", "-n", "50");
        generate("two", "-n", "50", "--seed", "2");
        assertThat(texts("two/synthetic.jsonl")).doesNotContainAnyElementsOf(texts("one/synthetic.jsonl"));
    }

    @Test
    void nothingBesideTheLinesHoldsAMentionOfTheSourceOrAPath() throws IOException {
        generate("out", "-n", "200");
        for (String name : List.of("DATA_CARD.md", "manifest.json", "report.html", "report.json")) {
            assertThat(Files.readString(folder.resolve("out").resolve(name)))
                    .as(name)
                    .doesNotContain(
                            "Ada",
                            "Byrne",
                            "Oslo",
                            "Bela",
                            "Kovacs",
                            "Graz",
                            "ravi",
                            "menon",
                            "Zo\u00EB",
                            "Ines",
                            "Duarte")
                    .doesNotContain("Tomo", "tomo@", "7946 0321", "1,250", folder.toString());
        }
    }

    @Test
    void textWithoutMentionsIsRecognizedFirst() throws IOException {
        List<String> plain =
                LINES.stream().map(line -> Markup.read(line).text()).toList();
        Path text = Files.write(folder.resolve("plain.txt"), plain);
        Run run = Run.of("generate", text.toString(), "-n", "60", "-o", at("out"), "--quiet");
        assertThat(run).isEqualTo(new Run(0, "", ""));
        List<Example> lines = read("out/synthetic.jsonl");
        assertThat(lines).hasSize(60);
        assertThat(lines).flatExtracting(line -> labels(line.annotated())).contains("PERSON", "EMAIL", "MONEY");
        assertThat(lines).noneSatisfy(line -> assertThat(line.text()).contains("Ada Byrne"));
        assertThat(Files.readString(folder.resolve("out/manifest.json")))
                .contains("\"english.all.3class.distsim\"", "\"plain.txt\"");
    }

    @Test
    void aCorpusThatIsLabelledIsNotRecognizedAgain() throws IOException {
        generate("out", "-n", "5");
        assertThat(Files.readString(folder.resolve("out/manifest.json"))).contains("\"models\": [ ]");
    }

    @Test
    void askingForMoreThanThereIsGivesAllAndSaysSo() throws IOException {
        Path small = Files.write(
                folder.resolve("small.markup"),
                List.of("Good morning.", "Good morning.", "Good evening.", "[Bo](PERSON)"));
        Run run = Run.of(
                "generate",
                small.toString(),
                "--labels",
                "NONE",
                "--min-sources",
                "2",
                "-n",
                "10",
                "-o",
                at("out"),
                "--allow-verbatim");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("asked for 10 lines, there are only 3 distinct ones that may pass");
        assertThat(Files.readString(folder.resolve("out/manifest.json"))).contains("\"requested\": 10", "\"out\": 3");
        assertThat(run.err()).contains("--labels: names of all other kinds stay in the lines as they are");
        assertThat(Files.readString(folder.resolve("out/DATA_CARD.md")))
                .contains("- Only names of these kinds were taken out: NONE.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"conll", "csv", "markup", "text"})
    void linesComeInTheFormatAskedFor(String format) throws IOException {
        Run run = generate("out", "-n", "20", "--to", format);
        assertThat(run.code()).isZero();
        String extension = Corpus.format(format).extensions().get(0);
        assertThat(read("out/synthetic." + extension)).hasSize(20);
    }

    @Test
    void aGateThatFailsExitsWithThreeAndKeepsTheFolder() throws IOException {
        Run run = generate("out", "-n", "20", "--fail-if", "validity.lines>=20", "--fail-if", "validity.invalid>0");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).endsWith("validity.lines is 20, so --fail-if validity.lines>=20 fails%n".formatted());
        assertThat(names("out")).hasSize(5);
    }

    @Test
    void aGateThatPassesExitsWithZero() {
        assertThat(generate("out", "-n", "20", "--fail-if", "leakage.hard>0").code())
                .isZero();
    }

    @Test
    void aPreviewShowsLinesAndWritesNothing() throws IOException {
        Run run = Run.of("generate", "--preview", corpus.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .hasSize(5)
                .allSatisfy(line -> assertThat(Markup.read(line).mentions()).isNotEmpty());
        assertThat(Run.of("generate", corpus.toString(), "--preview", "2").out().lines())
                .hasSize(2);
        try (Stream<Path> paths = Files.list(folder)) {
            assertThat(paths).containsExactly(corpus);
        }
    }

    @Test
    void overwritingReplacesTheFilesOfAJobAndNothingElse() throws IOException {
        generate("out", "-n", "5", "--to", "csv");
        Files.writeString(folder.resolve("out/mine.txt"), "mine");
        Run run = generate("out", "-n", "7", "--overwrite");
        assertThat(run.code()).isZero();
        assertThat(names("out"))
                .containsExactly(
                        "DATA_CARD.md", "manifest.json", "mine.txt", "report.html", "report.json", "synthetic.jsonl");
        assertThat(read("out/synthetic.jsonl")).hasSize(7);
    }

    @Test
    void standardInputIsHashedLikeAFile() throws IOException {
        generate("file", "-n", "5");
        Run run = Run.piped(Files.readString(corpus), "generate", "-", "--from", "markup", "-n", "5", "-o", at("pipe"));
        assertThat(run.code()).isZero();
        String hash = Files.readString(folder.resolve("file/manifest.json"))
                .lines()
                .filter(line -> line.contains("sha256"))
                .collect(Collectors.joining());
        assertThat(Files.readString(folder.resolve("pipe/manifest.json"))).contains(hash.strip());
    }

    @Test
    void theSameIdInTwoInputsGetsTheNumberOfItsInput() throws IOException {
        Path other = Files.write(folder.resolve("other.jsonl"), List.of("{\"id\":\"x\",\"text\":\"a\"}"));
        Path third = Files.write(folder.resolve("third.jsonl"), List.of("{\"id\":\"x\",\"text\":\"b\"}"));
        Run run = Run.of("annotate", other.toString(), third.toString(), "--labels", "URL");
        assertThat(run.out().lines().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("{\"id\":\"x\"", "{\"id\":\"2:x\"");
    }

    private Run generate(String out, String... more) {
        List<String> args = new ArrayList<>(List.of("generate", corpus.toString(), "-o", at(out)));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> texts(String name) throws IOException {
        return read(name).stream().map(Example::text).toList();
    }

    private List<Example> read(String name) throws IOException {
        List<Example> examples = new ArrayList<>();
        try (CorpusReader reader = Corpus.open(at(name), Optional.empty(), FormatOptions.DEFAULT)) {
            reader.forEachRemaining(examples::add);
        }
        return examples;
    }

    private static List<String> labels(AnnotatedText text) {
        return text.mentions().stream()
                .map(Mention::label)
                .map(label -> label.name())
                .toList();
    }

    private List<String> names(String name) throws IOException {
        return List.copyOf(bytes(name).keySet());
    }

    private Map<String, List<Byte>> bytes(String name) throws IOException {
        Map<String, List<Byte>> bytes = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder.resolve(name))) {
            for (Path path : paths.toList()) {
                List<Byte> content = new ArrayList<>();
                for (byte b : Files.readAllBytes(path)) {
                    content.add(b);
                }
                bytes.put(path.getFileName().toString(), content);
            }
        }
        return bytes;
    }
}
