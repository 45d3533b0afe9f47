package io.understudy.eval.view;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A random sample of a stream of lines, in random order, of bounded size: each line gets a random priority from the
 * seed and its place, and the smallest priorities stay. The first {@code k} lines of the sample are themselves a random
 * sample, so two corpora can be compared at equal size. Not thread-safe while lines are added.
 */
public final class Sample {

    /** Most lines kept, whatever is asked. */
    public static final int MOST_LINES = 100_000;

    /** Enough beside a job: the standard error of a share of so many lines is 0.0035 at most. */
    public static final int USUAL_LINES = 20_000;

    /** Most UTF-16 units kept, so that long documents do not fill the memory; one line is kept all the same. */
    private static final long MOST_UNITS = 12_000_000;

    private static final Comparator<Kept> BY_PRIORITY =
            Comparator.comparingLong(Kept::priority).thenComparingLong(Kept::place);

    private final long seed;
    private final int limit;
    private final List<Kept> kept = new ArrayList<>();
    private long keptUnits;
    private long seen;
    private long threshold = Long.MAX_VALUE;

    /** What was sorted out last, until another line comes. */
    private volatile Optional<List<Kept>> sorted = Optional.empty();

    private record Kept(long priority, long place, Example line) {}

    /** @param limit most lines wanted; at most {@link #MOST_LINES} are kept */
    public Sample(long seed, int limit) {
        this.seed = seed;
        this.limit = Math.max(1, Math.min(limit, MOST_LINES));
    }

    public void add(Example line) {
        long place = seen++;
        long priority = Seeds.derive(seed, place);
        if (priority > threshold) {
            return;
        }
        sorted = Optional.empty();
        kept.add(new Kept(priority, place, line));
        keptUnits += line.text().length();
        if (kept.size() >= 2 * limit || keptUnits >= 2 * MOST_UNITS) {
            prune();
        }
    }

    private void prune() {
        List<Kept> best = best();
        keptUnits = best.stream().mapToLong(one -> one.line().text().length()).sum();
        threshold = best.get(best.size() - 1).priority();
        kept.clear();
        kept.addAll(best);
    }

    /** The lines of smallest priority that fit, in its order. */
    private List<Kept> best() {
        Optional<List<Kept>> known = sorted;
        if (known.isEmpty()) {
            known = Optional.of(sort());
            sorted = known;
        }
        return known.get();
    }

    private List<Kept> sort() {
        List<Kept> all = new ArrayList<>(kept);
        all.sort(BY_PRIORITY);
        int lines = 0;
        long units = 0;
        while (lines < all.size() && lines < limit) {
            units += all.get(lines).line().text().length();
            if (units > MOST_UNITS && lines > 0) {
                break;
            }
            lines++;
        }
        return List.copyOf(all.subList(0, lines));
    }

    /** How many lines went by. */
    public long seen() {
        return seen;
    }

    /** Whether every line that went by was kept. */
    public boolean isWhole() {
        return best().size() == seen;
    }

    /** The lines kept, in random order. */
    public List<Example> examples() {
        return best().stream().map(Kept::line).toList();
    }

    /** The texts of the lines kept, in the same order. */
    public List<AnnotatedText> lines() {
        return best().stream().map(kept -> kept.line().annotated()).toList();
    }
}
