package io.understudy.eval.diversity;

import io.understudy.eval.view.MinHash;
import io.understudy.eval.view.Numbering;
import java.util.Arrays;
import java.util.List;

/**
 * The share of lines that are near an earlier line which is near none itself: what a pass that drops near duplicates
 * would drop. Near is a Jaccard similarity of 0.8 or more of their runs of three words. In [0, 1), lower is more
 * varied, grows with a corpus.
 */
final class NearDuplicates {

    private static final double NEAR = 0.8;
    private static final int RUN = 3;

    /** Lines on one template of many words can all be candidates of each other; more than these are not looked at. */
    private static final int MOST_CANDIDATES = 100;

    private final List<long[]> runs;
    private final List<long[]> keys;
    private final Numbering bands = new Numbering();

    /** The last line kept in each band, plus one; by the band's number. */
    private final int[] last;

    /** The line kept before this one in the same band, plus one. */
    private final int[] before;

    private NearDuplicates(List<long[]> runs, List<long[]> keys) {
        this.runs = runs;
        this.keys = keys;
        this.last = new int[runs.size() * MinHash.BANDS];
        this.before = new int[last.length];
    }

    /**
     * NaN without lines.
     *
     * @param lines hashes of the tokens of each line
     */
    static double share(List<long[]> lines) {
        List<long[]> runs =
                lines.parallelStream().map(tokens -> MinHash.runs(tokens, RUN)).toList();
        List<long[]> keys = runs.parallelStream().map(MinHash::bands).toList();
        return lines.isEmpty() ? Double.NaN : (double) new NearDuplicates(runs, keys).near() / lines.size();
    }

    private int near() {
        int near = 0;
        for (int line = 0; line < runs.size(); line++) {
            int[] numbers =
                    Arrays.stream(keys.get(line)).mapToInt(bands::number).toArray();
            if (isNear(runs.get(line), numbers)) {
                near++;
            } else {
                for (int band = 0; band < numbers.length; band++) {
                    before[line * MinHash.BANDS + band] = last[numbers[band]];
                    last[numbers[band]] = line + 1;
                }
            }
        }
        return near;
    }

    private boolean isNear(long[] line, int[] numbers) {
        int looked = 0;
        for (int band = 0; band < numbers.length; band++) {
            for (int other = last[numbers[band]]; other > 0; other = before[(other - 1) * MinHash.BANDS + band]) {
                if (MinHash.similarity(line, runs.get(other - 1)) >= NEAR) {
                    return true;
                }
                if (++looked == MOST_CANDIDATES) {
                    return false;
                }
            }
        }
        return false;
    }
}
