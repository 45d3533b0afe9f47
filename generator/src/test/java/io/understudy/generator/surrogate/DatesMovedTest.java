package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Markup;
import io.understudy.generator.surrogate.AnonymizerOptions.Moving;
import io.understudy.generator.surrogate.AnonymizerOptions.Strategy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, times and ages move together. */
class DatesMovedTest {

    /** Said of one person: her dates keep their distance in two documents; his are moved otherwise. */
    @Test
    void datesMoveWithThePersonTheyAreSaidOf() {
        AnonymizerOptions options = new AnonymizerOptions(
                Strategy.CONSISTENT, .5, AnonymizerOptions.STANDARD.kept(), false, false, Moving.ENTITY);
        AnonymizerBuilder builder = Anonymizer.builder(options, AnonymizerTest.KEY);
        AnnotatedText one =
                Markup.read("[Ada Byrne](PERSON) came on [2024-03-01](DATE), [Max Wood](PERSON) on [2024-03-01](DATE)");
        AnnotatedText two = Markup.read("On [2024-04-01](DATE) [Ada Byrne](PERSON) left");
        builder.add(one, "first");
        builder.add(two, "second");
        Anonymizer anonymizer = builder.build((label, surface) -> false);
        AnnotatedText first = anonymizer.standIn(anonymizer.prepare(one, "first"));
        AnnotatedText second = anonymizer.standIn(anonymizer.prepare(two, "second"));
        LocalDate came = LocalDate.parse(first.surface(first.mentions().get(1)));
        assertThat(LocalDate.parse(second.surface(second.mentions().get(0)))).isEqualTo(came.plusDays(31));
        assertThat(first.surface(first.mentions().get(3))).isNotEqualTo(came.toString());
    }

    /** Ages and birth dates move against each other; nobody comes of age. */
    @Test
    void agesAgreeWithBirthDatesAndChildrenStayChildren() {
        List<String> surfaces = AnonymizerTest.surfaces(
                "[2024-06-01](DATE): aged [17](AGE), born [2007-03-01](DATE_OF_BIRTH), aged [44](AGE)");
        int age = Integer.parseInt(surfaces.get(1));
        assertThat(age).isBetween(14, 16);
        LocalDate visit = LocalDate.parse(surfaces.get(0));
        assertThat(java.time.Period.between(LocalDate.parse(surfaces.get(2)), visit)
                        .getYears())
                .isEqualTo(age);
        assertThat(Integer.parseInt(surfaces.get(3))).isEqualTo(44 + age - 17);
    }

    @Test
    void intervalsAndPrecisionOfDatesStay() {
        List<String> dates =
                AnonymizerTest.surfaces("[2024-03-01](DATE) to [2024-03-15](DATE), born [2000-03-01](DATE)");
        LocalDate first = LocalDate.parse(dates.get(0));
        assertThat(LocalDate.parse(dates.get(1))).isEqualTo(first.plusDays(14));
        long days = java.time.temporal.ChronoUnit.DAYS.between(LocalDate.of(2000, 3, 1), LocalDate.of(2024, 3, 1));
        assertThat(LocalDate.parse(dates.get(2))).isEqualTo(first.minusDays(days));
    }

    @ParameterizedTest
    @CsvSource({"Friday, [A-Z][a-z]+day", "next tuesday, next [a-z]+day", "MONDAY, [A-Z]+DAY"})
    void aDayOfTheWeekStaysOne(String original, String form) {
        assertThat(AnonymizerTest.surfaces("[" + original + "](DATE)").get(0))
                .matches(form)
                .isNotEqualTo(original);
    }

    @Test
    void datesMayMoveByWholeWeeks() {
        AnonymizerOptions weeks = new AnonymizerOptions(
                Strategy.CONSISTENT, .5, AnonymizerOptions.STANDARD.kept(), false, true, Moving.DOCUMENT);
        for (int i = 0; i < 50; i++) {
            AnnotatedText out = AnonymizerTest.standIn(
                            weeks, Secret.fresh(), List.of(Markup.read("[2024-05-03](DATE)")))
                    .get(0);
            assertThat(LocalDate.parse(out.text()).getDayOfWeek())
                    .isEqualTo(LocalDate.of(2024, 5, 3).getDayOfWeek());
        }
    }

    /** Every second day of three years is a date of the source; an offset that meets none is found all the same. */
    @Test
    void fullDatesMeetNoDateOfTheSourceWhereTheyNeedNot() {
        AnonymizerBuilder builder = Anonymizer.builder(AnonymizerOptions.STANDARD, AnonymizerTest.KEY);
        Set<String> source = new HashSet<>();
        List<AnnotatedText> lines = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            String date = LocalDate.of(2024, 12, 31).minusDays(2L * i).toString();
            source.add(date);
            lines.add(Markup.read("[" + date + "](DATE)"));
            builder.add(lines.get(i), "document " + i);
        }
        Anonymizer anonymizer = builder.build((label, surface) -> source.contains(surface));
        for (int i = 0; i < 1_500; i++) {
            assertThat(anonymizer
                            .standIn(anonymizer.prepare(lines.get(i), "document " + i))
                            .text())
                    .isNotIn(source);
        }
    }
}
