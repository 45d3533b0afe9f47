package io.understudy.generator.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which job is next. */
class WaitingTest {

    /** A prompt of forty tokens of a kind and one of its own. */
    private static Job job(int kind, int own) {
        int[] prompt = IntStream.concat(IntStream.generate(() -> kind).limit(40), IntStream.of(own))
                .toArray();
        return new Job(
                prompt, Drawing.BEST, 1, List.of(), 0, Optional.empty(), text -> {}, end -> {}, new Job.Cancel());
    }

    private static Waiting with(int workers, List<Job> jobs) {
        Waiting waiting = new Waiting(workers);
        jobs.forEach(waiting::add);
        return waiting;
    }

    @Test
    void jobsThatBeginAlikeFollowEachOther() {
        List<Job> jobs = List.of(job(1, 5), job(2, 6), job(1, 7), job(2, 8), job(1, 9));
        Waiting waiting = with(1, jobs);
        assertThat(IntStream.range(0, 5).mapToObj(i -> jobs.indexOf(waiting.poll(0))))
                .containsExactly(0, 2, 4, 1, 3);
        assertThat(waiting.poll(0)).isNull();
    }

    @Test
    void eachWorkerKeepsToItsOwn() {
        List<Job> jobs = List.of(job(1, 5), job(1, 6), job(1, 7), job(2, 8), job(2, 9));
        Waiting waiting = with(2, jobs);
        assertThat(jobs.indexOf(waiting.poll(0))).isZero();
        // What the first has read is left to it, as long as there is other work.
        assertThat(jobs.indexOf(waiting.poll(1))).isEqualTo(3);
        assertThat(jobs.indexOf(waiting.poll(1))).isEqualTo(4);
        assertThat(jobs.indexOf(waiting.poll(1))).isEqualTo(1);
        assertThat(jobs.indexOf(waiting.poll(0))).isEqualTo(2);
    }

    @Test
    void theFirstComesFirstWhereLittleIsSaved() {
        Job first = job(1, 1);
        first.prompt()[0] = 9;
        Job begunAlike = job(1, 2);
        begunAlike.prompt()[30] = 9;
        Waiting waiting = with(1, List.of(job(1, 0), first, begunAlike));
        waiting.poll(0);
        assertThat(waiting.poll(0)).isSameAs(first);
    }

    @Test
    void nobodyIsPassedOverForEver() {
        Job other = job(2, 0);
        Waiting waiting = with(1, List.of(job(1, 0), other));
        int before = 0;
        for (Job next = null; next != other; before++) {
            waiting.add(job(1, before));
            next = waiting.poll(0);
        }
        // The first one, the 512 that may pass, and the other itself.
        assertThat(before).isEqualTo(514);
    }

    @Test
    void aCancelledJobIsEndedAtOnce() {
        Job cancelled = job(2, 0);
        Waiting waiting = with(1, List.of(job(1, 0), job(1, 1), cancelled));
        waiting.poll(0);
        cancelled.cancel().now("timeout");
        assertThat(waiting.poll(0)).isSameAs(cancelled);
    }

    @Test
    void whoeverWaitsIsToldOfTheEnd() throws Exception {
        Waiting waiting = new Waiting(1);
        CompletableFuture<Job> next = CompletableFuture.supplyAsync(() -> {
            try {
                return waiting.take(0);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(waiting.close()).isEmpty();
        assertThat(next.get()).isNull();
        assertThat(waiting.add(job(1, 0))).isFalse();
    }

    @Test
    void whatIsLeftIsHandedToOne() {
        Job job = job(1, 0);
        Waiting waiting = with(1, List.of(job));
        assertThat(waiting.close()).containsExactly(job);
        assertThat(waiting.close()).isEmpty();
        assertThat(waiting.poll(0)).isNull();
    }
}
