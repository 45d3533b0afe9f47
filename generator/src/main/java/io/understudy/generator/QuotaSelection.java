package io.understudy.generator;

import io.understudy.core.text.LongHashSet;
import io.understudy.templates.grammar.Alternative.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fills the quotas of a plan with candidates, in their order. Not thread-safe. */
final class QuotaSelection implements Production.Selection<GrammarCandidate, GrammarLine> {

    private final GrammarPlan plan;
    private final Sides sides;
    private final LongHashSet seen = new LongHashSet();
    private final SortedMap<String, Long> dropped = new TreeMap<>();
    private final List<Map<Side, Long>> left = new ArrayList<>();
    private final long[] otherSide;
    private final long[] refusals;
    private long produced;
    private long candidates;

    /** @param owners of templates and values that were given to a side beforehand */
    QuotaSelection(GrammarPlan plan, Map<Long, Side> owners) {
        this.plan = plan;
        this.otherSide = new long[plan.intents().size()];
        this.refusals = new long[plan.intents().size()];
        this.sides = new Sides(plan.isSplit() ? plan.disjoint() : Disjoint.LINE, owners);
        for (IntentQuota quota : plan.intents()) {
            left.add(new EnumMap<>(Map.of(Side.TRAIN, quota.train(), Side.TEST, quota.test())));
        }
    }

    @Override
    public boolean goesOn() {
        return produced < plan.lines();
    }

    private long left(int intent, Side side) {
        return left.get(intent).get(side);
    }

    /** Whether the intent has fewer lines than it is to have. */
    boolean lacks(int intent) {
        return left(intent, Side.TRAIN) + left(intent, Side.TEST) > 0;
    }

    @Override
    public List<GrammarLine> of(List<GrammarCandidate> chunk) {
        List<GrammarLine> lines = new ArrayList<>(chunk.size());
        for (GrammarCandidate candidate : chunk) {
            if (!goesOn()) {
                break;
            }
            candidates++;
            if (candidate instanceof GrammarCandidate.Refused refused) {
                refusals[refused.intent()]++;
                drop(refused.reason());
            } else if (candidate instanceof GrammarCandidate.Line line && lacks(line.intent())) {
                place(line).ifPresent(side -> lines.add(take(line, side)));
            }
        }
        return lines;
    }

    private Optional<Side> place(GrammarCandidate.Line line) {
        Set<Side> open = sides.open(line.annotated(), line.template());
        if (plan.isSplit()) {
            line.forced().ifPresent(side -> open.removeIf(other -> other != side));
        }
        if (open.isEmpty()) {
            otherSide[line.intent()]++;
            drop("other_side");
            return Optional.empty();
        }
        open.removeIf(side -> left(line.intent(), side) == 0);
        if (open.isEmpty()) {
            drop("side_full");
            return Optional.empty();
        }
        if (!seen.add(line.hash())) {
            refusals[line.intent()]++;
            drop("duplicate");
            return Optional.empty();
        }
        return Optional.of(open.stream()
                .max((a, b) -> Double.compare(need(line.intent(), a), need(line.intent(), b)))
                .orElseThrow());
    }

    /** How much of a side's quota is left, from 0 to 1. */
    private double need(int intent, Side side) {
        return (double) left(intent, side) / plan.intents().get(intent).of(side);
    }

    private GrammarLine take(GrammarCandidate.Line line, Side side) {
        sides.take(side, line.annotated(), line.template());
        left.get(line.intent()).merge(side, -1L, Long::sum);
        Optional<String> intent =
                Negatives.name(plan.intents().get(line.intent()).utterances().intent());
        return new GrammarLine(GrammarGenerator.example(++produced, intent, line, plan.seed()), side);
    }

    private void drop(String reason) {
        dropped.merge(reason, 1L, Long::sum);
    }

    GrammarOutcome outcome() {
        List<GrammarOutcome.Made> made = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            IntentQuota quota = plan.intents().get(i);
            made.add(new GrammarOutcome.Made(
                    quota,
                    quota.train() - left(i, Side.TRAIN),
                    quota.test() - left(i, Side.TEST),
                    otherSide[i],
                    refusals[i]));
        }
        return new GrammarOutcome(
                new Outcome(plan.lines(), produced, candidates, dropped, produced < plan.lines()), made);
    }
}
