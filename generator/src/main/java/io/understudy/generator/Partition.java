package io.understudy.generator;

import io.understudy.core.Label;
import io.understudy.generator.IntentQuotas.Wanted;
import io.understudy.generator.IntentQuotas.Wishes;
import io.understudy.templates.grammar.language.Cell;
import io.understudy.templates.grammar.language.Trait;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Sets intents apart by what is counted, and says how many lines each part gets, so that the quotas are met. */
final class Partition {

    private final List<Wanted> wanted;
    private final Wishes wishes;
    private final List<Trait> traits = new ArrayList<>();
    private final List<Quota> traitQuotas = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    /** For each cell, which of the wanted it is of. */
    private final List<Integer> of = new ArrayList<>();

    private final List<Integer> labels = new ArrayList<>();

    Partition(List<Wanted> wanted, Wishes wishes) {
        this.wanted = wanted;
        this.wishes = wishes;
        for (Quota quota : wishes.quotas()) {
            quota.trait().ifPresent(trait -> {
                traits.add(trait);
                traitQuotas.add(quota);
            });
        }
        if (wishes.balance().contains(Balance.LABELS)) {
            Set<Label> all = new LinkedHashSet<>();
            wanted.forEach(each -> all.addAll(each.utterances().labels()));
            for (Label label : all) {
                labels.add(traits.size());
                traits.add(new Trait.Labelled(label));
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            for (Cell cell : wanted.get(i).utterances().divided(traits, wishes.even())) {
                cells.add(cell);
                of.add(i);
            }
        }
    }

    List<Wanted> parts() {
        long total = wanted.stream().mapToLong(Wanted::lines).sum();
        double[] natural = new double[cells.size()];
        long[] room = new long[cells.size()];
        for (int i = 0; i < natural.length; i++) {
            natural[i] = whole(i).lines() * cells.get(i).share();
            room[i] = IntentQuotas.derivations(part(i, 0));
        }
        List<Allotment.Bound> bounds = bounds();
        long[] lines =
                labels.isEmpty() ? Allotment.of(total, natural, room, bounds) : balanced(total, natural, room, bounds);
        List<Wanted> parts = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            parts.add(part(i, lines[i]));
        }
        return parts;
    }

    private Wanted whole(int cell) {
        return wanted.get(of.get(cell));
    }

    private Wanted part(int cell, long lines) {
        Wanted whole = whole(cell);
        List<Quota> own =
                wishes.quotas().stream().filter(quota -> counts(quota, cell)).toList();
        return new Wanted(cells.get(cell).utterances(), lines, whole.testShare(), whole.fixed(), own);
    }

    private boolean counts(Quota quota, int cell) {
        Optional<String> intent = quota.intent();
        return intent.isPresent()
                ? intent.get().equals(whole(cell).utterances().intent().name())
                : cells.get(cell).traits().get(traitQuotas.indexOf(quota));
    }

    private List<Allotment.Bound> bounds() {
        List<Allotment.Bound> bounds = new ArrayList<>();
        for (Quota quota : wishes.quotas()) {
            BitSet parts = new BitSet();
            for (int cell = 0; cell < cells.size(); cell++) {
                parts.set(cell, counts(quota, cell));
            }
            if (parts.isEmpty()) {
                throw new IllegalArgumentException(quota.said() + ": no utterance is or has this");
            }
            bounds.add(new Allotment.Bound(parts, quota.least(), quota.most()));
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).fixed()) {
                BitSet parts = new BitSet();
                for (int cell = 0; cell < cells.size(); cell++) {
                    parts.set(cell, of.get(cell) == i);
                }
                bounds.add(new Allotment.Bound(
                        parts, wanted.get(i).lines(), wanted.get(i).lines()));
            }
        }
        return bounds;
    }

    /** The division in which labels are nearest to each other: it is not known beforehand how often each can occur. */
    private long[] balanced(long total, double[] natural, long[] room, List<Allotment.Bound> bounds) {
        List<BitSet> parts = new ArrayList<>();
        for (int label : labels) {
            BitSet own = new BitSet();
            for (int cell = 0; cell < cells.size(); cell++) {
                own.set(cell, cells.get(cell).traits().get(label));
            }
            parts.add(own);
        }
        long[] usual = parts.stream()
                .mapToLong(own ->
                        Math.round(own.stream().mapToDouble(i -> natural[i]).sum()))
                .toArray();
        long least = LongStream.of(usual).min().orElse(0);
        long most = LongStream.of(usual).max().orElse(0);
        long[] best = {};
        double nearest = Double.MAX_VALUE;
        for (int step = 0; step <= 4; step++) {
            long each = least + (most - least) * step / 4;
            List<Allotment.Bound> all = new ArrayList<>(bounds);
            parts.forEach(own -> all.add(new Allotment.Bound(own, each, each)));
            long[] lines = Allotment.of(total, natural, room, all);
            double apart = apart(lines, parts) + Allotment.missed(lines, bounds);
            if (apart < nearest) {
                nearest = apart;
                best = lines;
            }
        }
        return best;
    }

    /** How far labels are from each other, as a share of the most frequent. */
    private static double apart(long[] lines, List<BitSet> parts) {
        long[] sums = parts.stream()
                .mapToLong(own -> own.stream().mapToLong(i -> lines[i]).sum())
                .toArray();
        long most = LongStream.of(sums).max().orElse(1);
        return LongStream.of(sums)
                .mapToDouble(sum -> (double) (most - sum) / Math.max(1, most))
                .sum();
    }
}
