package io.understudy.generator.onnx;

import io.understudy.generator.constraint.Guide;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An answer to be written. */
final class Job {

    private final int[] prompt;
    private final Drawing drawing;
    private final int maxTokens;
    private final List<String> stops;
    private final long seed;
    private final Optional<Guide> guide;
    private final Consumer<String> fresh;
    private final Consumer<End> done;
    private final Cancel cancel;

    /**
     * @param prompt tokens, one or more; not changed any more
     * @param drawing how tokens are drawn
     * @param maxTokens of the answer, 1 or more
     * @param stops the answer ends before any of these
     * @param seed the only chance
     * @param guide the form of the answer, where it has one
     * @param fresh is told text as soon as it is certain
     * @param done is told the end, once
     */
    Job(
            int[] prompt,
            Drawing drawing,
            int maxTokens,
            List<String> stops,
            long seed,
            Optional<Guide> guide,
            Consumer<String> fresh,
            Consumer<End> done,
            Cancel cancel) {
        this.prompt = prompt;
        this.drawing = drawing;
        this.maxTokens = maxTokens;
        this.stops = List.copyOf(stops);
        this.seed = seed;
        this.guide = guide;
        this.fresh = fresh;
        this.done = done;
        this.cancel = cancel;
    }

    /** Not to be changed. */
    int[] prompt() {
        return prompt;
    }

    Drawing drawing() {
        return drawing;
    }

    int maxTokens() {
        return maxTokens;
    }

    List<String> stops() {
        return stops;
    }

    long seed() {
        return seed;
    }

    Optional<Guide> guide() {
        return guide;
    }

    Consumer<String> fresh() {
        return fresh;
    }

    Consumer<End> done() {
        return done;
    }

    Cancel cancel() {
        return cancel;
    }

    /** The same, with somebody else told the end. */
    Job done(Consumer<End> other) {
        return new Job(prompt, drawing, maxTokens, stops, seed, guide, fresh, other, cancel);
    }

    /** Another thread's wish to end a job. */
    static final class Cancel {
        private volatile String reason = "";

        /** Why; empty: not cancelled. */
        String reason() {
            return reason;
        }

        void now(String why) {
            reason = why;
        }
    }

    /** Why an answer ended. */
    enum Finish {
        /** The model ended it, or its form was complete, or a stop string came. */
        STOP,
        /** Its length was reached. */
        LENGTH,
        /** It was cancelled, or the model failed. */
        FAILED
    }

    /**
     * How a job ended.
     *
     * @param text the answer, or as much of it as there is
     * @param tokens of the answer, the end apart
     * @param problem for {@link Finish#FAILED}: what failed
     */
    record End(String text, List<Integer> tokens, Finish finish, String problem) {}
}
