package io.understudy.generator;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.Provenance;
import io.understudy.core.Seeds;
import io.understudy.core.Template;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Alternative.Side;
import io.understudy.templates.grammar.language.Utterance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Writes lines from a grammar: derivations drawn without replacement, what they leave open invented, labels carried
 * from the derivation. Each intent gets as many lines as are asked for; where some are refused (by the gate, as
 * duplicates, or because the other side has their template or value), more are drawn, until the quota is full or the
 * intent has no more. Candidates are made by many threads and selected in their order, so threads change no byte.
 * Memory: the hashes of the lines' texts, and what {@link Disjoint} needs. Thread-safe if its parts are.
 */
public final class GrammarGenerator {

    /** What provenance calls this generator. */
    public static final String NAME = "grammar";

    private static final int CHUNK = 256;

    /** Lines that are looked at to divide templates and values between train and test: of all intents, of each. */
    private static final long MOST_LOOKED_AT = 1 << 15;

    private static final long LEAST_LOOKED_AT = 1 << 9;

    /** Each attempt invents what is open anew. */
    private static final int ATTEMPTS = 4;

    private final Invented invented;
    private final Gate gate;
    private final Surrogates.Veto veto;

    public GrammarGenerator(Surrogates surrogates, Gate gate) {
        this.invented = new Invented(surrogates);
        this.gate = gate;
        this.veto = (slot, surface) -> gate.refuse(slot.label(), surface).isPresent();
    }

    /** As {@link #generate(GrammarPlan, Function, Consumer)}, with nothing to find out about the lines. */
    public GrammarOutcome generate(GrammarPlan plan, Consumer<GrammarLine> sink) throws InterruptedException {
        return generate(plan, line -> line, sink);
    }

    /**
     * Hands lines to {@code sink}, in order, on the calling thread; the lines of all intents are mixed.
     *
     * <p>Where train and test are to share no template or value, some lines are looked at before the first is written,
     * to divide these so that both sides can be filled.
     *
     * @param study called once for each line, in any order, by many threads at once
     * @param sink takes what {@code study} gave, in the order of the lines
     * @throws InterruptedException if the calling thread is interrupted; lines handed over before are whole
     */
    public <T> GrammarOutcome generate(GrammarPlan plan, Function<GrammarLine, T> study, Consumer<T> sink)
            throws InterruptedException {
        QuotaSelection selection = new QuotaSelection(plan, owners(plan));
        for (Round round = Round.first(plan); selection.goesOn() && !round.isEmpty(); ) {
            Round now = round;
            Production.run(
                    plan.threads(), now.chunks(CHUNK), number -> chunk(plan, now, number), selection, study, sink);
            round = now.next(selection);
        }
        return selection.outcome();
    }

    /** Where train and test share nothing: which side has which templates and values. */
    private Map<Long, Side> owners(GrammarPlan plan) throws InterruptedException {
        if (!plan.isSplit() || plan.disjoint() == Disjoint.LINE) {
            return Map.of();
        }
        int parts = plan.intents().size();
        Round round = Round.looked(plan, Math.max(LEAST_LOOKED_AT, MOST_LOOKED_AT / parts));
        Ownership ownership = new Ownership(
                plan.intents(),
                IntStream.range(0, parts).mapToDouble(round::scale).toArray(),
                round.seed(-1));
        if (!plan.covering().isEmpty()) {
            each(Round.first(plan), line -> ownership.fix(keys(plan, line)));
        }
        each(round, line -> ownership.add(line.intent(), line.hash(), keys(plan, line), line.forced()));
        return ownership.owners();
    }

    private static List<Long> keys(GrammarPlan plan, GrammarCandidate.Line line) {
        return Sides.keys(plan.disjoint(), line.annotated(), line.template());
    }

    /** The lines of a round, in order. */
    private void each(Round round, Consumer<GrammarCandidate.Line> taker) throws InterruptedException {
        Production.Selection<GrammarCandidate, GrammarCandidate.Line> all = new Production.Selection<>() {
            @Override
            public boolean goesOn() {
                return true;
            }

            @Override
            public List<GrammarCandidate.Line> of(List<GrammarCandidate> chunk) {
                return chunk.stream()
                        .filter(GrammarCandidate.Line.class::isInstance)
                        .map(GrammarCandidate.Line.class::cast)
                        .toList();
            }
        };
        Production.run(
                round.plan().threads(),
                round.chunks(CHUNK),
                number -> chunk(round.plan(), round, number),
                all,
                line -> line,
                taker);
    }

    /**
     * Some candidates of each intent, mixed, so that each stretch of the output has all intents in their proportion.
     */
    private List<GrammarCandidate> chunk(GrammarPlan plan, Round round, long number) {
        long chunks = round.chunks(CHUNK);
        List<GrammarCandidate> chunk = new ArrayList<>(CHUNK + plan.intents().size());
        for (int intent = 0; intent < plan.intents().size(); intent++) {
            long draws = round.draws().get(intent);
            long to = Round.share(draws, number + 1, chunks);
            for (long line = Round.share(draws, number, chunks); line < to; line++) {
                chunk.add(candidate(round, intent, line));
            }
        }
        SplittableRandom random = Seeds.random(round.seed(-1), number);
        for (int left = chunk.size(); left > 1; left--) {
            Collections.swap(chunk, left - 1, random.nextInt(left));
        }
        return chunk;
    }

    private GrammarCandidate candidate(Round round, int intent, long line) {
        long seed = round.seed(intent);
        Utterance utterance = round.utterance(intent, line);
        boolean invents = !utterance.opens().isEmpty();
        String reason = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long own = Seeds.derive(Seeds.derive(seed, line), attempt);
            AnnotatedText text = invented.text(utterance, own, veto);
            Optional<String> refusal = refusal(text, round.plan().intents().get(intent));
            if (refusal.isEmpty()) {
                Optional<Side> forced = utterance.alternatives().stream()
                        .map(Alternative::side)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .or(() -> round.covers() ? Optional.of(Side.TRAIN) : Optional.empty());
                return new GrammarCandidate.Line(
                        intent, text, Seeds.hash(text.text()), Template.of(text).toString(), forced);
            }
            reason = refusal.get();
            if (!invents) {
                break;
            }
        }
        return new GrammarCandidate.Refused(intent, reason);
    }

    private Optional<String> refusal(AnnotatedText text, IntentQuota quota) {
        if (text.text().isEmpty()) {
            return Optional.of("empty");
        }
        return quota.others().stream()
                        .anyMatch(other -> !other.ranks(text.text(), 1).isEmpty())
                ? Optional.of("other_intent")
                : gate.refuse(text);
    }

    static Example example(long number, Optional<String> intent, GrammarCandidate.Line line, long seed) {
        return new Example(
                TemplateGenerator.id(number),
                intent,
                line.annotated(),
                new Provenance.Synthetic(NAME, Optional.of(line.template()), seed));
    }
}
