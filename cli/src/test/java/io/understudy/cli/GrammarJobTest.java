package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines from grammars and grammars from lines, from end to end. */
class GrammarJobTest {

    @TempDir
    private Path folder;

    private String grammar;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        grammar = Files.writeString(folder.resolve("fly.grammar"), """
                        intent fly
                          [please] (fly|go) to {city} with {guest.name}
                          <1..40> seats to {city}

                        slot city: CITY
                          (Oslo|Bonn|Nice)
                        """).toString();
        out = folder.resolve("out");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_grammar_becomes_a_folder() throws IOException {
        Run run = Run.of("generate", grammar, "-n", "100", "-o", out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(names(out))
                .containsExactly("DATA_CARD.md", "manifest.json", "report.html", "report.json", "synthetic.jsonl");
        assertThat(Files.readAllLines(out.resolve("synthetic.jsonl")))
                .hasSize(100)
                .allMatch(line -> line.contains("\"intent\":\"fly\"") && line.contains("\"label\":\"CITY\""));
    }

    @Test
    void train_and_test_lie_beside_all_lines() throws IOException {
        Run run = Run.of(
                "generate", grammar, "-n", "100", "--test", "0.25", "--disjoint", "template", "-o", out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(names(out)).contains("synthetic.jsonl", "train.jsonl", "test.jsonl");
        List<String> train = Files.readAllLines(out.resolve("train.jsonl"));
        List<String> test = Files.readAllLines(out.resolve("test.jsonl"));
        assertThat(train).hasSize(75).doesNotContainAnyElementsOf(test);
        assertThat(test).hasSize(25);
        assertThat(Files.readAllLines(out.resolve("synthetic.jsonl")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(train.stream(), test.stream()).toList());
        assertThat(out.resolve("manifest.json")).content().contains("\"lines.test\": \"25\"");
    }

    @Test
    void threads_change_no_byte() throws IOException {
        Path other = folder.resolve("other");
        for (String threads : List.of("1", "3")) {
            Run.of(
                    "generate",
                    grammar,
                    "-n",
                    "200",
                    "--test",
                    "40",
                    "--threads",
                    threads,
                    "-o",
                    (threads.equals("1") ? out : other).toString());
        }
        assertThat(names(out)).isEqualTo(names(other)).hasSize(7);
        for (String name : names(out)) {
            assertThat(out.resolve(name)).hasSameBinaryContentAs(other.resolve(name));
        }
    }

    @Test
    void an_original_to_compare_with_lets_none_of_its_names_through() throws IOException {
        Path original = Files.writeString(
                folder.resolve("original.jsonl"),
                "{\"text\":\"I was in Nice.\",\"spans\":[{\"start\":9,\"end\":13,\"label\":\"CITY\"}]}\n");
        Run run = Run.of("generate", grammar, "-n", "60", "--against", original.toString(), "-o", out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(out.resolve("synthetic.jsonl")).content().contains("Oslo").doesNotContain("Nice");
    }

    @Test
    void a_corpus_becomes_a_grammar_that_says_it_again() throws IOException {
        Path corpus = Files.writeString(
                folder.resolve("corpus.markup"), "fly to [Oslo](CITY)\ngo to [Bonn](CITY)\nfly to [Bonn](CITY) now\n");
        Path learnt = folder.resolve("learnt.grammar");
        Run run = Run.of(
                "grammar", "induce", corpus.toString(), "--keep-values", "--min-sources", "1", "-o", learnt.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(learnt).content().contains("slot CITY").contains("Oslo");
        Run sample = Run.of("generate", learnt.toString(), "-n", "100", "-o", out.toString());
        assertThat(sample.code()).as(sample.err()).isZero();
        assertThat(out.resolve("synthetic.jsonl"))
                .content()
                .contains("\"fly to Oslo\"", "\"go to Bonn\"", "\"fly to Bonn now\"", "\"go to Oslo now\"");
    }

    @Test
    void values_stay_out_unless_asked_for() throws IOException {
        Path corpus =
                Files.writeString(folder.resolve("corpus.markup"), "fly to [Zanzibar](CITY)\ngo to [Timbuktu](CITY)\n");
        Run run = Run.of("grammar", "induce", corpus.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("p1.CITY").doesNotContain("Zanzibar").doesNotContain("Timbuktu");
    }

    @Test
    void mistakes_end_in_one_sentence() throws IOException {
        Path corpus = Files.writeString(folder.resolve("corpus.markup"), "fly to [Oslo](CITY)\n");
        assertThat(Run.of("generate", corpus.toString(), "--test", "0.2", "-o", out.toString()))
                .isEqualTo(new Run(
                        2,
                        "",
                        "understudy: --test: only for grammars, and no input is one; expected a .grammar file\n"));
        assertThat(Run.of("generate", grammar, grammar, "-o", out.toString()).code())
                .isEqualTo(2);
        assertThat(Run.of("generate", grammar, "--intent", "flie", "-o", out.toString())
                        .err())
                .contains("flie")
                .contains("fly");
        assertThat(Run.of("generate", grammar, "--disjoint", "values", "-o", out.toString())
                        .err())
                .contains("'values'")
                .contains("template");
        assertThat(out).doesNotExist();
    }
}
