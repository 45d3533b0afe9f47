package io.understudy.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.BadDataException;
import io.understudy.core.Markup;
import io.understudy.core.Template;
import io.understudy.prompts.Message.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PromptFileTest {

    private static final String HEAD = "name: a\nversion: 2\npurpose: To test.\ninputs: [template]\noutput: lines\n";

    private static final Template FLIGHT =
            template("[Ada Byrne](PERSON) flies to [Oslo](CITY), [Ada Byrne](PERSON) said.");

    private static Template template(String markup) {
        return Markup.read(markup).template();
    }

    private static Inputs all() {
        return Inputs.of(FLIGHT)
                .count(2)
                .templates(List.of(FLIGHT, template("is [Oslo](CITY) far")))
                .intent("ask_flight")
                .style(Style.PLAIN)
                .persona(Personas.all().get(0))
                .language("Spanish")
                .kind("mail")
                .turns(List.of(template("hello"), template("I am in [Oslo](CITY)")))
                .candidate(template("to [Oslo](CITY) flies [Ada](PERSON)"));
    }

    static Stream<String> names() {
        return PromptFile.NAMES.stream();
    }

    /** The golden texts were made by a renderer of twenty lines in another language. */
    @ParameterizedTest
    @MethodSource("names")
    void eachPromptReadsAsItShould(String name) throws IOException {
        String read = PromptFile.named(name).render(all()).messages().stream()
                .map(message -> "[" + message.role() + "]\n" + message.text() + "\n")
                .collect(Collectors.joining());
        try (InputStream golden = PromptFileTest.class.getResourceAsStream("/golden/" + name + ".txt")) {
            assertThat(read).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void noPromptSendsANameThatWasFoundAndEachSaysWhatItIs(String name) {
        PromptFile file = PromptFile.named(name);
        assertThat(file.name()).isEqualTo(name);
        assertThat(file.purpose()).endsWith(".");
        assertThat(file.render(all()).text()).doesNotContain("Ada", "Byrne", "Oslo");
    }

    /** An example that breaks its own rule teaches a model to lose slots. */
    @ParameterizedTest
    @MethodSource("names")
    void examplesHoldTheirSlotsOnce(String name) {
        PromptFile file = PromptFile.named(name);
        for (Shot shot : file.shots()) {
            if (file.output() == Output.VERDICT) {
                continue;
            }
            List<String> slots = List.of(shot.inputs().get(Input.SLOTS).split(" "));
            for (String answer : shot.answers()) {
                assertThat(Stream.of(answer.split("(?=\\{)|(?<=})")).filter(piece -> piece.startsWith("{")))
                        .as(answer)
                        .containsExactlyInAnyOrderElementsOf(slots);
            }
        }
    }

    @Test
    void examplesRotate() {
        PromptFile file = PromptFile.named("paraphrase");
        Prompt first = file.render(all(), 0);
        Prompt second = file.render(all(), 1);
        assertThat(first.messages()).hasSize(8);
        assertThat(second.messages().get(1)).isEqualTo(first.messages().get(3));
        assertThat(second.messages().get(7)).isEqualTo(first.messages().get(7));
        assertThat(file.render(all(), -1)).isNotEqualTo(first);
    }

    @Test
    void aTextWithoutTurnsIsTheUsers() {
        PromptFile file = PromptFile.parse("a.md", "---\n" + HEAD + "---\n<{{template}}>\n");
        assertThat(file.render(Inputs.of(template("call [Ada](PERSON)"))).messages())
                .containsExactly(new Message(Role.USER, "<call {PERSON_1}>"));
    }

    @Test
    void textOfTheTemplateThatLooksLikeAnInputStaysText() {
        PromptFile file = PromptFile.parse("a.md", "---\n" + HEAD + "---\n<{{template}}>");
        assertThat(file.render(Inputs.of(template("say {{count}} $1 to [Ada](PERSON)")))
                        .text())
                .isEqualTo("<say \\{\\{count\\}\\} $1 to {PERSON_1}>");
    }

    @Test
    void aTemplateWithoutSlotsSaysSo() {
        PromptFile file = PromptFile.parse("a.md", "---\n" + HEAD.replace("template", "slots") + "---\n[{{slots}}]");
        assertThat(file.render(Inputs.of(template("good morning"))).text()).isEqualTo("[none]");
    }

    @Test
    void windowsLineEndsAreReadAndDoNotChangeTheHash() {
        String content = "---\n" + HEAD + "---\nSay\n{{template}}\n";
        assertThat(PromptFile.parse("a.md", content.replace("\n", "\r\n")))
                .isEqualTo(PromptFile.parse("a.md", content));
        assertThat(PromptFile.parse("a.md", content + "!").sha256())
                .isNotEqualTo(PromptFile.parse("a.md", content).sha256());
    }

    @Test
    void aMissingInputIsRefused() {
        assertThatThrownBy(() -> PromptFile.named("persona").render(Inputs.of(FLIGHT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("prompt 'persona' lacks count and persona");
        assertThatThrownBy(() -> Inputs.of(FLIGHT).count(0)).hasMessage("count is 0; expected 1 or more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "purpose: To test. | purpos: To test. | a.md: unknown key 'purpos'; did you mean 'purpose'? have: name, version, purpose, inputs, output, hints, examples",
                "purpose: To test. | note: x | a.md: unknown key 'note'; have: name, version, purpose, inputs, output, hints, examples",
                "version: 2 | version: two | a.md: 'version' is not a whole number of 1 or more",
                "version: 2 | version: 0 | a.md: 'version' is not a whole number of 1 or more",
                "name: a | name: 7 | a.md: 'name' is not text",
                "name: a | name: ' ' | a.md: 'name' is not text",
                "[template] | template | a.md: 'inputs' is not a list",
                "[template] | [template, tone] | a.md: unknown input 'tone'; have: template, slots, count, templates, intent, style, persona, language, kind, turns, candidate",
                "[template] | [template, count] | a.md: 'inputs' lists [count], which the text does not use",
                "[template] | [] | a.md: the text uses {{template}}, which 'inputs' does not list",
                "[template] | [template | a.md:6: the front matter is not YAML; expected name, version, purpose, inputs, output",
                "output: lines | output: line | a.md: unknown output 'line'; did you mean 'lines'? have: lines, text, verdict",
                "output: lines | 'output: lines\nhints: {temprature: 1}' | a.md: unknown hint 'temprature'; did you mean 'temperature'? have: temperature, top_p, max_tokens, shots",
                "output: lines | 'output: lines\nhints: {top_p: 2}' | a.md: hint 'top_p' is out of its range; expected over 0 to 1",
                "output: lines | 'output: lines\nhints: {top_p: high}' | a.md: hint 'top_p' is not a number",
                "output: lines | 'output: lines\nexamples: [{template: x}]' | a.md: an example has no list 'answers'",
                "output: lines | 'output: lines\nexamples: [{tmplate: x, answers: [y]}]' | a.md: unknown input 'tmplate'; did you mean 'template'? have: template, slots, count, templates, intent, style, persona, language, kind, turns, candidate",
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
    void aMissingKeyAMissingHeadAndTurnsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> PromptFile.parse("a.md", "---\nname: a\n---\n"))
                .hasMessage("a.md: key 'version' is missing; expected name, version, purpose, inputs, output");
        assertThatThrownBy(() -> PromptFile.parse("a.md", "Say {{template}}"))
                .hasMessage("a.md:1: no front matter; expected it between two lines '---' at the beginning");
        assertThatThrownBy(() -> PromptFile.parse("a.md", "---\n" + HEAD + "---\n[system]\n{{template}}\n"))
                .hasMessage(
                        "a.md: the turns are out of order; expected the system's first if at all, the user's and the"
                                + " assistant's by turns, the user's last");
    }

    @Test
    void unknownInputsOfTheTextAndUnknownPromptsAreRefused() {
        assertThatThrownBy(() -> PromptFile.parse("a.md", "---\n" + HEAD + "---\n{{template}} {{name}}"))
                .hasMessageStartingWith("a.md: unknown input 'name'; ");
        assertThatThrownBy(() -> PromptFile.named("../secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown prompt '../secret'; have: " + String.join(", ", PromptFile.NAMES));
    }
}
