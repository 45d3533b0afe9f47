package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Several corpora side by side, and what a build server is told. */
class CompareTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheCorpora() throws IOException {
        write("original", "[Ada Byrne](PERSON) flies to [Oslo](CITY)", "call [Bela Kovacs](PERSON)");
        write("leaking", "[Ada Byrne](PERSON) walks", "ask [Eva Lund](PERSON)");
        write("clean", "[Eva Lund](PERSON) walks", "ask [Eva Lund](PERSON)");
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name + ".markup"), List.of(lines));
    }

    @Test
    void severalCorporaAreComparedOnOnePage() throws IOException {
        Run run = Run.of(
                "evaluate", at("leaking"), at("clean"), "--against", at("original"), "-o", folder + "/out", "--quiet");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().filter(line -> !line.startsWith(" ")))
                .containsExactly("leaking.markup: Not safe to hand out", "clean.markup: Looks sound");
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "manifest.json", "report-1.html", "report-2.html", "report.html", "report.json");
        }
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("1 of them looks sound.", "href=\"report-1.html\"", "href=\"report-2.html\"");
        assertThat(Files.readString(folder.resolve("out/report.json")))
                .contains("\"name\": \"leaking.markup\"", "\"name\": \"clean.markup\"");
    }

    @Test
    void aConditionIsAskedOfEach() {
        Run run = Run.of(
                "evaluate", at("leaking"), at("clean"), "--against", at("original"), "--fail-if", "leakage.hard>0");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("understudy: leaking.markup: leakage.hard is 1, so --fail-if leakage.hard>0 fails%n"
                        .formatted());
    }

    @Test
    void aConditionOnWhatNeedsAHoldoutFailsWithTheReason() {
        Run run = Run.of("evaluate", at("clean"), "--against", at("original"), "--fail-if", "utility.slots.ratio<0.9");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("utility.slots.ratio could not be computed (no holdout was given");
    }

    @Test
    void aBuildServerIsTold() throws Exception {
        Run run = Run.of(
                "evaluate",
                at("leaking"),
                "--against",
                at("original"),
                "--fail-if",
                "leakage.hard>0",
                "--junit",
                folder + "/junit.xml",
                "--markdown",
                folder + "/summary.md");
        assertThat(run.code()).isEqualTo(3);
        Element suite = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        Files.readString(folder.resolve("junit.xml")).getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("testsuite")
                .item(0);
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getElementsByTagName("testcase").getLength())
                .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
        assertThat(((Element) suite.getElementsByTagName("failure").item(1)).getAttribute("message"))
                .isEqualTo("leakage.hard is 1, so --fail-if leakage.hard>0 fails");
        assertThat(Files.readString(folder.resolve("summary.md")))
                .startsWith("### leaking.markup: Not safe to hand out\n\n2 lines, all well formed.")
                .contains("- **failed** `leakage.hard>0`", "| Leaks | 1 |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--budget | 60 | --budget: '60' is no time; expected such as 60s or 2m",
                "--budget | -1s | --budget: '-1s' is no time; expected such as 60s or 2m",
                "--junit | nowhere/x.xml | --junit: there can be no file nowhere/x.xml",
            })
    void wrongOptionsAreRefused(String option, String value, String message) {
        assertThat(Run.of("evaluate", at("clean"), option, value))
                .isEqualTo(new Run(2, "", "understudy: " + message + System.lineSeparator()));
    }

    private String at(String name) {
        return folder.resolve(name + ".markup").toString();
    }
}
