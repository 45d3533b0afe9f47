package io.understudy.cli;

import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.eval.SourceIndex;
import io.understudy.eval.canary.Canaries;
import io.understudy.eval.canary.Exposure;
import io.understudy.eval.leakage.GateRules;
import io.understudy.generator.Plan;
import io.understudy.generator.TemplateGenerator;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.templates.MinedTemplates;

/**
 * Generates from a copy of the source with canaries in it, as the job itself generates from the source, and measures
 * what came through. The copy's lines are read and dropped: none of them reaches the output.
 */
final class CanaryAudit {

    /** So many lines say what a longer run would. */
    private static final long MOST_LINES = 20_000;

    private final Canaries.Builder canaries;
    private final SourceIndex.Builder index = SourceIndex.builder();
    private final MinedTemplates.Builder templates = MinedTemplates.builder();

    CanaryAudit(int count, long seed) {
        this.canaries = Canaries.builder(count, seed);
    }

    /** Takes one record of the source. */
    void add(Example record) {
        canaries.add(record);
        plant(record);
    }

    private void plant(Example record) {
        index.add(record);
        templates.add(record);
    }

    /** To be called once, after the last record. */
    Exposure.Result run(GateRules rules, long wanted, long seed, int threads) throws InterruptedException {
        Canaries planted = canaries.build();
        planted.lines().forEach(this::plant);
        Gate gate = index.build().gate(rules);
        MinedTemplates carriers = templates.build(
                new MinedTemplates.Rules(rules.minSources(), rules.everyCarrier(), rules.allowVerbatim(), gate));
        Exposure exposure = new Exposure(planted);
        new TemplateGenerator(carriers, Surrogates.standard(), gate)
                .generate(
                        new Plan(Math.min(wanted, MOST_LINES), seed, threads), line -> exposure.add(line.annotated()));
        return exposure.result();
    }
}
