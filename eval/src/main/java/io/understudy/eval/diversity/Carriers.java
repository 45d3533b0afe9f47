package io.understudy.eval.diversity;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.view.Masked;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How lines spread over carriers ({@link Masked#carrier}).
 *
 * @param lines how many were counted
 * @param counts lines of each carrier, most first
 */
record Carriers(long lines, List<Integer> counts) {

    static Carriers of(List<AnnotatedText> lines) {
        Map<String, Integer> counts = new TreeMap<>();
        lines.parallelStream().map(Masked::carrier).toList().forEach(carrier -> counts.merge(carrier, 1, Integer::sum));
        return new Carriers(
                lines.size(),
                counts.values().stream().sorted(Comparator.reverseOrder()).toList());
    }

    /**
     * {@code exp(H)}, H the entropy of carriers in nats: the number of equally frequent carriers that would be as
     * varied. From 1 to {@link #lines}, higher is more varied; NaN without lines.
     */
    double effective() {
        double entropy = 0;
        for (int count : counts) {
            double share = (double) count / lines;
            entropy -= share * StrictMath.log(share);
        }
        return lines == 0 ? Double.NaN : StrictMath.exp(entropy);
    }

    /** Distinct carriers over lines. */
    double unique() {
        return lines == 0 ? Double.NaN : (double) counts.size() / lines;
    }

    /** Share of lines on the {@code k} most frequent carriers. */
    double top(int k) {
        return lines == 0
                ? Double.NaN
                : (double) counts.stream().limit(k).mapToLong(count -> count).sum() / lines;
    }
}
