package io.understudy.eval.split;

import io.understudy.eval.report.Report;
import io.understudy.eval.report.Section;
import io.understudy.eval.split.Overlap.Kind;
import io.understudy.eval.split.Overlap.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * What a split came to, for people and for programs.
 *
 * @param names of the parts
 * @param overlap what the second part shares with the first, where there are a training and a test part
 */
public record SplitReport(SplitBy by, List<String> names, Parts parts, Optional<Overlap> overlap) {

    public SplitReport {
        names = List.copyOf(names);
    }

    /** split.json; ends with a line feed. */
    public String json() {
        Section root = new Section()
                .put("by", word())
                .put("groups", parts.groups())
                .put("largest_group", parts.largestGroup())
                .put(
                        "parts",
                        IntStream.range(0, names.size())
                                .mapToObj(part -> new Section()
                                        .put("name", names.get(part))
                                        .put("lines", parts.sizes().get(part)))
                                .toList());
        overlap.ifPresentOrElse(
                shared -> root.put("test_shares_with_train", block(shared)),
                () -> root.missing(
                        "test_shares_with_train", "folds are tested in turn; split --check tells it of two files"));
        return Report.of(root).json();
    }

    /** A few lines for a terminal. */
    public String summary() {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        List<String> sizes = new ArrayList<>();
        for (int part = 0; part < names.size(); part++) {
            sizes.add("%s %,d".formatted(names.get(part), parts.sizes().get(part)));
        }
        lines.add("Lines: " + String.join(", ", sizes) + ".");
        int all = Math.max(1, parts.lines());
        if (parts.largestGroup() > all / 2 || parts.sizes().contains(0)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "By %s, %,d of %,d lines hang together in one group, which cannot be split: the parts are not of the"
                            + " sizes asked for.",
                    word(),
                    parts.largestGroup(),
                    parts.lines()));
        }
        return overlap.map(shared -> lines + summary(shared)).orElseGet(lines::toString);
    }

    /** What a test set shares with its training lines, in a few sentences. */
    public static String summary(Overlap overlap) {
        if (overlap.tested() == 0) {
            return "The test set is empty: there is nothing to share.\n";
        }
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        Shared templates = overlap.shared(Kind.TEMPLATES);
        lines.add("The test set shares %s of its templates with the training lines (%s)."
                .formatted(percent(templates.share()), of(templates, "line")));
        Shared values = overlap.shared(Kind.VALUES);
        lines.add(
                values.uses() == 0
                        ? "It has no mentions, so no values to share."
                        : "It shares %s of its values (%s).".formatted(percent(values.share()), of(values, "mention")));
        long exact = overlap.shared(Kind.EXACT_RECORDS).usesKnown();
        long near = overlap.shared(Kind.RECORDS).usesKnown();
        lines.add(String.format(
                Locale.ROOT,
                "%,d of its %,d lines %s in the training lines word for word, %,d with accents and spacing aside.",
                exact,
                overlap.tested(),
                exact == 1 ? "stands" : "stand",
                near));
        return lines.toString();
    }

    private static String of(Shared shared, String use) {
        return String.format(Locale.ROOT, "%,d of %,d %ss", shared.usesKnown(), shared.uses(), use);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static Section block(Overlap overlap) {
        Section block = new Section();
        for (Kind kind : Kind.values()) {
            Shared shared = overlap.shared(kind);
            Section one = new Section();
            if (Double.isNaN(shared.share())) {
                one.missing("share", "the test set has none");
            } else {
                one.put("share", shared.share());
            }
            block.put(
                    kind.name().toLowerCase(Locale.ROOT),
                    one.put("uses", shared.uses())
                            .put("uses_known", shared.usesKnown())
                            .put("distinct", shared.distinct())
                            .put("known", shared.known()));
        }
        return block;
    }

    private String word() {
        return by.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
