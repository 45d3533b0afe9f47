package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.prompts.PromptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsTest {

    @Test
    void eachPromptIsListedAndShownAsItIsWritten() {
        Run list = Run.of("prompts", "list");
        assertThat(list.code()).isZero();
        for (String name : PromptFile.NAMES) {
            assertThat(list.out()).contains("\n" + name + " ");
            assertThat(Run.of("prompts", "show", name).out()).isEqualTo(PromptFile.source(name));
        }
    }

    @Test
    void aPromptIsRenderedTurnByTurn(@TempDir Path folder) throws IOException {
        Path mine = folder.resolve("mine.md");
        Files.writeString(mine, """
                ---
                name: mine
                version: 1
                purpose: Mine.
                inputs: [template, style]
                output: lines
                ---
                [system]
                Be brief.
                [user]
                {{template}}, {{style}}
                """);
        Run run = Run.of("prompts", "render", mine.toString(), "--template", "to {CITY_1}", "--style", "non-native");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo("[system]\nBe brief.\n[user]\nto {CITY_1}, by a learner of the language: simple words, an"
                        + " article or an ending missing\n");
    }

    @Test
    void missingAndUnknownInputsAreTheCallersMistake() {
        assertThat(Run.of("prompts", "render", "persona", "--template", "to {CITY_1}"))
                .isEqualTo(new Run(2, "", line("prompt 'persona' lacks count and persona")));
        assertThat(Run.of("prompts", "render", "judge", "--template", "a", "--style", "terse"))
                .isEqualTo(new Run(
                        2, "", line("--style: prompt 'judge' does not ask for it; it asks for template, candidate")));
        assertThat(Run.of("prompts", "render", "paraphrase", "--template", "to {CITY}"))
                .isEqualTo(new Run(
                        2,
                        "",
                        line("--template: column 4: '{' does not begin a slot such as {PERSON_1}; write \\{ for a brace"
                                + " of the text")));
        assertThat(Run.of("prompts", "show", "parafrase"))
                .isEqualTo(new Run(
                        2,
                        "",
                        line("unknown prompt 'parafrase'; did you mean 'paraphrase'? have: "
                                + String.join(", ", PromptFile.NAMES))));
        assertThat(Run.of("prompts", "show", "./none.md"))
                .isEqualTo(new Run(1, "", line("./none.md: no such file or folder")));
        assertThat(Run.of("prompts"))
                .isEqualTo(new Run(2, "", line("which verb of prompts? have: list, show, render")));
    }

    private static String line(String sentence) {
        return "understudy: " + sentence + System.lineSeparator();
    }
}
