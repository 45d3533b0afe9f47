package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {

    @TempDir
    Path folder;

    private String corpus;

    /** Ten templates with ten lines each. */
    @BeforeEach
    void writeTheCorpus() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add("ask number %c about [name%d](PERSON)".formatted('a' + i % 10, i));
        }
        corpus = Files.write(folder.resolve("corpus.markup"), lines).toString();
    }

    @Test
    void byTemplateTheTestSetSharesNone() throws IOException {
        Run run = Run.of("split", corpus, "-o", at("out"), "--quiet");
        assertThat(run).isEqualTo(new Run(0, """
                        Lines: train 80, test 20.
                        The test set shares 0.0 % of its templates with the training lines (0 of 20 lines).
                        It shares 0.0 % of its values (0 of 20 mentions).
                        0 of its 20 lines stand in the training lines word for word, 0 with accents and spacing aside.
                        """, ""));
        List<String> all = new ArrayList<>(Files.readAllLines(folder.resolve("out/train.markup")));
        all.addAll(Files.readAllLines(folder.resolve("out/test.markup")));
        assertThat(all).containsExactlyInAnyOrderElementsOf(Files.readAllLines(Path.of(corpus)));
        assertThat(Files.readString(folder.resolve("out/split.json")))
                .contains("\"by\": \"template\"", "\"groups\": 10", "\"largest_group\": 10");
        assertThat(Files.readString(folder.resolve("out/manifest.json"))).contains("\"verb\": \"split\"");
    }

    @Test
    void standardInputIsSplitAsTheFileIs() throws IOException {
        String lines = Files.readString(Path.of(corpus));
        Run run = Run.piped(lines, "split", "-", "--from", "markup", "--to", "markup", "-o", at("piped"), "--quiet");
        assertThat(run).isEqualTo(Run.of("split", corpus, "-o", at("out"), "--quiet"));
        for (String part : List.of("train.markup", "test.markup", "split.json")) {
            assertThat(folder.resolve("piped/" + part)).hasSameTextualContentAs(folder.resolve("out/" + part));
        }
        assertThat(Files.readString(folder.resolve("piped/manifest.json"))).contains("\"-\"");
    }

    @Test
    void aCheckTellsWhatTwoFilesShare() {
        Run.of("split", corpus, "--by", "random", "-o", at("out"));
        Run run = Run.of("split", "--check", at("out/train.markup"), at("out/test.markup"));
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("The test set shares 100.0 % of its templates with the training lines");
    }

    @Test
    void foldsAreWrittenAndReplaced() throws IOException {
        assertThat(Run.of("split", corpus, "--folds", "5", "-o", at("out")).code())
                .isZero();
        for (int fold = 1; fold <= 5; fold++) {
            assertThat(Files.readAllLines(folder.resolve("out/fold-" + fold + ".markup")))
                    .hasSize(20);
        }
        assertThat(Run.of("split", corpus, "-o", at("out"), "--overwrite", "--to", "jsonl")
                        .code())
                .isZero();
        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("manifest.json", "split.json", "test.jsonl", "train.jsonl");
        }
    }

    @Test
    void whatHangsTogetherIsSaidNotCut() {
        Run run = Run.of("split", corpus, "--by", "document", "-o", at("out"));
        assertThat(run.out())
                .contains("By document, 100 of 100 lines hang together in one group, which cannot be split")
                .contains("The test set is empty: there is nothing to share.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--test 0.2 --folds 3 -o x | --test and --folds exclude each other; give one of them",
                "--folds 1 -o x | --folds is 1; expected 2 to 1000",
                "--test 1 -o x | --test: '1' is not a number between 0 and 1, such as 0.2",
                "--by templat -o x | --by: unknown kind of split 'templat'; did you mean 'template'? have: template, value,"
                        + " entity, document, near-duplicate, random",
                "'' | split lacks -o DIR, where to write; or give --check",
                "--check | --check takes two files, training lines and test lines; found 1",
            })
    void wrongOptionsAreRefused(String options, String message) {
        List<String> args = new ArrayList<>(List.of("split", corpus));
        if (!options.isEmpty()) {
            args.addAll(List.of(options.split(" ")));
        }
        assertThat(Run.of(args.toArray(String[]::new)))
                .isEqualTo(new Run(2, "", "understudy: " + message + System.lineSeparator()));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
