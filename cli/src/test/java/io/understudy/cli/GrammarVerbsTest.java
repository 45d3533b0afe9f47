package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code grammar check}, {@code count}, {@code sample} and {@code show} from end to end. */
class GrammarVerbsTest {

    /** 2 times 3 times 4 utterances, then 2. */
    private static final String GRAMMAR = """
            intent fly
              (fly|go) to {city} at <1..4>
            intent greet
              (hi|hello)
            slot city: CITY
              (Oslo|Bonn|Nice)
            """;

    @TempDir
    private Path folder;

    private String grammar;

    @BeforeEach
    void write() throws IOException {
        grammar = file("fly.grammar", GRAMMAR);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static List<String> lines(String... words) {
        Run run = Run.of(words);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out().lines().toList();
    }

    @Test
    void count_says_how_many() {
        assertThat(lines("grammar", "count", grammar))
                .anyMatch(line -> line.matches("fly +24 +24 +1"))
                .anyMatch(line -> line.matches("greet +2 +2 +1"))
                .anyMatch(line -> line.matches("\\(all\\) +26 *"));
    }

    @Test
    void check_finds_nothing_wrong() {
        assertThat(lines("grammar", "check", grammar)).containsExactly(grammar + ": nothing wrong; 2 intents");
    }

    @Test
    void check_says_where_and_what_was_meant() throws IOException {
        String wrong = file("wrong.grammar", GRAMMAR.replace("{city} at", "<citi> at"));
        Run run = Run.of("grammar", "check", wrong);
        assertThat(run.code()).isEqualTo(Failure.CALLER);
        assertThat(run.out()).contains(wrong + ":2:", "citi", "city", "^");
    }

    @Test
    void against_lists_what_a_corpus_never_says() throws IOException {
        String corpus = file("said.jsonl", """
                {"text":"fly to Oslo at 1","intent":"fly","spans":[{"start":7,"end":11,"label":"CITY"}]}
                {"text":"hello","intent":"greet","spans":[]}
                {"text":"what else","intent":"greet","spans":[]}
                """);
        List<String> said = lines("grammar", "check", grammar, "--against", corpus);
        // Of fly|go, Oslo|Bonn|Nice and hi|hello: go, Bonn, Nice and hi.
        assertThat(said.stream().filter(line -> line.endsWith(": never occurs")))
                .hasSize(4);
        assertThat(said).anyMatch(line -> line.contains("the grammar says 2 of 3 lines; 4 of "));
        // The line, "hi" and "hello".
        assertThat(said).endsWith("  greet: 2 of 3 alternatives (66.6 %)");
    }

    @Test
    void against_takes_spaces_as_they_are_typed() throws IOException {
        String corpus = file("typed.jsonl", """
                {"text":" fly  to Oslo at 1 ","intent":"fly","spans":[{"start":9,"end":13,"label":"CITY"}]}
                {"text":"hel lo","intent":"greet","spans":[]}
                """);
        assertThat(lines("grammar", "check", grammar, "--against", corpus))
                .anyMatch(line -> line.contains("the grammar says 1 of 2 lines"));
    }

    @ParameterizedTest
    @CsvSource({"1, fly to Oslo at 1", "4, fly to Oslo at 4", "5, fly to Bonn at 1", "24, go to Nice at 4"})
    void a_number_is_an_utterance_and_back(String number, String text) {
        assertThat(lines("grammar", "show", grammar, "--intent", "fly", "--nth", number))
                .singleElement()
                .satisfies(line -> assertThat(line.replaceAll("\\[([A-Za-z]+)\\]\\([^)]*\\)", "$1"))
                        .isEqualTo(text));
        assertThat(lines("grammar", "show", grammar, "--rank", text)).containsExactly("fly\t" + number);
    }

    @Test
    void a_text_that_is_not_said_has_no_number() {
        Run run = Run.of("grammar", "show", grammar, "--rank", "fly to Rome at 1");
        assertThat(run.code()).isEqualTo(Failure.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("the grammar does not say that");
    }

    @ParameterizedTest
    @CsvSource({
        "--nth, 25, there is no utterance 25; the intents have at most 24",
        "--nth, 0, '0' is not a whole number of 1 or more"
    })
    void a_number_that_is_none_is_refused(String option, String value, String message) {
        Run run = Run.of("grammar", "show", grammar, option, value);
        assertThat(run.code()).isEqualTo(Failure.CALLER);
        assertThat(run.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({"'(a|b) <1..40>', unambiguous", "'(a|a|b) <1..40>', ambiguous", "'{guest.name} (a|b)', invented"})
    void shards_are_the_one_run_whatever_the_threads(String line, String kind) throws IOException {
        String some = file(kind + ".grammar", "intent some\n  " + line + "\n");
        List<String> whole = lines("grammar", "sample", some, "-n", "60", "--threads", "1");
        assertThat(whole).hasSize(60).doesNotHaveDuplicates();
        assertThat(lines("grammar", "sample", some, "-n", "60", "--threads", "3"))
                .isEqualTo(whole);
        assertThat(IntStream.rangeClosed(1, 3)
                        .boxed()
                        .flatMap(k -> lines("grammar", "sample", some, "-n", "60", "--shard", k + "/3").stream()))
                .containsExactlyElementsOf(whole);
    }

    @Test
    void more_lines_than_there_are_is_said() {
        Run run = Run.of("grammar", "sample", grammar, "-n", "100");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(26).doesNotHaveDuplicates();
        assertThat(run.err()).contains("asked for 100 lines, there are only 26");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --cover pairs                                | 6  | 2
            --cover pairs --quota intent:fly=9           | 9  | 2
            --cover pairs --quota intent:fly=2           | 2  | 2
            --cover pairs --quota intent:fly=9 -n 11     | 9  | 2
            --cover pairs --balance alternatives -n 12   | 10 | 2""")
    void a_covering_stands_beside_quotas_of_intents(String options, int fly, int greet) {
        // Two ways to go with three towns.
        List<String> words = new ArrayList<>(List.of("grammar", "sample", grammar, "--to", "text"));
        words.addAll(List.of(options.split(" ")));
        List<String> said = lines(words.toArray(String[]::new));
        assertThat(said).hasSize(fly + greet);
        assertThat(said.stream().filter(line -> line.contains(" to "))).hasSize(fly);
    }

    @ParameterizedTest
    @CsvSource({"--quota, label:CITY=3", "--quota, line:2=3", "--balance, labels"})
    void a_covering_refuses_quotas_that_it_cannot_keep(String option, String what) {
        Run run = Run.of("grammar", "sample", grammar, "--cover", "pairs", option, what);
        assertThat(run.code()).isEqualTo(Failure.CALLER);
        assertThat(run.err())
                .isEqualTo("understudy: --cover takes a line for what occurs together in it, whatever else it holds, so"
                        + " --quota of a label, value or line and --balance labels cannot hold beside it; expected"
                        + " --quota intent:NAME=N or --balance intents,values,alternatives, which shape the lines"
                        + " after the covering\n");
    }

    @ParameterizedTest
    @CsvSource({
        // Two verbs, three cities, the lines of fly and of city; a range has no alternatives.
        "each, 3, 'hold all 7 alternatives; no fewer than 3 could'",
        // 2 times 3 verbs with cities, 5 of either with each of the two lines, and the two lines: 6 + 10 + 1.
        "pairs, 6, 'hold all 17 pairs; no fewer than 6 could'"
    })
    void few_lines_cover_everything(String cover, int count, String told) {
        Run run = Run.of("grammar", "sample", grammar, "--intent", "fly", "--cover", cover);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(count);
        assertThat(run.err()).contains(told);
    }
}
