package io.understudy.eval.bias;

import io.understudy.eval.fidelity.Histogram;
import io.understudy.eval.report.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * How lines, mentions or names spread over some groups, beside the original.
 *
 * @param here counts of this corpus
 * @param original counts of the original
 */
public record Shares(Histogram here, Optional<Histogram> original) {

    /** A group is called under-represented when chance alone would do this less often than this, for all groups. */
    private static final double UNLIKELY = 0.01;

    /** And when its share is less than so much of the original's. */
    private static final double MUCH_LESS = 0.8;

    /** Groups that both sides together have fewer of are counted as one: the test needs some of each. */
    private static final long FEWEST = 10;

    /** One group: its shares, and the chance of so small a share here if both sides were alike. */
    private record Group(String name, double here, double original, double p) {}

    /** As a block of report.json: each group's shares, a chi-square test of all, and what is under-represented. */
    public Section section() {
        Section section = new Section().put("n", here.total());
        if (here.total() == 0) {
            return missing(section.missing("shares", "there are none"), "there are none");
        }
        section.put("shares", shares());
        if (original.isEmpty()) {
            return missing(section, "no original was given to compare with");
        }
        if (original.get().total() == 0) {
            return missing(section, "the original has none");
        }
        List<Group> groups = groups();
        section.put("original_n", original.get().total());
        double p = chance();
        if (Double.isNaN(p)) {
            section.missing("p", "too few groups to compare");
        } else {
            section.put("p", p);
        }
        return section.put(
                "under_represented",
                groups.stream()
                        .filter(group ->
                                group.here() < MUCH_LESS * group.original() && group.p() * groups.size() < UNLIKELY)
                        .sorted(Comparator.comparingDouble((Group group) -> group.here() / group.original())
                                .thenComparing(Group::name))
                        .map(group -> new Section()
                                .put("name", group.name())
                                .put("synthetic", group.here())
                                .put("original", group.original())
                                .put("p", group.p()))
                        .toList());
    }

    private static Section missing(Section section, String reason) {
        return section.missing("p", reason).missing("under_represented", reason);
    }

    private TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        here.names().forEach(names::add);
        original.ifPresent(other -> other.names().forEach(names::add));
        return names;
    }

    private List<Section> shares() {
        return names().stream()
                .map(group -> {
                    Section share = new Section().put("name", group).put("synthetic", here.share(group));
                    return original.filter(other -> other.total() > 0).isPresent()
                            ? share.put("original", original.get().share(group))
                            : share.missing("original", "no original was given to compare with");
                })
                .toList();
    }

    private List<Group> groups() {
        Histogram other = original.orElseThrow();
        List<Group> groups = new ArrayList<>();
        for (String group : names()) {
            long ours = here.count(group);
            long theirs = other.count(group);
            double p = theirs == 0 || (here.total() == ours && other.total() == theirs)
                    ? 1
                    : chance(new long[][] {{ours, here.total() - ours}, {theirs, other.total() - theirs}});
            groups.add(new Group(group, here.share(group), other.share(group), p));
        }
        return groups;
    }

    /** Pearson's chi-square test that both sides are drawn alike; NaN where fewer than two groups are large enough. */
    double chance() {
        Histogram other = original.orElseThrow();
        List<long[]> columns = new ArrayList<>();
        long[] rest = new long[2];
        for (String group : names()) {
            long[] column = {here.count(group), other.count(group)};
            if (column[0] + column[1] < FEWEST) {
                rest[0] += column[0];
                rest[1] += column[1];
            } else {
                columns.add(column);
            }
        }
        if (rest[0] + rest[1] > 0) {
            columns.add(rest);
        }
        return columns.size() < 2 ? Double.NaN : chance(columns.toArray(long[][]::new));
    }

    private static double chance(long[][] table) {
        return ChiSquareTest.withDefaults().test(table).getPValue();
    }
}
