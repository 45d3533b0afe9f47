package io.understudy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import io.understudy.core.testing.Hostile;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Ada](PERSON) lives in [Oslo](CITY).|{PERSON_1} lives in {CITY_1}.",
                "[Ada](PERSON) and [Bo](PERSON)|{PERSON_1} and {PERSON_2}",
                "[Ada](PERSON), [Bo](PERSON), [Ada](PERSON)|{PERSON_1}, {PERSON_2}, {PERSON_1}",
                "[Lyon](CITY) [Lyon](PERSON)|{CITY_1} {PERSON_1}",
                "[Ada](PERSON)[ada](PERSON)|{PERSON_1}{PERSON_2}",
                "a {b} \\\\ c|a \\{b\\} \\\\ c",
            })
    void mentionsAreTakenOut(String markup, String form) {
        assertThat(Markup.read(markup).template()).hasToString(form);
    }

    @Test
    void mentionsOfOneEntityShareASlot() {
        Details ada = Details.NONE.withEntity("e1").withRole("guest").withValue("Q7259");
        AnnotatedText annotated = AnnotatedText.builder()
                .append("Ada Byrne", Label.PERSON, ada)
                .append(" (")
                .append("Ada", Label.PERSON, ada)
                .append(")")
                .build();
        Template template = annotated.template();
        assertThat(template).hasToString("{PERSON_1} ({PERSON_1})");
        assertThat(template.slots()).extracting(Slot::shape).containsExactly(new Shape("Xx Xx"), new Shape("Xx"));
        assertThat(template.distinctSlots()).containsOnlyKeys("PERSON_1");
        assertThat(template.slots().get(0).details()).isEqualTo(Details.NONE.withRole("guest"));
    }

    @Test
    void nothingOfASurfaceStays() {
        Details details = new Details(
                Optional.of("Ada"), Optional.empty(), Optional.empty(), Optional.of("Ada"), Map.of("k", "\"Ada\""));
        AnnotatedText annotated = AnnotatedText.builder()
                .append("Ada", Label.PERSON, details)
                .append(" lives.")
                .build();
        assertThat(annotated.template().segments().toString()).doesNotContain("Ada");
    }

    @Test
    void fillingWithTheOriginalsGivesTheOriginal() {
        for (long seed = 1; seed <= 1000; seed++) {
            AnnotatedText annotated = Hostile.annotated(Seeds.random(seed, 0));
            Iterator<Mention> mentions = annotated.mentions().iterator();
            AnnotatedText filled = annotated.template().fill(slot -> annotated.surface(mentions.next()));
            assertThat(filled.text()).as("seed " + seed).isEqualTo(annotated.text());
            assertThat(filled.mentions())
                    .as("seed " + seed)
                    .isEqualTo(annotated.mentions().stream()
                            .map(mention -> new Mention(
                                    mention.span(),
                                    mention.label(),
                                    mention.details().usage()))
                            .toList());
        }
    }

    @Test
    void oneWayToSayOneTemplate() {
        assertThatThrownBy(() -> new Template(List.of(new Literal("a"), new Literal("b"))))
                .hasMessage("two literals follow each other");
        assertThatThrownBy(() -> new Literal("")).hasMessage("a literal is empty");
        assertThatThrownBy(() -> new Slot(Label.CITY, 0)).hasMessage("slot number is 0; expected 1 or more");
        assertThat(Template.of(AnnotatedText.plain("")).segments()).isEmpty();
        assertThat(Template.of(AnnotatedText.plain("a")).hasSlots()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{PERSON_1} lives in {CITY_1}.",
                "a \\{brace\\} and \\\\",
                "{A_1}{A_2}{A_1}",
                "{room name_12}\n\u0301 \ud83d\ude00",
                "",
                "no slot"
            })
    void theWrittenFormIsReadAsItWasWritten(String form) {
        assertThat(Template.parse(form)).hasToString(form);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to {CITY} | column 4: '{' does not begin a slot such as {PERSON_1}; write \\{ for a brace of the text",
                "{CITY_0} | column 1: '{' does not begin a slot such as {PERSON_1}; write \\{ for a brace of the text",
                "{CITY_1 | column 1: '{' does not begin a slot such as {PERSON_1}; write \\{ for a brace of the text",
                "a } b | column 3: '}' stands alone; write \\} for one of the text",
                "a \\ | column 3: '\\' stands alone; write \\\\ for one of the text"
            })
    void aBrokenFormIsRefused(String form, String message) {
        assertThatThrownBy(() -> Template.parse(form))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
