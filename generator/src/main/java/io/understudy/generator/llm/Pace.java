package io.understudy.generator.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a call may begin. Calls at once grow by one for each round of good replies and are halved when the server says
 * that it is too much (additive increase, multiplicative decrease: Chiu and Jain 1989); a server that asks to be left
 * alone is left alone by all; requests and tokens a minute are token buckets that hold a twelfth of a minute. The limit
 * is halved once for all calls that were under way together. Thread-safe.
 */
final class Pace {

    private static final double MINUTE = 60e9;
    private static final double BUCKET = 5e9;
    private static final int FIRST_LIMIT = 4;

    private final Ticker ticker;
    private final int most;
    private final Bucket requests;
    private final Bucket tokens;
    private double limit;
    private int underWay;
    private long generation;
    private long pausedUntil;

    Pace(Ticker ticker, int most, OptionalLong requestsPerMinute, OptionalLong tokensPerMinute) {
        this.ticker = ticker;
        this.most = most;
        this.limit = Math.min(most, FIRST_LIMIT);
        this.requests = new Bucket(requestsPerMinute, ticker.nanos());
        this.tokens = new Bucket(tokensPerMinute, ticker.nanos());
        this.pausedUntil = ticker.nanos();
    }

    /** How much may pass in a minute; what is taken beyond the bucket is paid back by waiting. */
    private static final class Bucket {
        private final double perNano;
        private double level;
        private long filled;

        Bucket(OptionalLong perMinute, long now) {
            perNano = perMinute.isPresent() ? perMinute.getAsLong() / MINUTE : 0;
            level = Math.max(1, perNano * BUCKET);
            filled = now;
        }

        /** Nanoseconds until something may be taken. */
        double nanosToWait(long now) {
            if (perNano == 0) {
                return 0;
            }
            level = Math.min(Math.max(1, perNano * BUCKET), level + (now - filled) * perNano);
            filled = now;
            return level > 0 ? 0 : -level / perNano + 1;
        }

        void take(double amount) {
            level -= perNano == 0 ? 0 : amount;
        }
    }

    /**
     * Waits until a call may begin.
     *
     * @param size tokens it will read and write at most
     * @return the generation, for {@link #slowDown}
     */
    long begin(long size) throws InterruptedException {
        while (true) {
            long delay;
            synchronized (this) {
                while (underWay >= (int) limit) {
                    wait();
                }
                long now = ticker.nanos();
                delay = Math.max(
                        pausedUntil - now, (long) Math.max(requests.nanosToWait(now), tokens.nanosToWait(now)));
                if (delay <= 0) {
                    underWay++;
                    requests.take(1);
                    tokens.take((double) size);
                    return generation;
                }
            }
            ticker.sleep(delay);
        }
    }

    /** A call has ended, well or not. */
    synchronized void end() {
        underWay--;
        notifyAll();
    }

    /** The server had time for a call. */
    synchronized void speedUp() {
        limit = Math.min((double) most, limit + 1 / limit);
        notifyAll();
    }

    /**
     * The server has too much to do.
     *
     * @param begun the generation in which the call began
     */
    synchronized void slowDown(long begun, Optional<Duration> pause) {
        if (begun == generation) {
            generation++;
            limit = Math.max(1, limit / 2);
        }
        pause.ifPresent(time -> pausedUntil = Math.max(pausedUntil, ticker.nanos() + time.toNanos()));
    }

    /** Calls at once, as it stands. */
    synchronized int limit() {
        return (int) limit;
    }
}
