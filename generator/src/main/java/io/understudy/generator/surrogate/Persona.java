package io.understudy.generator.surrogate;

import java.util.SplittableRandom;

/** Whom a line's PERSON, EMAIL and USERNAME of one number name. */
record Persona(String first, String last) {

    static Persona draw(SplittableRandom random) {
        return new Persona(Pool.FIRST_NAME.draw(random), Pool.LAST_NAME.draw(random));
    }
}
