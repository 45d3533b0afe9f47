package io.understudy.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.BadDataException;
import io.understudy.core.Markup;
import io.understudy.core.Template;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptFileTest {

    private static final String HEAD =
            "name: a\nversion: 2\npurpose: To test.\ninputs: [template]\noutput: One line.\n";

    private static Template template(String markup) {
        return Markup.read(markup).template();
    }

    @Test
    void theParaphrasePromptReadsAsItShould() {
        Prompt prompt = PromptFile.named("paraphrase")
                .render(template("[Ada Byrne](PERSON) flies to [Oslo](CITY), [Ada Byrne](PERSON) said."), 3);
        assertThat(prompt.name()).isEqualTo("paraphrase");
        assertThat(prompt.version()).isEqualTo(1);
        assertThat(prompt.text()).isEqualTo("""
                You write example sentences for training a program that finds names in text.

                Between the marks is one sentence. Names were taken out of it; each gap is written in braces.

                <<<
                {PERSON_1} flies to {CITY_1}, {PERSON_1} said.
                >>>

                Write 3 sentences that ask for or say the same thing in other words.

                - Keep the gaps exactly as they are, braces included. Each sentence has each of these once: {PERSON_1} {CITY_1}
                - Put nothing into a gap and invent no new gap.
                - Vary the order of words, the politeness and the length. Keep the language.
                - Write one sentence a line: no numbers, no quotation marks, no comments.
                """);
    }

    @Test
    void namesThatWereFoundAreNotSent() {
        assertThat(PromptFile.named("paraphrase")
                        .render(template("call [Ada](PERSON)"), 1)
                        .text())
                .doesNotContain("Ada");
    }

    @Test
    void textOfTheTemplateThatLooksLikeAnInputStaysText() {
        PromptFile file = PromptFile.parse("a.md", "---\n" + HEAD + "---\n<{{template}}>");
        assertThat(file.render(template("say {{count}} $1 to [Ada](PERSON)"), 1).text())
                .isEqualTo("<say \\{\\{count\\}\\} $1 to {PERSON_1}>");
    }

    @Test
    void aTemplateWithoutSlotsSaysSo() {
        PromptFile file = PromptFile.parse("a.md", "---\n" + HEAD.replace("template", "slots") + "---\n[{{slots}}]");
        assertThat(file.render(template("good morning"), 1).text()).isEqualTo("[none]");
    }

    @Test
    void windowsLineEndsAreRead() {
        PromptFile file = PromptFile.parse("a.md", ("---\n" + HEAD + "---\nSay\n{{template}}\n").replace("\n", "\r\n"));
        assertThat(file)
                .isEqualTo(
                        new PromptFile("a", 2, "To test.", Set.of(Input.TEMPLATE), "One line.", "Say\n{{template}}\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "purpose: To test. | purpos: To test. | a.md: unknown key 'purpos'; did you mean 'purpose'? have: name, version, purpose, inputs, output",
                "purpose: To test. | note: x | a.md: unknown key 'note'; have: name, version, purpose, inputs, output",
                "version: 2 | version: two | a.md: 'version' is not a whole number of 1 or more",
                "version: 2 | version: 0 | a.md: 'version' is not a whole number of 1 or more",
                "name: a | name: 7 | a.md: 'name' is not text",
                "name: a | name: ' ' | a.md: 'name' is not text",
                "[template] | template | a.md: 'inputs' is not a list",
                "[template] | [template, tone] | a.md: unknown input 'tone'; have: template, slots, count",
                "[template] | [template, count] | a.md: 'inputs' lists [count], which the text does not use",
                "[template] | [] | a.md: the text uses {{template}}, which 'inputs' does not list",
                "[template] | [template | a.md:6: the front matter is not YAML; expected name, version, purpose, inputs, output",
                "name: a | name: b | ",
            })
    void headsThatDoNotFitAreRefused(String correct, String wrong, String message) {
        String content = "---\n" + HEAD.replace(correct.strip(), wrong.strip()) + "---\nSay {{template}}";
        if (message == null) {
            assertThat(PromptFile.parse("a.md", content).name()).isEqualTo("b");
        } else {
            assertThatThrownBy(() -> PromptFile.parse("a.md", content))
                    .isInstanceOf(BadDataException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void aMissingKeyAndAMissingHeadAreRefused() {
        assertThatThrownBy(() -> PromptFile.parse("a.md", "---\nname: a\n---\n"))
                .hasMessage("a.md: key 'version' is missing; expected name, version, purpose, inputs, output");
        assertThatThrownBy(() -> PromptFile.parse("a.md", "Say {{template}}"))
                .hasMessage("a.md:1: no front matter; expected it between two lines '---' at the beginning");
    }

    @Test
    void unknownInputsOfTheTextAndUnknownPromptsAreRefused() {
        assertThatThrownBy(() -> PromptFile.parse("a.md", "---\n" + HEAD + "---\n{{template}} {{name}}"))
                .hasMessage("a.md: unknown input 'name'; have: template, slots, count");
        assertThatThrownBy(() -> PromptFile.named("../secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown prompt '../secret'; have: paraphrase");
        assertThatThrownBy(() -> PromptFile.named("paraphrase").render(template("a"), 0))
                .hasMessage("count is 0; expected 1 or more");
    }
}
