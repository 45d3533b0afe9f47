package io.understudy.eval.utility;

import io.understudy.core.Example;
import io.understudy.eval.utility.Task.Result;
import io.understudy.eval.utility.Worth.Reached;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Models to be trained, several of each name, all at once and in any order: each depends on its lines and its seed
 * alone.
 */
final class Trainings {

    private final Task task;
    private final List<Example> test;
    private final List<Job> jobs = new ArrayList<>();
    private final Map<String, List<Result>> results = new LinkedHashMap<>();

    private record Job(String name, List<Example> lines, long seed) {}

    Trainings(Task task, List<Example> test) {
        this.task = task;
        this.test = test;
    }

    void add(String name, List<Example> lines, long seed) {
        jobs.add(new Job(name, lines, seed));
    }

    /** @param progress told the share that is done, from any thread */
    void run(DoubleConsumer progress) {
        long all = jobs.stream().mapToLong(job -> job.lines().size()).sum();
        AtomicLong done = new AtomicLong();
        List<Result> found = IntStream.range(0, jobs.size())
                .parallel()
                .mapToObj(i -> {
                    Result result =
                            task.run(jobs.get(i).lines(), test, jobs.get(i).seed());
                    progress.accept((double) done.addAndGet(jobs.get(i).lines().size()) / Math.max(1, all));
                    return result;
                })
                .toList();
        for (int i = 0; i < found.size(); i++) {
            results.computeIfAbsent(jobs.get(i).name(), name -> new ArrayList<>())
                    .add(found.get(i));
        }
    }

    /** What the models of a name reached, each by itself. */
    Reached reached(String name) {
        return Reached.of(results.get(name).stream()
                .mapToDouble(result -> task.measure(result.answers().total())));
    }

    /** Mean F1 of all kinds, over models. */
    Reached macro(String name) {
        return Reached.of(results.get(name).stream()
                .mapToDouble(result -> result.kinds().values().stream()
                        .filter(counts -> counts.gold() > 0)
                        .mapToDouble(Counts::f1)
                        .average()
                        .orElse(Double.NaN)));
    }

    Answers answers(String name) {
        return Answers.sum(results.get(name).stream().map(Result::answers).toList());
    }

    /** Counts of one kind, over all models of a name. */
    Counts kind(String name, String kind) {
        return results.get(name).stream()
                .map(result -> result.kinds().getOrDefault(kind, Counts.NONE))
                .reduce(Counts.NONE, Counts::plus);
    }
}
