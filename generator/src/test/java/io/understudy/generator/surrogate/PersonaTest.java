package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Markup;
import io.understudy.core.Seeds;
import io.understudy.core.Template;
import io.understudy.core.text.Gender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PersonaTest {

    /** The first name of a woman is on no list of men of the same origin, where there are two lists. */
    @ParameterizedTest
    @EnumSource
    void genderFitsTheFirstName(Origin origin) {
        NameBook book = NameBook.of(origin);
        if (book.tellsGender()) {
            assertThat(book.firstNames(Gender.FEMALE)).doesNotContainAnyElementsOf(book.firstNames(Gender.MALE));
        }
    }

    private static final int DRAWS = 20_000;

    @ParameterizedTest
    @EnumSource(Origin.class)
    void aPersonaIsAtHomeInOneLanguageAndOfTheGenderAskedFor(Origin origin) {
        NameBook book = NameBook.of(origin);
        for (int i = 0; i < 2_000; i++) {
            Gender gender = i % 2 == 0 ? Gender.FEMALE : Gender.MALE;
            Persona persona = Persona.draw(
                    Seeds.random(i, 0), new Traits(gender, origin, NameBook.Length.ANY, NameBook.Length.ANY));
            assertThat(book.firstNames(gender)).contains(persona.first());
            assertThat(book.surnames(gender)).contains(persona.last());
            if (book.tellsGender()) {
                assertThat(book.firstNames(gender == Gender.MALE ? Gender.FEMALE : Gender.MALE))
                        .doesNotContain(persona.first());
            }
        }
    }

    /** What everybody knows of these names, not what a list says. */
    @ParameterizedTest
    @CsvSource({
        "John, MALE",
        "JAMES, MALE",
        "mary, FEMALE",
        "Patricia, FEMALE",
        "Ingrid, FEMALE",
        "Giuseppe, MALE",
        "Giulia, FEMALE",
        "Katarzyna, FEMALE",
        "Zoltán, MALE",
        "Иван, MALE",
        "Zorblatt, UNKNOWN"
    })
    void aFirstNameTellsGender(String name, Gender gender) {
        assertThat(FirstNames.gender(name)).isEqualTo(gender);
    }

    @ParameterizedTest
    @CsvSource({
        "John, Smith, ENGLISH",
        "Jürgen, Müller, GERMAN",
        "Zsófia, Nagy, HUNGARIAN",
        "Иван, Смирнов, RUSSIAN",
        "José, García, SPANISH",
        "Agnieszka, Kowalczyk, POLISH",
        "Xyzzy, Qwrtz, ENGLISH"
    })
    void aNameTellsWhereItIsAtHome(String first, String last, Origin origin) {
        assertThat(FirstNames.origin(first, last)).isEqualTo(origin);
    }

    @Test
    void titleAgeAndBirthDateAgreeWithThePerson() {
        for (int i = 0; i < DRAWS; i++) {
            Persona persona = Persona.draw(Seeds.random(i, 3));
            assertThat(Gender.ofTitle(persona.title())).isEqualTo(persona.gender());
            assertThat(persona.birth().plusYears(persona.age())).isBeforeOrEqualTo(Persona.TODAY);
            assertThat(persona.birth().plusYears(persona.age() + 1L)).isAfter(Persona.TODAY);
            assertThat(persona.age()).isBetween(18, 90);
        }
    }

    @Test
    void noPersonaIsAPublicFigure() {
        assertThat(PublicFigures.isOne("George", "Washington")).isTrue();
        for (int i = 0; i < 10 * DRAWS; i++) {
            Persona persona = Persona.draw(Seeds.random(i, 4));
            assertThat(PublicFigures.isOne(persona.first(), persona.last())).isFalse();
        }
    }

    /**
     * Of the census of 1990: the tenth surname is borne by .311/1.006 = .31 as many as the first, the hundredth by .08
     * as many. A factor of two is what the curve promises.
     */
    @Test
    void ranksAreDrawnAsOftenAsACensusCountsThem() {
        Map<Integer, Integer> drawn = new HashMap<>();
        int draws = 2_000_000;
        for (int i = 0; i < draws; i++) {
            drawn.merge(NameBook.rank((i + .5) / draws, 5_000), 1, Integer::sum);
        }
        assertThat((double) drawn.get(9) / drawn.get(0)).isBetween(.31 / 2, .31 * 2);
        assertThat((double) drawn.get(99) / drawn.get(0)).isBetween(.083 / 2, .083 * 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my nephew [Ada Byrne](PERSON) is ill         | MALE
            my niece, [Ada Byrne](PERSON) is ill         | FEMALE
            ask Mr. [Ada Byrne](PERSON)                  | MALE
            Frau [Ada Byrne](PERSON) ruft an             | FEMALE
            [Ada Byrne](PERSON) lost her keys            | FEMALE
            [Ada Byrne](PERSON) says he paid             | MALE
            [Ada Byrne](PERSON), my brother, paid        | MALE""")
    void theWordsAroundASlotTellGender(String markup, Gender gender) {
        Template template = Markup.read(markup).template();
        for (long seed = 0; seed < 200; seed++) {
            String name = Surrogates.standard().surfaces(template, seed).get("PERSON_1");
            List<String> first = NameBook.of(Origin.ENGLISH).firstNames(gender);
            assertThat(first).as("seed %d", seed).contains(name.split(" ", -1)[0]);
        }
    }
}
