package io.understudy.templates.grammar.language;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntToLongFunction;

/**
 * Remembers how lines were divided among parts that have fewer than their share: many lines go through the same
 * choices, and each would divide anew. Only the last few divisions are kept, and only small ones, so memory is bounded.
 * One that was lost is made again, the same. Thread-safe.
 */
final class Divisions {

    private static final int PLACES = 512;
    private static final int MOST_PARTS = 1024;

    private final AtomicReferenceArray<Made> last = new AtomicReferenceArray<>(PLACES);

    /** What was divided, and how many lines go to the parts before each. */
    private static final class Made {
        private final Shares shares;
        private final Object owner;
        private final long n;
        private final long path;
        private final long rest;
        private final long[] upTo;

        Made(Shares shares, Object owner, long n, long path, long rest, long[] upTo) {
            this.shares = shares;
            this.owner = owner;
            this.n = n;
            this.path = path;
            this.rest = rest;
            this.upTo = upTo;
        }
    }

    /**
     * For each part how many of {@code n} lines go to the parts before it, and at the end n; not to be changed.
     *
     * @param owner of the parts
     * @param counts derivations of each part, {@code rest} times which it may get; depends on the owner
     * @param path decides the roundings
     */
    long[] upTo(Shares shares, Object owner, IntToLongFunction counts, long n, long path, long rest, double laid) {
        if (shares.size() > MOST_PARTS) {
            return made(shares, counts, n, rest, laid);
        }
        int place = (int) (path ^ (path >>> 32)) & (PLACES - 1);
        Made made = last.get(place);
        if (made == null
                || made.path != path
                || made.n != n
                || made.rest != rest
                || made.owner != owner
                || made.shares != shares) {
            made = new Made(shares, owner, n, path, rest, made(shares, counts, n, rest, laid));
            last.set(place, made);
        }
        return made.upTo;
    }

    private static long[] made(Shares shares, IntToLongFunction counts, long n, long rest, double laid) {
        long[] quotas = Quotas.fill(shares, part -> Drawing.times(counts.applyAsLong(part), rest), n, laid);
        long[] upTo = new long[quotas.length + 1];
        for (int part = 0; part < quotas.length; part++) {
            upTo[part + 1] = upTo[part] + quotas[part];
        }
        return upTo;
    }

    /** The part to which a line goes. */
    static int part(long[] upTo, long line) {
        int found = Arrays.binarySearch(upTo, line);
        int part = found >= 0 ? found : -found - 2;
        // Parts without a line begin where the next one does.
        while (upTo[part + 1] <= line) {
            part++;
        }
        return part;
    }
}
