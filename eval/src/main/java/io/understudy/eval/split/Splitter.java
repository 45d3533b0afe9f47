package io.understudy.eval.split;

import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Splits a corpus into parts that share nothing of one kind. Lines that share something stay together; the groups are
 * dealt out, large ones first, so that each part gets its share of lines, of each intent (or set of labels, where there
 * are no intents), as nearly as the groups allow. Equal lines in equal order and an equal seed give equal parts.
 *
 * <p>Memory: 8 bytes a line, about 50 for each distinct template, value or entity; by near duplicates also 8 for each
 * word. Not thread-safe.
 */
public final class Splitter {

    /** A stratum with fewer lines cannot be shared out; such lines are one stratum together. */
    private static final int FEWEST_OF_A_STRATUM = 20;

    private final SplitBy by;
    private final long seed;
    private final Groups groups = new Groups();
    private final NearLines near = new NearLines(groups);
    private final Map<String, Integer> strata = new LinkedHashMap<>();
    private int[] stratumOf = new int[1024];

    public Splitter(SplitBy by, long seed) {
        this.by = by;
        this.seed = seed;
    }

    public void add(Example line) {
        int number = groups.add();
        if (number == stratumOf.length) {
            stratumOf = Arrays.copyOf(stratumOf, 2 * number);
        }
        stratumOf[number] = strata.computeIfAbsent(stratum(line), name -> strata.size());
        by.keys(line).forEach(key -> groups.tie(number, key));
        if (by == SplitBy.NEAR_DUPLICATE) {
            near.add(number, line.annotated());
        }
    }

    private static String stratum(Example line) {
        return line.intent()
                .map(intent -> "\u0000" + intent)
                .orElseGet(() -> line.annotated().mentions().stream()
                        .map(Mention::label)
                        .map(label -> label.name())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("\u0000")));
    }

    /**
     * Deals out the lines.
     *
     * @param shares of the parts, each above 0; they sum to 1
     */
    public Parts split(List<Double> shares) {
        int[] mended = mended();
        Map<Integer, Group> all = new HashMap<>();
        for (int line = 0; line < groups.size(); line++) {
            all.computeIfAbsent(groups.of(line), Group::new).count(mended[line]);
        }
        List<Group> order = new ArrayList<>(all.values());
        order.sort(Comparator.comparingInt((Group group) -> -group.lines)
                .thenComparingLong(group -> Seeds.derive(seed, group.first)));
        double[][] wanted = wanted(shares, mended);
        double[][] have = new double[shares.size()][wanted[0].length];
        int[] partOf = new int[groups.size()];
        for (Group group : order) {
            partOf[group.first] = group.deal(wanted, have);
        }
        int[] sizes = new int[shares.size()];
        for (int line = 0; line < groups.size(); line++) {
            partOf[line] = partOf[groups.of(line)];
            sizes[partOf[line]]++;
        }
        return new Parts(
                line -> partOf[line],
                Arrays.stream(sizes).boxed().toList(),
                order.size(),
                order.isEmpty() ? 0 : order.get(0).lines);
    }

    /** Stratum by line, rare ones as one; number 0 is that of all lines. */
    private int[] mended() {
        int[] counts = new int[strata.size()];
        for (int line = 0; line < groups.size(); line++) {
            counts[stratumOf[line]]++;
        }
        int[] numbers = new int[counts.length];
        int known = 2;
        for (int stratum = 0; stratum < counts.length; stratum++) {
            numbers[stratum] = counts[stratum] < FEWEST_OF_A_STRATUM ? 1 : known++;
        }
        int[] mended = new int[groups.size()];
        for (int line = 0; line < mended.length; line++) {
            mended[line] = numbers[stratumOf[line]];
        }
        return mended;
    }

    /** [part][stratum]. */
    private static double[][] wanted(List<Double> shares, int[] mended) {
        double[][] wanted =
                new double[shares.size()][Arrays.stream(mended).max().orElse(1) + 1];
        for (int part = 0; part < wanted.length; part++) {
            for (int stratum : mended) {
                wanted[part][stratum] += shares.get(part);
            }
            wanted[part][0] = shares.get(part) * mended.length;
        }
        return wanted;
    }

    private static final class Group {
        private final int first;
        private final Map<Integer, Integer> strata = new HashMap<>();
        private int lines;

        Group(int first) {
            this.first = first;
        }

        void count(int stratum) {
            lines++;
            strata.merge(stratum, 1, Integer::sum);
        }

        /**
         * Goes to the part where it brings the counts nearest to what is wanted, by the sum of {@code (have - wanted)²
         * / wanted}.
         */
        int deal(double[][] wanted, double[][] have) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int part = 0; part < wanted.length; part++) {
                double cost = change(lines, have[part][0], wanted[part][0]);
                for (Map.Entry<Integer, Integer> stratum : strata.entrySet()) {
                    int number = stratum.getKey();
                    cost += change(stratum.getValue(), have[part][number], wanted[part][number]);
                }
                if (cost < least) {
                    least = cost;
                    best = part;
                }
            }
            have[best][0] += lines;
            int part = best;
            strata.forEach((stratum, count) -> have[part][stratum] += count);
            return best;
        }

        private static double change(int count, double have, double wanted) {
            return count * (2 * (have - wanted) + count) / wanted;
        }
    }
}
