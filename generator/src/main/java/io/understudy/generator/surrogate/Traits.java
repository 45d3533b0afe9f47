package io.understudy.generator.surrogate;

import io.understudy.core.text.Gender;

/**
 * What a persona should be like.
 *
 * @param gender {@link Gender#UNKNOWN}: either
 * @param first how long the first name is
 * @param last how long the surname is
 */
record Traits(Gender gender, Origin origin, NameBook.Length first, NameBook.Length last) {

    static final Traits ANY = new Traits(Gender.UNKNOWN, Origin.ENGLISH, NameBook.Length.ANY, NameBook.Length.ANY);

    private static final Traits WOMAN = ANY.withGender(Gender.FEMALE);
    private static final Traits MAN = ANY.withGender(Gender.MALE);

    static Traits of(Gender gender) {
        return switch (gender) {
            case FEMALE -> WOMAN;
            case MALE -> MAN;
            case UNKNOWN -> ANY;
        };
    }

    private Traits withGender(Gender other) {
        return new Traits(other, origin, first, last);
    }

    /** The same without what narrows the choice most. */
    Traits relaxed() {
        return new Traits(gender, origin, NameBook.Length.ANY, NameBook.Length.ANY);
    }
}
