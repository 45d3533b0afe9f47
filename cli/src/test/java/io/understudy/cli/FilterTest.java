package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verbs as filters: pipes, screens, colours, help. */
class FilterTest {

    private static final String NOTE = "Mail ada@byrne.example by noon.\n";

    @TempDir
    Path folder;

    @Test
    void annotateReadsAPipeAndWritesJsonl() {
        Run run = Run.piped(NOTE, "annotate", "-", "--from", "text", "--labels", "EMAIL", "--quiet");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("\"text\":\"Mail ada@byrne.example by noon.\"")
                .contains("\"spans\":[{\"start\":5,\"end\":22,\"label\":\"EMAIL\"}]");
    }

    @Test
    void anAddressSaysItsPartsWhereTheFormatCan() {
        String note = "Send it to 12 Elm Street, Bath BA1 2AB\n";
        Run run = Run.piped(note, "annotate", "-", "--from", "text", "--labels", "ADDRESS");
        assertThat(run.out())
                .contains("\"parts\":{\"house_number\":\"12\",\"street\":\"Elm Street\",\"city\":\"Bath\","
                        + "\"postcode\":\"BA1 2AB\"}");
        Run markup = Run.piped(note, "annotate", "-", "--from", "text", "--labels", "ADDRESS", "--to", "markup");
        assertThat(markup.out()).startsWith("Send it to [12 Elm Street, Bath BA1 2AB](ADDRESS)");
        assertThat(markup.err()).doesNotContain("lost");
    }

    @Test
    void annotateSaysHowMuchItFound() {
        Run run = Run.piped(NOTE, "annotate", "-", "--from", "text", "--labels", "EMAIL");
        assertThat(run.err()).isEqualTo("understudy: 1 mention in 1 example%n".formatted());
    }

    @Test
    void settingsThatOnlyOneToolHasAreALoss() {
        String model = "{\"interactionModel\":{\"languageModel\":{\"invocationName\":\"sea bird\",\"intents\":["
                + "{\"name\":\"Fly\",\"samples\":[\"fly\"]}]}}}";
        assertThat(Run.piped(model, "convert", "-", "-", "--from", "alexa", "--to", "jsonl")
                        .err())
                .isEqualTo(
                        ("understudy: standard output cannot carry all; lost: the settings of alexa; a file of the same"
                                        + " format keeps settings%n")
                                .formatted());
        Run strict = Run.piped(model, "convert", "-", "-", "--from", "alexa", "--to", "jsonl", "--strict");
        assertThat(strict.code()).isEqualTo(2);
        assertThat(strict.out()).isEmpty();
        assertThat(strict.err()).contains("lost: the settings of alexa").contains("because of --strict");
        assertThat(Run.piped(model, "convert", "-", "-", "--from", "alexa", "--to", "alexa")
                        .err())
                .isEmpty();
    }

    @Test
    void aToolThatWantsAnIntentHasOneAndSaysSo() {
        String lines = """
                {"text":"hello","intent":"greet"}
                {"text":"to Oslo"}
                """;
        Run told = Run.piped(lines, "convert", "-", "-", "--from", "jsonl", "--to", "rasa");
        assertThat(told.out()).isEqualTo("""
                        version: "3.1"
                        nlu:
                        - intent: greet
                          examples: |
                            - hello
                        - intent: none
                          examples: |
                            - to Oslo
                        """);
        assertThat(told.err())
                .isEqualTo("understudy: standard output: every example has an intent there; 1 without one is under"
                        + " 'none' (--default-intent gives another name)%n".formatted());
        Run named = Run.piped(lines, "convert", "-", "-", "--from", "jsonl", "--to", "rasa", "--default-intent", "fly");
        assertThat(named.err()).isEmpty();
        assertThat(named.out()).isEqualTo(told.out().replace("intent: none", "intent: fly"));
    }

    @Test
    void labelStudiosConfigIsToldWithTheTasks() {
        Run run = Run.piped(
                "To [Oslo](CITY & \"more\") with [Ada](PERSON)\n",
                "convert",
                "-",
                "-",
                "--from",
                "markup",
                "--to",
                "label-studio");
        assertThat(run.err())
                .isEqualTo("understudy: standard output: a project that takes these tasks has this labelling config"
                        + " (Settings, Labeling Interface, Code): <View><Labels name=\"label\" toName=\"text\">"
                        + "<Label value=\"CITY &amp; &quot;more&quot;\"/><Label value=\"PERSON\"/></Labels>"
                        + "<Text name=\"text\" value=\"$text\"/></View>%n".formatted());
        // Tasks of a project of its own need none.
        Run again = Run.piped(run.out(), "convert", "-", "-", "--from", "label-studio", "--to", "label-studio");
        assertThat(again.out()).isEqualTo(run.out());
    }

    @Test
    void verbsCanBePiped() {
        Run annotated = Run.piped(NOTE, "annotate", "-", "--from", "text", "--labels", "EMAIL", "--map", "EMAIL=MAIL");
        Run converted = Run.piped(annotated.out(), "convert", "-", "-", "--from", "jsonl", "--to", "markup", "--quiet");
        assertThat(converted.out()).isEqualTo("Mail [ada@byrne.example](MAIL) by noon.\n");
    }

    @Test
    void gzipGoesInAndOutAndIsHashedToItsEnd() throws IOException {
        Path zipped = folder.resolve("notes.csv.gz");
        Path plain = folder.resolve("notes.markup");
        Path out = folder.resolve("out");
        String line = "Mail [ada@byrne.example](EMAIL) by noon.\n";
        assertThat(Run.piped(line, "convert", "-", zipped.toString(), "--from", "markup")
                        .code())
                .isZero();
        assertThat(Run.of("convert", zipped.toString(), plain.toString(), "--quiet"))
                .isEqualTo(new Run(0, "", ""));
        assertThat(plain).hasContent(line);
        assertThat(Run.of("evaluate", zipped.toString(), "-o", out.toString(), "--quiet")
                        .code())
                .isZero();
        MessageDigest digest = DigestedInput.sha256();
        assertThat(out.resolve("manifest.json"))
                .content()
                .contains(HexFormat.of().formatHex(digest.digest(Files.readAllBytes(zipped))));
    }

    @Test
    void mentionsThatAreThereStay() {
        Run run = Run.piped(
                "[Mail ada@byrne.example](TASK) or bo@byrne.example.\n",
                "annotate",
                "-",
                "--from",
                "markup",
                "--to",
                "markup",
                "--labels",
                "EMAIL,TASK",
                "--quiet");
        assertThat(run.out()).isEqualTo("[Mail ada@byrne.example](TASK) or [bo@byrne.example](EMAIL).\n");
    }

    @Test
    void convertSaysWhatTheNewFormatCannotCarry() throws IOException {
        Path jsonl = Files.writeString(folder.resolve("a.jsonl"), """
                {"id":"a","text":"Ada","intent":"hi","spans":[{"start":0,"end":3,"label":"A"}]}
                {"id":"b","text":"Bo","intent":"hi"}
                """);
        Run run = Run.of("convert", jsonl.toString(), folder.resolve("a.txt").toString());
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo(
                        "understudy: %s cannot carry all; lost: id of 2 examples, intent of 2 examples, spans of 1 example%n"
                                .formatted(folder.resolve("a.txt")));
        assertThat(folder.resolve("a.txt")).hasContent("Ada\nBo\n");
    }

    @Test
    void convertKeepsOrderAndBytesOnAnyNumberOfThreads() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            lines.append("[Ada").append(i).append("](PERSON) is here.\n");
        }
        Path markup = Files.writeString(folder.resolve("a.markup"), lines);
        Run one = Run.of("convert", markup.toString(), "-", "--to", "markup", "--threads", "1", "--quiet");
        Run three = Run.of("convert", markup.toString(), "-", "--to", "markup", "--threads", "3", "--quiet");
        assertThat(one.out()).isEqualTo(lines.toString());
        assertThat(three.out()).isEqualTo(one.out());
    }

    @Test
    void evaluateShowsASummary() throws IOException {
        Path made = Files.writeString(folder.resolve("made.markup"), "[Bo](PERSON) left.\n[Cy](PERSON) left.\n");
        Path original = Files.writeString(folder.resolve("original.markup"), "[Bo](PERSON) came.\n");
        Run run = Run.of("evaluate", made.toString(), "--against", original.toString(), "--fail-if", "leakage.hard>0");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isNotBlank();
        assertThat(run.err())
                .isEqualTo("understudy: leakage.hard is 1, so --fail-if leakage.hard>0 fails%n".formatted());
    }

    @Test
    void evaluateWritesItsReport() throws IOException {
        Path made = Files.writeString(folder.resolve("made.markup"), "[Bo](PERSON) left.\n");
        Run run =
                Run.of("evaluate", made.toString(), "-o", folder.resolve("out").toString(), "--quiet");
        assertThat(run.code()).isZero();
        assertThat(folder.resolve("out").toFile().list())
                .containsExactlyInAnyOrder("DATA_CARD.md", "manifest.json", "report.html", "report.json");
    }

    @Test
    void aScreenGetsColouredMentions() {
        assertThat(onScreen(true, "annotate", "-", "--from", "text", "--labels", "EMAIL"))
                .startsWith("Mail \u001b[1;38;5;")
                .contains("mada@byrne.example\u001b[0;2m EMAIL\u001b[0m by noon.");
    }

    @Test
    void aScreenWithoutColourGetsMarkup() {
        String markup = "Mail [ada@byrne.example](EMAIL) by noon.\n";
        assertThat(onScreen(false, "annotate", "-", "--from", "text", "--labels", "EMAIL"))
                .isEqualTo(markup);
        assertThat(onScreen(true, "annotate", "-", "--from", "text", "--labels", "EMAIL", "--no-color"))
                .isEqualTo(markup);
    }

    @Test
    void aScreenGetsTheFormatAskedFor() {
        assertThat(onScreen(true, "annotate", "-", "--from", "text", "--labels", "EMAIL", "--to", "jsonl"))
                .startsWith("{\"id\":");
    }

    @Test
    void controlCharactersOfTheTextDoNotSteerTheScreen() {
        assertThat(new Painter(true).paint(io.understudy.core.AnnotatedText.plain("a\u001b[2Jb\u0007")))
                .isEqualTo("a\uFFFD[2Jb\uFFFD");
    }

    @Test
    void aClosedPipeEndsQuietlyLikeOneThatTheSignalKilled() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        int code = Understudy.run(new String[] {"formats"}, Terminal.piped(input(""), closed, err));
        assertThat(code).isEqualTo(141);
        assertThat(err.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotate", "generate", "anonymize", "evaluate", "split", "convert", "grammar", "formats"})
    void everyVerbHasHelpWithAnExample(String verb) {
        Run run = Run.of(verb, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Usage: understudy " + verb + " ").contains("Example: understudy " + verb);
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void formatsAreListedWithWhatTheyCannotCarry() {
        assertThat(Run.of("formats").out().lines())
                .anyMatch(line -> line.matches("NAME +EXTENSIONS +READS +WRITES +CANNOT CARRY"))
                .anyMatch(line -> line.matches("jsonl +jsonl ndjson +yes +yes +synonyms, catalogues, patterns"))
                .anyMatch(
                        line -> line.matches(
                                "markup +markup +yes +yes +id, intent, details of spans, overlapping or discontinuous spans, .*"));
    }

    @Test
    void whatAFileSaysBeyondWhatIsReadIsToldAndRefusedByStrict(@TempDir Path folder) throws IOException {
        Path in = folder.resolve("in.conll2003");
        Files.writeString(in, "Ada NNP B-NP B-PER\nran VBD B-VP O\n");
        Path out = folder.resolve("out.jsonl");
        String dropped = in + " says more than is read; dropped: further columns of words (2)";
        Run strict = Run.of("convert", in.toString(), out.toString(), "--strict");
        assertThat(strict.code()).isEqualTo(2);
        assertThat(strict.err()).contains(dropped + "; nothing was written, because of --strict");
        assertThat(out).doesNotExist();
        Run run = Run.of("convert", in.toString(), out.toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains(dropped + System.lineSeparator());
    }

    @Test
    void strictRefusesWhatOtherwiseIsAnnounced(@TempDir Path folder) throws IOException {
        Path in = Files.writeString(
                folder.resolve("in.jsonl"), "{\"id\":\"x\",\"text\":\"Ada\",\"intent\":\"greet\",\"k\":1}\n");
        Path out = folder.resolve("out.conll");
        String lost = " cannot carry all; lost: unknown keys of 1 example";
        Run strict = Run.of("convert", in.toString(), out.toString(), "--strict");
        assertThat(strict.code()).isEqualTo(2);
        assertThat(strict.err()).contains(out + lost + "; nothing was written, because of --strict");
        assertThat(out).doesNotExist();
        Run piped = Run.of("convert", in.toString(), "-", "--to", "conll", "--strict");
        assertThat(piped.code()).isEqualTo(2);
        assertThat(piped.out()).isEmpty();
        Run told = Run.of("convert", in.toString(), out.toString());
        assertThat(told.code()).isZero();
        assertThat(told.err()).contains(out + lost);
        Run nothingLost = Run.of("convert", in.toString(), "-", "--to", "jsonl", "--strict");
        assertThat(nothingLost.code()).isZero();
        assertThat(nothingLost.out()).contains("\"k\":1");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(Run.of("--version").out()).matches("understudy \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0      | -       | NaN | 0.0  | generating 0 lines, 0/s",
                "12000  | 100000  | NaN | 2.0  | generating 12,000/100,000 lines, 6,000/s, 0:15 left",
                "500    | 100000  | NaN | 0.5  | generating 500/100,000 lines, 1,000/s",
                "3000   | -       | 0.5 | 90.0 | generating 3,000 lines, 33/s, 1:30 left",
                "100000 | 100000  | NaN | 4.0  | generating 100,000/100,000 lines, 25,000/s, 0:00 left"
            })
    void progressSaysHowFarHowFastAndHowLong(long lines, Long total, double share, double seconds, String line) {
        OptionalLong all = total == null ? OptionalLong.empty() : OptionalLong.of(total);
        assertThat(Progress.line("generating", lines, all, share, seconds)).isEqualTo(line);
    }

    private static String onScreen(boolean colour, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Understudy.run(args, new Terminal(input(NOTE), out, new ByteArrayOutputStream(), true, false, colour));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
