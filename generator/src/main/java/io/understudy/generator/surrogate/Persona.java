package io.understudy.generator.surrogate;

import io.understudy.core.Seeds;
import io.understudy.core.text.Gender;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * An invented person, from whom name, title, e-mail address, user name, age and birth date all come.
 *
 * @param gender female or male
 * @param own seed of what else there is to know
 */
record Persona(Gender gender, Origin origin, String first, String last, long own) {

    /** For what belongs to no person. */
    static final Persona NOBODY = new Persona(Gender.FEMALE, Origin.ENGLISH, "Nobody", "None", 0);

    /** Ages are counted on this day, because no clock is read. */
    static final LocalDate TODAY = LocalDate.of(2025, 7, 1);

    static Persona draw(SplittableRandom random) {
        return draw(random, Traits.ANY);
    }

    static Persona draw(SplittableRandom random, Traits traits) {
        NameBook book = NameBook.of(traits.origin());
        // The coin is tossed even where it is not asked, so that surnames do not hang on what is known of the gender.
        Gender gender = traits.gender().or(random.nextBoolean() ? Gender.FEMALE : Gender.MALE);
        while (true) {
            String first = book.first(gender, traits.first(), random);
            String last = book.last(gender, traits.last(), random);
            if (!PublicFigures.isOne(first, last) && !first.equals(last)) {
                return new Persona(gender, traits.origin(), first, last, random.nextLong());
            }
        }
    }

    /** The same person with a surname that no list holds, so that there are always more. */
    Persona withCoinedSurname(SplittableRandom random) {
        return new Persona(gender, origin, first, Names.capital(Coined.word(random)), own);
    }

    /** A middle name; the first is never taken again. */
    String middle(int number) {
        for (int i = 0; ; i++) {
            String name = NameBook.of(origin).first(gender, NameBook.Length.ANY, Seeds.random(own, 100L * number + i));
            if (!name.equals(first)) {
                return name;
            }
        }
    }

    /** A second surname, for those who have two. */
    String secondLast() {
        return NameBook.of(origin).last(gender, NameBook.Length.ANY, Seeds.random(own, 1));
    }

    /** 18 to 89 years before {@link #TODAY}, and some days. */
    LocalDate birth() {
        SplittableRandom random = Seeds.random(own, 2);
        return TODAY.minusYears(random.nextInt(18, 90)).minusDays(random.nextInt(365));
    }

    /** Full years on {@link #TODAY}. */
    int age() {
        return java.time.Period.between(birth(), TODAY).getYears();
    }

    /** Neither "Dr." nor "Prof.", which both bear. */
    String title() {
        return gender == Gender.MALE ? "Mr." : Seeds.random(own, 3).nextBoolean() ? "Ms." : "Mrs.";
    }
}
