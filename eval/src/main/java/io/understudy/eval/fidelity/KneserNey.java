package io.understudy.eval.fidelity;

import io.understudy.eval.view.Numbering;
import java.util.Arrays;
import java.util.List;

/**
 * An interpolated n-gram model with Kneser–Ney smoothing: Chen and Goodman, "An empirical study of smoothing techniques
 * for language modeling", 1998, section 4.1.6.
 *
 * <p>{@code p(w|h) = max(0, c(hw) − D(c(hw))) / Σ_v c(hv) + γ(h) p(w|h′)}, h′ the history without its first word and
 * γ(h) the mass that the discounts freed. Counts are those of the text for the longest n-grams and for n-grams that
 * begin a line; for all others the number of distinct words before them. The recursion ends at a uniform choice of the
 * vocabulary. Each line is framed by one begin mark, which is given, and one end mark, which is foretold.
 *
 * <p>Memory: about 50 bytes for each distinct n-gram of each order. Immutable and thread-safe once trained.
 */
public final class KneserNey {

    private static final int BEGIN = 0;
    private static final int END = 1;

    /** Tokens 0, 1, 2, ... stand after the two marks. */
    private static final int MARKS = 2;

    /** What the shortest history backs off to. */
    private final double uniform;

    private final Order[] orders;

    /** The n-grams of one length. */
    private static final class Order {
        private final Numbering numbers = new Numbering();
        private int[] counts = new int[1 << 10];

        /** The n-gram without its last word. */
        private int[] prefixes = new int[1 << 10];

        private Discounts discounts = Discounts.NONE;

        /** By history: what its n-grams count together, and the mass that their discounts freed. */
        private long[] totals = new long[0];

        private double[] freed = new double[0];

        /** @return whether it is new */
        private boolean add(long key, int prefix, int[] result) {
            int before = numbers.size();
            int id = numbers.number(key);
            result[0] = id;
            if (id == before) {
                if (id == counts.length) {
                    counts = Arrays.copyOf(counts, 2 * id);
                    prefixes = Arrays.copyOf(prefixes, 2 * id);
                }
                prefixes[id] = prefix;
                return true;
            }
            return false;
        }

        private void close(Discounts some, int histories) {
            discounts = some;
            totals = new long[histories];
            freed = new double[histories];
            for (int id = 0; id < numbers.size(); id++) {
                totals[prefixes[id]] += counts[id];
                freed[prefixes[id]] += discounts.of(counts[id]);
            }
        }
    }

    private KneserNey(int order, double uniform) {
        this.uniform = uniform;
        this.orders = new Order[order];
        Arrays.setAll(orders, n -> new Order());
    }

    /**
     * @param lines tokens from 0 up to {@code vocabulary}, exclusive
     * @param order length of the longest n-grams, 1 and up
     * @param vocabulary how many tokens there may be; models of different vocabularies are not to be compared
     */
    public static KneserNey train(List<int[]> lines, int order, int vocabulary) {
        KneserNey model = counted(lines, order, 1.0 / (vocabulary + 1));
        for (int n = 1; n <= order; n++) {
            Order counted = model.orders[n - 1];
            model.close(n, Discounts.of(counted.counts, counted.numbers.size()));
        }
        return model;
    }

    /** One discount for all n-grams but single words, which are not smoothed: as nltk's KneserNeyInterpolated. */
    static KneserNey train(List<int[]> lines, int order, double discount) {
        KneserNey model = counted(lines, order, 0);
        for (int n = 1; n <= order; n++) {
            model.close(n, n == 1 ? Discounts.NONE : Discounts.one(discount));
        }
        return model;
    }

    private static KneserNey counted(List<int[]> lines, int order, double uniform) {
        KneserNey model = new KneserNey(order, uniform);
        lines.forEach(model::count);
        return model;
    }

    private void close(int n, Discounts discounts) {
        orders[n - 1].close(discounts, n == 1 ? 1 : orders[n - 2].numbers.size());
    }

    private void count(int[] line) {
        int[] before = new int[orders.length];
        int[] now = new int[orders.length];
        int[] id = new int[1];
        // The begin mark has a number, so that histories can begin with it, and is never counted.
        orders[0].add(BEGIN, 0, id);
        before[0] = id[0];
        for (int at = 1; at <= line.length + 1; at++) {
            int token = at > line.length ? END : line[at - 1] + MARKS;
            int longest = Math.min(orders.length, at + 1);
            for (int n = 1; n <= longest; n++) {
                int prefix = n == 1 ? 0 : before[n - 2];
                boolean isNew = orders[n - 1].add(key(n, prefix, token), prefix, id);
                now[n - 1] = id[0];
                if (isNew && n > 1) {
                    // One more word stands before the shorter n-gram.
                    orders[n - 2].counts[now[n - 2]]++;
                }
            }
            // The longest have their own counts: those of full length, and those that begin the line.
            if (longest == orders.length || longest == at + 1) {
                orders[longest - 1].counts[now[longest - 1]]++;
            }
            System.arraycopy(now, 0, before, 0, longest);
        }
    }

    private static long key(int n, int prefix, int token) {
        return (n == 1 ? 0 : prefix + 1L) << 32 | token;
    }

    /**
     * The probability that {@code line[at]} follows what stands before it, or that the line ends where {@code at} is
     * its length.
     */
    public double probability(int[] line, int at) {
        int token = at == line.length ? END : line[at] + MARKS;
        double p = uniform;
        int history = 0;
        for (int n = 1; n <= Math.min(orders.length, at + 2) && history >= 0; n++) {
            history = history(line, at, n - 1);
            if (history < 0 || history >= orders[n - 1].totals.length || orders[n - 1].totals[history] == 0) {
                break;
            }
            Order order = orders[n - 1];
            int id = order.numbers.find(key(n, history, token));
            int count = id < 0 ? 0 : order.counts[id];
            p = (Math.max(0, count - order.discounts.of(count)) + order.freed[history] * p) / order.totals[history];
        }
        return p;
    }

    /** The number of the {@code length} words before a place, -1 where they never stood together. */
    private int history(int[] line, int at, int length) {
        int id = 0;
        for (int n = 1; n <= length; n++) {
            int place = at - length + n - 1;
            id = orders[n - 1].numbers.find(key(n, id, place < 0 ? BEGIN : line[place] + MARKS));
            if (id < 0) {
                return -1;
            }
        }
        return id;
    }

    /**
     * Perplexity: {@code exp(−Σ ln p / (tokens + lines))}, the end of each line counted as a token. 1 and up, lower is
     * better foretold. NaN without lines.
     */
    public double perplexity(List<int[]> lines) {
        double sum = 0;
        long tokens = 0;
        for (int[] line : lines) {
            for (int at = 0; at <= line.length; at++) {
                sum -= StrictMath.log(probability(line, at));
                tokens++;
            }
        }
        return tokens == 0 ? Double.NaN : StrictMath.exp(sum / tokens);
    }
}
