package io.understudy.generator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The way from candidates to lines: many threads make candidates, chunk by chunk; the calling thread selects lines in
 * their order, because that needs the others; many threads study the lines; the calling thread hands them over, again
 * in order. So threads change no byte, and a bounded number of chunks is in memory.
 */
final class Production {

    private Production() {}

    /** Which candidates become lines; asked by one thread, in the order of the chunks. */
    interface Selection<C, L> {

        /** Whether to look at one more chunk. */
        boolean goesOn();

        List<L> of(List<C> chunk);
    }

    /**
     * Runs until the selection has enough or there is no more chunk. What any of the parts throws comes out of here.
     *
     * @param chunks how many there are at most
     * @param chunk makes the candidates of a chunk; a pure function of its number
     * @throws InterruptedException if the calling thread is interrupted; lines handed over before are whole
     */
    static <C, L, T> void run(
            int threads,
            long chunks,
            LongFunction<List<C>> chunk,
            Selection<C, L> selection,
            Function<L, T> study,
            Consumer<T> sink)
            throws InterruptedException {
        Deque<Future<List<C>>> made = new ArrayDeque<>();
        Deque<Future<List<T>>> studied = new ArrayDeque<>();
        long next = 0;
        try (Workers workers = new Workers(threads)) {
            while (selection.goesOn() && (next < chunks || !made.isEmpty())) {
                while (next < chunks && made.size() < workers.ahead()) {
                    long number = next++;
                    made.add(workers.submit(() -> chunk.apply(number)));
                }
                List<L> lines;
                try {
                    lines = selection.of(Workers.result(made.remove()));
                } catch (RuntimeException | Error e) {
                    // The lines before the failure are good.
                    handOver(studied, 0, sink);
                    throw e;
                }
                studied.add(workers.submit(() -> each(lines, study)));
                handOver(studied, workers.ahead() - 1, sink);
            }
            handOver(studied, 0, sink);
        }
    }

    /** All but the last {@code left} batches. */
    private static <T> void handOver(Deque<Future<List<T>>> studied, int left, Consumer<T> sink)
            throws InterruptedException {
        while (studied.size() > left) {
            Workers.result(studied.remove()).forEach(sink);
        }
    }

    private static <L, T> List<T> each(List<L> lines, Function<L, T> study) {
        List<T> studies = new ArrayList<>(lines.size());
        for (L line : lines) {
            studies.add(study.apply(line));
        }
        return studies;
    }
}
