package io.understudy.generator;

import io.understudy.core.Seeds;
import io.understudy.templates.grammar.Alternative.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives templates and values to train or test beforehand, so that both sides can be filled. Whoever is first would
 * otherwise decide, and after some lines each side could own the values of the other's templates. Some lines are looked
 * at: several ways to divide by chance what occurs in more than one of them, each made better, one template or value
 * after the other, as long as more lines can be had; the best is taken. What did not occur is left to whoever is first.
 * Not thread-safe.
 */
final class Ownership {

    /** Ways to divide that are tried. */
    private static final int STARTS = 12;

    private static final int MOST_PASSES = 12;

    /** A side is to have this many times the lines it needs; not all of them will be drawn. */
    private static final double MARGIN = 1.5;

    /** More than what sums are rounded by. */
    private static final double LITTLE = 1e-6;

    /** What of a line is not to be shared, by its numbers. */
    private static final class Line {
        private final int part;
        private final int[] keys;
        private final Optional<Side> forced;

        Line(int part, int[] keys, Optional<Side> forced) {
            this.part = part;
            this.keys = keys;
            this.forced = forced;
        }
    }

    private final List<IntentQuota> parts;
    private final long seed;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Long> keys = new ArrayList<>();
    private final List<Integer> times = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Set<Long> hashes = new HashSet<>();
    private final BitSet fixed = new BitSet();
    private final double[] scale;
    private final double most;

    /** @param scale for each part, how many lines can be had for one that is looked at */
    Ownership(List<IntentQuota> parts, double[] scale, long seed) {
        this.parts = parts;
        this.scale = scale.clone();
        this.seed = seed;
        this.most = MARGIN * parts.stream().mapToLong(IntentQuota::lines).sum() - LITTLE;
    }

    /** A line that may be had; one that is there already does not count. */
    void add(int part, long hash, List<Long> lineKeys, Optional<Side> forced) {
        if (hashes.add(hash)) {
            lines.add(new Line(part, numbers(lineKeys), forced));
        }
    }

    /** Keys that are on the training side whatever else is. */
    void fix(List<Long> lineKeys) {
        for (int number : numbers(lineKeys)) {
            fixed.set(number);
        }
    }

    private int[] numbers(List<Long> lineKeys) {
        int[] own = new int[lineKeys.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = numbers.computeIfAbsent(lineKeys.get(i), key -> {
                keys.add(key);
                times.add(0);
                return keys.size() - 1;
            });
            times.set(own[i], times.get(own[i]) + 1);
        }
        return own;
    }

    /** Who owns what. */
    Map<Long, Side> owners() {
        List<List<Integer>> at = new ArrayList<>();
        keys.forEach(key -> at.add(new ArrayList<>()));
        for (int i = 0; i < lines.size(); i++) {
            for (int key : lines.get(i).keys) {
                at.get(key).add(i);
            }
        }
        double test = parts.stream().mapToLong(IntentQuota::test).sum()
                / (double)
                        Math.max(1, parts.stream().mapToLong(IntentQuota::lines).sum());
        Division best = null;
        for (int start = 0; start < STARTS && (best == null || best.worth < most); start++) {
            // From the test's share of the lines up to half of everything.
            double share = test + (0.5 - test) * (start % 4) / 3;
            Division division = new Division(share, Seeds.derive(seed, start));
            division.improve(at);
            best = best == null || division.worth > best.worth ? division : best;
        }
        Map<Long, Side> owners = new HashMap<>();
        for (int key = 0; key < keys.size(); key++) {
            if (fixed.get(key) || times.get(key) > 1) {
                owners.put(keys.get(key), best.test.get(key) ? Side.TEST : Side.TRAIN);
            }
        }
        return owners;
    }

    /** One way to divide. */
    private final class Division {
        private final BitSet test = new BitSet();
        private final int[] tests = new int[lines.size()];
        private final Map<Side, long[]> counts =
                new EnumMap<>(Map.of(Side.TRAIN, new long[parts.size()], Side.TEST, new long[parts.size()]));
        private final long chance;
        private double worth;

        Division(double share, long chance) {
            this.chance = chance;
            for (int key = 0; key < keys.size(); key++) {
                double drawn = (Seeds.derive(chance, keys.get(key)) >>> 11) * 0x1p-53;
                test.set(key, !fixed.get(key) && drawn < share);
            }
            for (int i = 0; i < tests.length; i++) {
                for (int key : lines.get(i).keys) {
                    tests[i] += test.get(key) ? 1 : 0;
                }
                count(i, 1);
            }
        }

        /** Counts a line for the sides that it can go to. */
        private void count(int line, int by) {
            Line own = lines.get(line);
            for (Side side : Side.values()) {
                boolean goes = tests[line] == (side == Side.TEST ? own.keys.length : 0);
                if (goes && own.forced.orElse(side) == side) {
                    worth -= worth(own.part, side);
                    counts.get(side)[own.part] += by;
                    worth += worth(own.part, side);
                }
            }
        }

        private void flip(int key, List<Integer> at) {
            int by = test.get(key) ? -1 : 1;
            for (int line : at) {
                count(line, -1);
                tests[line] += by;
                count(line, 1);
            }
            test.flip(key);
        }

        /** Changes the owner of one after the other, as long as that is worth more. */
        void improve(List<List<Integer>> at) {
            int from = (int) Long.remainderUnsigned(chance, Math.max(1, keys.size()));
            boolean goesOn = true;
            for (int pass = 0; pass < MOST_PASSES && goesOn; pass++) {
                goesOn = false;
                for (int i = 0; i < keys.size() && worth < most; i++) {
                    int key = (from + i) % keys.size();
                    if (!fixed.get(key)) {
                        double before = worth;
                        flip(key, at.get(key));
                        if (worth > before + LITTLE) {
                            goesOn = true;
                        } else {
                            flip(key, at.get(key));
                        }
                    }
                }
            }
        }

        /** A side's lines, up to those that are enough. */
        private double worth(int part, Side side) {
            return Math.min(
                    counts.get(side)[part] * scale[part],
                    MARGIN * parts.get(part).of(side));
        }
    }
}
