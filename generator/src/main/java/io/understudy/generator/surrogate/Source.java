package io.understudy.generator.surrogate;

/** One kind of surface. Thread-safe; a pure function of the wish. */
@FunctionalInterface
interface Source {

    /** @return not empty */
    String draw(Wish wish);
}
