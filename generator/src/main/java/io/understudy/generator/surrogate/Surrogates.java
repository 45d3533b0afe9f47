package io.understudy.generator.surrogate;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Invents surfaces for the slots of a template. Thread-safe; a pure function of its arguments. */
@FunctionalInterface
public interface Surrogates {

    /** Says which surfaces may not be used. Thread-safe; depends on its arguments alone. */
    @FunctionalInterface
    interface Veto {

        /** Lets everything pass. */
        Veto NONE = (slot, surface) -> false;

        boolean refuses(Slot slot, String surface);
    }

    /**
     * A surface for each slot, all together, so that they can fit each other. No two slots get the same surface.
     *
     * @param veto asked for each surface; after a bounded number of refusals for one slot the last surface is given all
     *     the same, so the caller checks the line
     * @return by slot name; none is empty
     */
    Map<String, String> surfaces(Template template, long seed, Veto veto);

    default Map<String, String> surfaces(Template template, long seed) {
        return surfaces(template, seed, Veto.NONE);
    }

    /**
     * The template with its slots filled. An "a" or "an" directly before a slot agrees with the surrogate's first
     * sound; no other literal changes.
     */
    default AnnotatedText standIn(Template template, long seed, Veto veto) {
        Map<String, String> surfaces = surfaces(template, seed, veto);
        Function<Slot, String> surface = slot -> surfaces.get(slot.name());
        return Articles.agree(template, surface).fill(surface);
    }

    default AnnotatedText standIn(Template template, long seed) {
        return standIn(template, seed, Veto.NONE);
    }

    /** English surrogates for every label name: known ones by kind, others by the words of the name. */
    static Surrogates standard() {
        return StandardSurrogates.RESERVED;
    }

    /** The same with numbers that look real, and may be somebody's. */
    static Surrogates plausible() {
        return StandardSurrogates.PLAUSIBLE;
    }

    /**
     * Whether a surface of this label is a date, time, amount or title that names nobody: words that stay when real
     * lines are anonymized ("tomorrow", "noon", "half an hour", "Mr."), and others so few that each stands in for some
     * other of them: weekdays, months, "3 May", times of day, numbers of one or two digits.
     */
    static boolean isEveryday(Label label, String surface) {
        Kinds.Kind kind = Kinds.STANDARD.kind(label);
        return kind.patience() < Wish.MAX_EFFORT
                && Everyday.is(surface, kind.name().equals("TIME") ? 6 : 2);
    }

    /**
     * Why nobody has the numbers and addresses that are drawn for a label, or that this is not promised; empty for
     * labels whose surrogates are words.
     */
    static Optional<String> proof(String label, boolean plausible) {
        Optional<String> proof = Proofs.of(label);
        return plausible ? proof.map(reserved -> "plausible: may be somebody's") : proof;
    }
}
