package io.understudy.eval.leakage;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Leakage told from coincidence: how much of the original came through, beside how much of a holdout that the generator
 * never saw. If records were dealt to the two sides by chance and the generator had nothing from either, both would
 * come through alike; Fisher's exact test says how likely the difference is then. Two units, both fair for sides of any
 * sizes:
 *
 * <ul>
 *   <li>{@code every_record}: records whose text came through, each as often as it is there;
 *   <li>{@code singular_surfaces}: surfaces that one record of both sides together has; what many have, the world has.
 * </ul>
 */
public record Control(Map<String, Test> tests) {

    /** Two tests, at most one run in a hundred called for nothing. */
    public static final double LEVEL = 0.01;

    /** Both sides of one test. */
    public record Test(LeakageCheck.Replayed original, LeakageCheck.Replayed holdout) {

        /** Whether there is something on both sides. */
        public boolean isPossible() {
            return original.of() > 0 && holdout.of() > 0;
        }

        /** One-sided; small means that more of the original came through than coincidence explains. */
        public double p() {
            return FisherExact.greater(original.came(), original.of(), holdout.came(), holdout.of());
        }
    }

    /** Of two checks that have read the same lines. */
    public static Control of(LeakageCheck original, LeakageCheck holdout) {
        Map<String, Test> tests = new LinkedHashMap<>();
        tests.put("every_record", new Test(original.everyRecord(), holdout.everyRecord()));
        tests.put("singular_surfaces", new Test(original.singular(holdout), holdout.singular(original)));
        return new Control(tests);
    }

    /** How many tests coincidence cannot explain, at {@link #LEVEL} shared between them. */
    public long beyond() {
        return tests.values().stream()
                .filter(test -> test.isPossible() && test.p() < LEVEL / tests.size())
                .count();
    }
}
