package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Markup;
import io.understudy.core.Template;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            meet me on [Monday](DATE)          | [A-Z][a-z]+
            leaves on [monday](DATE) morning   | [a-z]+
            closed in [May](DATE)              | [A-Z][a-z]+
            due in [two weeks](DATE)           | [a-z]+ [a-z]+
            back at [noon](TIME)               | [a-z]+
            call at [5 pm](TIME)               | \\d+ [ap]m""")
    void theLookOfTheOriginalStays(String markup, String expected) {
        assertThat(drawn(markup)).allMatch(surface -> surface.matches(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            see you on [Monday](DATE)        | January May September November
            see you in [May](DATE)           | Monday Friday Christmas Easter
            it left [Monday](DATE)           | January May Christmas Thanksgiving
            closed since [Monday](DATE)      | tomorrow
            leave on [tomorrow](DATE)        | tomorrow today spring winter may june""")
    void aTimeThatDoesNotReadWellAfterTheWordBeforeIsNotDrawn(String markup, String unfit) {
        assertThat(drawn(markup)).doesNotContain(unfit.split(" ", -1));
    }

    @Test
    void aMonthFollowsIn() {
        assertThat(drawn("closed in [May](DATE)")).contains("January", "December");
    }

    @Test
    void aWeekdayFollowsOn() {
        assertThat(drawn("closed on [May](DATE)")).contains("Monday", "Sunday");
    }

    @Test
    void aSurnameFollowsATitle() {
        String one = "ask Mrs. [Byrne](PERSON)";
        for (long seed = 0; seed < 50; seed++) {
            String last = Surrogates.standard()
                    .surfaces(Template.of(Markup.read("ask Mrs. [Ada Byrne](PERSON)")), seed)
                    .get("PERSON_1");
            assertThat(last)
                    .endsWith(" "
                            + Surrogates.standard()
                                    .surfaces(Template.of(Markup.read(one)), seed)
                                    .get("PERSON_1"));
        }
    }

    @Test
    void aTownFollowsToAndASiteMayFollowThe() {
        assertThat(drawn("fly to [New York](LOCATION)"))
                .noneMatch(surface -> surface.matches(".* (Museum|Bridge|Gardens)"));
        assertThat(drawn("meet at the [Hyde Park](LOCATION)"))
                .anyMatch(surface -> surface.matches(".* (Museum|Bridge|Gardens)"));
    }

    /** What 400 seeds give for the one slot. */
    private static Set<String> drawn(String markup) {
        Template template = Template.of(Markup.read(markup));
        String slot = template.slots().get(0).name();
        return LongStream.range(0, 400)
                .mapToObj(seed -> Surrogates.standard().surfaces(template, seed).get(slot))
                .collect(Collectors.toSet());
    }
}
