package io.understudy.generator;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.Provenance;
import io.understudy.core.Seeds;
import io.understudy.core.text.LongHashSet;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.templates.TemplateSource;
import io.understudy.templates.TemplateSource.Carrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Draws carriers, fills their slots with surrogates, and keeps the lines that pass the gate and were not there before.
 * Candidates are made by many threads; what needs the others (distinct lines, numbers, the count) is decided in the
 * order of the candidates by the calling thread, so that threads change no byte. What a caller wants to know of each
 * line can be found by the same threads. Memory: 10 to 16 bytes a line for the hashes of what was written, and a
 * bounded number of candidates. Thread-safe if its parts are.
 */
public final class TemplateGenerator {

    /** What provenance calls this generator. */
    public static final String NAME = "templates";

    private static final int CHUNK = 256;

    /** Each attempt invents all surfaces of the line anew. */
    private static final int ATTEMPTS = 4;

    private final TemplateSource carriers;
    private final Surrogates surrogates;
    private final Gate gate;
    private final Surrogates.Veto veto;

    public TemplateGenerator(TemplateSource carriers, Surrogates surrogates, Gate gate) {
        this.carriers = carriers;
        this.surrogates = surrogates;
        this.gate = gate;
        this.veto = (slot, surface) -> gate.refuse(slot.label(), surface).isPresent();
    }

    /**
     * Hands lines to {@code sink}, in order, on the calling thread, until the count is reached or nothing new comes.
     * What a carrier source, the surrogates, the gate or the sink throws comes out of here.
     *
     * @throws InterruptedException if the calling thread is interrupted; lines handed over before are whole
     */
    public Outcome generate(Plan plan, Consumer<Example> sink) throws InterruptedException {
        return generate(plan, line -> line, sink);
    }

    /**
     * As {@link #generate(Plan, Consumer)}, with work on each line in between that needs no other line.
     *
     * @param study called once for each line, in any order, by many threads at once
     * @param sink takes what {@code study} gave, in the order of the lines, on the calling thread
     */
    public <T> Outcome generate(Plan plan, Function<Example, T> study, Consumer<T> sink) throws InterruptedException {
        Distinct selection = new Distinct(plan);
        Production.run(plan.threads(), Long.MAX_VALUE, number -> chunk(plan.seed(), number), selection, study, sink);
        return selection.outcome();
    }

    /** Which candidates become lines, decided in their order. */
    private static final class Distinct implements Production.Selection<Candidate, Example> {
        private final Plan plan;
        private final LongHashSet seen = new LongHashSet();
        private final SortedMap<String, Long> dropped = new TreeMap<>();
        private long produced;
        private long candidates;
        private long dry;

        Distinct(Plan plan) {
            this.plan = plan;
        }

        @Override
        public boolean goesOn() {
            return produced < plan.count() && !plan.exhausted(produced, candidates, dry);
        }

        @Override
        public List<Example> of(List<Candidate> chunk) {
            List<Example> lines = new ArrayList<>(chunk.size());
            for (Candidate candidate : chunk) {
                if (produced == plan.count()) {
                    break;
                }
                candidates++;
                dry++;
                if (candidate instanceof Candidate.Refused refused) {
                    dropped.merge(refused.reason(), 1L, Long::sum);
                } else if (candidate instanceof Candidate.Line line) {
                    if (seen.add(line.hash())) {
                        dry = 0;
                        lines.add(example(++produced, line, plan.seed()));
                    } else {
                        dropped.merge("duplicate", 1L, Long::sum);
                    }
                }
            }
            return lines;
        }

        Outcome outcome() {
            return new Outcome(plan.count(), produced, candidates, dropped, produced < plan.count());
        }
    }

    private List<Candidate> chunk(long seed, long number) {
        List<Candidate> chunk = new ArrayList<>(CHUNK);
        for (long index = number * CHUNK; index < (number + 1) * CHUNK; index++) {
            chunk.add(candidate(seed, index));
        }
        return chunk;
    }

    private Candidate candidate(long seed, long index) {
        Carrier carrier = carriers.carrier(seed, index);
        long own = Seeds.derive(seed, index);
        String reason = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            AnnotatedText line = surrogates.standIn(carrier.template(), Seeds.derive(own, attempt), veto);
            Optional<String> refusal = gate.refuse(line);
            if (refusal.isEmpty()) {
                return new Candidate.Line(
                        line,
                        Seeds.hash(line.text()),
                        carrier.intent(),
                        carrier.template().toString());
            }
            reason = refusal.get();
            if (line.mentions().isEmpty()) {
                break;
            }
        }
        return new Candidate.Refused(reason);
    }

    private static Example example(long number, Candidate.Line line, long seed) {
        return new Example(
                id(number),
                line.intent(),
                line.annotated(),
                new Provenance.Synthetic(NAME, Optional.of(line.template()), seed));
    }

    /** {@code s-000001}; longer where a million lines were passed. */
    public static String id(long number) {
        String digits = Long.toString(number);
        return "s-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }
}
