package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grammars of other tools on the command line. */
class GrammarImportTest {

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void writesOurLanguage() throws IOException {
        Path file = file(
                "g.chatito",
                "%[greet]('training': '2')\n    ~[hi] @[name?]!\n~[hi]\n    hi\n    hey\n@[name]\n    Bob\n");
        Run run = Run.of("grammar", "import", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("""
                        intent greet train=2 by=count
                          <hi> [50%: {name}]!

                        alias hi by=count
                          hi
                          hey

                        slot name by=count
                          Bob
                        """);
    }

    @Test
    void writesAFileThatSaysTheSame() throws IOException {
        Path file = file("g.chatette", "%[&greet]\n  [hi|hey] @[name]\n@[name]\n  Bob\n  Robert = Bob\n");
        Path out = folder.resolve("g.grammar");
        assertThat(Run.of("grammar", "import", file.toString(), "-o", out.toString())
                        .code())
                .isZero();
        Run before = Run.of("grammar", "sample", file.toString(), "-n", "100", "--to", "markup");
        Run after = Run.of("grammar", "sample", out.toString(), "-n", "100", "--to", "markup");
        assertThat(before.out().lines()).hasSize(8);
        assertThat(after.out().lines())
                .containsExactlyInAnyOrderElementsOf(before.out().lines().toList());
    }

    @ParameterizedTest
    @CsvSource({"g.yaml", "g.yml"})
    void generateTakesThemAsTheyAre(String name) throws IOException {
        Path file = file(
                name,
                "intents: {on: {data: [{sentences: ['(turn|switch) on {room}']}]}}\nlists: {room: {values: [hall, attic]}}\n");
        Run run = Run.of("generate", file.toString(), "-n", "4", "--preview", "4");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("hall").contains("attic");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "nlu:\n- intent: fly\n  examples: |\n    - to [Oslo](city)\n"                             |        | false
            "nlu:\n- intent: fly\n  examples: |\n    - to [Oslo](city)\n- lookup: city\n  examples: |\n    - Bonn\n" | | true
            "nlu:\n- intent: fly\n  examples: |\n    - to [Oslo](city)\n- lookup: city\n  examples: |\n    - Bonn\n" | rasa | false
            "type: intent\nname: fly\nutterances:\n- to [city](Oslo)\n"                              |        | false
            "language: en\nintents: {fly: {data: [{sentences: [to Oslo]}]}}\n"                         |        | true
            """)
    void yamlIsAGrammarOrACorpusByWhatStandsInIt(String lines, String from, boolean isGrammar) throws IOException {
        Path file = file("g.yml", lines);
        assertThat(Grammars.isGrammar(file.toString(), Optional.ofNullable(from)))
                .isEqualTo(isGrammar);
    }

    @Test
    void generateTakesExamplesInYamlAsACorpus() throws IOException {
        Path file = file("g.yml", "type: intent\nname: fly\nutterances:\n- we go to [city](Oslo)\n");
        Run run = Run.of("generate", file.toString(), "-n", "2", "--preview", "2");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("we go to").doesNotContain("Oslo");
    }

    @Test
    void whatCannotBeReadIsTheCallersToMendAndIsShown() throws IOException {
        Path file = file("g.chatito", "%[a]\n    to @[cty]\n@[city]\n    Oslo\n");
        Run run = Run.of("grammar", "count", file.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("understudy: " + file
                        + ":2:8: unknown slot '@[cty]'; did you mean '@[city]'? have: @[city]\n"
                        + "      to @[cty]\n         ^\n");
    }

    @Test
    void aFileOfNoToolAsksForItsTool() throws IOException {
        Path file = file("g.txt", "hello\n");
        Run run = Run.of("grammar", "import", file.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("understudy: " + file
                        + " is no grammar of another tool that can be told; expected --from chatito, chatette, hassil,"
                        + " rasa\n");
        assertThat(Run.of("grammar", "import", file.toString(), "--from", "chatio")
                        .err())
                .contains("unknown tool 'chatio'; have: chatito, chatette, hassil, rasa");
    }
}
