package io.understudy.ner.identifier;

import io.understudy.core.Label;
import io.understudy.core.checksum.NationalId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How one kind of identifier is written, what makes it right, and which words announce it.
 *
 * @param label of its mentions
 * @param country as labels name it; empty where it is no country's
 * @param layouts lengths of the groups it is written in
 * @param holds asked of the compact number
 * @param proof what a right number proves
 * @param context telling words and phrases, in small letters
 * @param capitals whether its letters are capitals, always
 */
record Rule(
        Label label,
        String country,
        List<int[]> layouts,
        Predicate<String> holds,
        Proof proof,
        List<String> context,
        boolean capitals) {

    /** What it means that a number holds. */
    enum Proof {
        /** Nothing but its form: a telling word is needed. */
        FORM,
        /** One check digit: right by chance once in ten. */
        WEAK,
        /** More: hardly right by chance. */
        STRONG
    }

    /**
     * @param layouts such as {@code 3-2-4 9}: groups of three, two and four characters, or nine in one
     * @param context parted by commas
     */
    static Rule national(String name, Proof proof, String layouts, String context) {
        return national(name, proof, layouts, context, compact -> true);
    }

    /** As above, with what the issuer's description excludes beyond the form. */
    static Rule national(String name, Proof proof, String layouts, String context, Predicate<String> more) {
        NationalId id = NationalId.of(name).orElseThrow();
        if (id.checksummed() == (proof == Proof.FORM)) {
            throw new IllegalStateException(name + " has check digits or has not; its rule says otherwise");
        }
        return new Rule(
                new Label(name),
                id.country(),
                layouts(layouts),
                compact -> id.holds(compact) && more.test(compact),
                proof,
                words(context),
                false);
    }

    /** A national identifier that is often written without its check digits. */
    static Rule without(String name, String layouts, String context, Predicate<String> holds) {
        NationalId id = NationalId.of(name).orElseThrow();
        return new Rule(new Label(name), id.country(), layouts(layouts), holds, Proof.FORM, words(context), false);
    }

    static Rule general(String name, String layouts, String context, Predicate<String> holds) {
        return of(name, "", layouts, context, holds);
    }

    /** An identifier of a country that has no one form. */
    static Rule of(String name, String country, String layouts, String context, Predicate<String> holds) {
        return new Rule(new Label(name), country, layouts(layouts), holds, Proof.FORM, words(context), false);
    }

    String name() {
        return label.name().toLowerCase(Locale.ROOT);
    }

    /** As it is, in capitals only: in small letters it is words and a number. */
    Rule inCapitals() {
        return new Rule(label, country, layouts, holds, proof, context, true);
    }

    private static List<String> words(String context) {
        return List.of(context.split(", ", -1));
    }

    private static List<int[]> layouts(String written) {
        List<int[]> layouts = new ArrayList<>();
        for (String layout : written.split(" ", -1)) {
            if (layout.contains("..")) {
                String[] ends = layout.split("\\.\\.", -1);
                for (int length = Integer.parseInt(ends[0]); length <= Integer.parseInt(ends[1]); length++) {
                    layouts.add(new int[] {length});
                }
            } else {
                layouts.add(Arrays.stream(layout.split("-", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray());
            }
        }
        return layouts;
    }
}
