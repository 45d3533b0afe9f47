package io.understudy.generator.surrogate;

import io.understudy.core.Seeds;
import io.understudy.core.Shape;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What a surface should be like.
 *
 * @param look how the original looked
 * @param effort how often a surface for this slot was refused already
 * @param random the only chance
 * @param persona whom it belongs to, for kinds that belong to a person
 * @param place seed of the place that it belongs to, for kinds that belong to one
 * @param lead what the word before it asks for
 * @param host what the organization that it belongs to is called on the net; empty where it belongs to none
 * @param plausible whether numbers may be somebody's
 * @param original what it stands in for, where that is known
 */
record Wish(
        Look look,
        int effort,
        SplittableRandom random,
        Persona persona,
        long place,
        Lead lead,
        String host,
        boolean plausible,
        Optional<Original> original) {

    /** From here on the label counts more than the shape. */
    static final int RELAXED = 4;

    /** From here on even words are invented. */
    private static final int DESPERATE = 8;

    /** Draws for one slot before its surface is given as it is. */
    static final int MAX_EFFORT = 12;

    boolean relaxed() {
        return effort >= RELAXED;
    }

    boolean desperate() {
        return effort >= DESPERATE;
    }

    Wish withLook(Shape other) {
        return new Wish(Look.of(other), effort, random, persona, place, lead, host, plausible, original);
    }

    /** The place in this country that all slots of the same number share. */
    Place place(String country) {
        return Place.draw(country, Seeds.random(place, effort));
    }

    /** One of the choices. */
    String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }
}
