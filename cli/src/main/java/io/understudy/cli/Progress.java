package io.understudy.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a piece of work is: a live line on a terminal, else one line every ten seconds. The worker only sets numbers;
 * a daemon thread does the talking, so the work is not slowed.
 */
final class Progress implements AutoCloseable {

    private static final long LIVE_MILLIS = 100;
    private static final long LINE_MILLIS = 10_000;

    private final Narrator narrator;
    private final String what;
    private final OptionalLong total;
    private final long begun = System.nanoTime();
    private final Thread talker;
    private final OnExit onExit;
    private volatile long lines;
    private volatile double share = Double.NaN;
    private volatile boolean done;

    /**
     * @param what is done, such as {@code generating}
     * @param total lines to come, where that is known
     */
    Progress(Narrator narrator, String what, OptionalLong total) {
        this.narrator = narrator;
        this.what = what;
        this.total = total;
        this.talker = new Thread(this::talk, "understudy-progress");
        talker.setDaemon(true);
        this.onExit = new OnExit(this::wipe);
        if (!narrator.quiet()) {
            talker.start();
        }
    }

    /** @param count lines done so far */
    void lines(long count) {
        lines = count;
    }

    /** @param part of the work done so far, 0 to 1, where the total of lines is not known, or it is not of lines */
    void share(double part) {
        share = part;
    }

    @Override
    public void close() {
        onExit.close();
        talker.interrupt();
        wipe();
    }

    private void wipe() {
        done = true;
        narrator.paint(Optional.empty());
    }

    private void talk() {
        try {
            while (!done) {
                Thread.sleep(narrator.live() ? LIVE_MILLIS : LINE_MILLIS);
                if (done) {
                    return;
                }
                String line = line(what, lines, total, share, (System.nanoTime() - begun) / 1e9);
                if (narrator.live()) {
                    narrator.paint(Optional.of(line));
                } else {
                    narrator.say(line);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Such as {@code generating 12,000/100,000 lines, 51,000/s, 0:02 left}. */
    static String line(String what, long lines, OptionalLong total, double share, double seconds) {
        StringBuilder line = new StringBuilder(what).append(' ');
        double part = share;
        if (lines == 0 && total.isEmpty() && !Double.isNaN(share)) {
            line.append(Math.round(100 * share)).append(" %");
        } else {
            line.append(Count.of(lines));
            if (total.isPresent()) {
                line.append('/').append(Count.of(total.getAsLong()));
                part = total.getAsLong() == 0 ? 1 : (double) lines / total.getAsLong();
            }
            line.append(" lines, ")
                    .append(Count.of(Math.round(lines / Math.max(seconds, 1e-3))))
                    .append("/s");
        }
        // Before a hundredth is done, the time left is a guess nobody should read.
        if (part >= 0.01 && part <= 1) {
            long left = Math.round(seconds * (1 - part) / part);
            line.append(String.format(Locale.ROOT, ", %d:%02d left", left / 60, left % 60));
        }
        return line.toString();
    }
}
