package io.understudy.generator.onnx;

import io.understudy.generator.constraint.Guide;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers of an engine, waited for. */
final class Writing {

    private Writing() {}

    static Job job(int[] prompt, Drawing drawing, int tokens, long seed, CompletableFuture<Job.End> end) {
        return job(prompt, drawing, tokens, seed, Optional.empty(), end);
    }

    static Job job(
            int[] prompt,
            Drawing drawing,
            int tokens,
            long seed,
            Optional<Guide> guide,
            CompletableFuture<Job.End> end) {
        return new Job(prompt, drawing, tokens, List.of(), seed, guide, fresh -> {}, end::complete, new Job.Cancel());
    }

    /** All prompts at once, the i-th with seed i. */
    static List<Job.End> all(Engine engine, List<int[]> prompts, Drawing drawing, int tokens) {
        List<CompletableFuture<Job.End>> ends = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            CompletableFuture<Job.End> end = new CompletableFuture<>();
            engine.submit(job(prompts.get(i), drawing, tokens, i, end));
            ends.add(end);
        }
        return ends.stream().map(CompletableFuture::join).toList();
    }
}
