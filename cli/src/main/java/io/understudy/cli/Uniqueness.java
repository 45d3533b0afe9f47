package io.understudy.cli;

import io.understudy.eval.report.Section;
import io.understudy.generator.surrogate.Anonymizer;

/** How the numbers of each label were kept apart, and where that was not possible. */
final class Uniqueness {

    private Uniqueness() {}

    /** For the manifest, by label. */
    static Section of(Anonymizer anonymizer) {
        Section labels = new Section();
        anonymizer.ranges().forEach((label, use) -> {
            Section sizes = new Section();
            use.sizes().forEach((range, size) -> sizes.put(range.isEmpty() ? "range" : range, size.toString()));
            labels.put(
                    label,
                    new Section()
                            .put("originals", use.originals())
                            .put("numbers", sizes)
                            .put(
                                    "how",
                                    use.permuted()
                                            ? "a keyed permutation of all numbers of the form (FF1): no two can meet"
                                            : "a keyed place in the range (FF1); the next free one where that was taken")
                            .put("place_taken", use.again())
                            .put("shared", use.shared()));
        });
        return labels;
    }

    static void warn(Anonymizer anonymizer, Narrator narrator) {
        anonymizer.ranges().forEach((label, use) -> {
            if (use.shared() > 0) {
                narrator.warn(label + " has " + Count.of(use.originals(), "original")
                        + ", more than its range has numbers: " + Count.of(use.shared()) + " share one with another");
            }
        });
    }
}
