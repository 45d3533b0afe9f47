package io.understudy.cli;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Provenance;
import io.understudy.core.Seeds;
import io.understudy.core.text.LongHashSet;
import io.understudy.generator.GrammarGenerator;
import io.understudy.generator.IntentQuota;
import io.understudy.generator.Invented;
import io.understudy.generator.Negatives;
import io.understudy.generator.Quota;
import io.understudy.generator.TemplateGenerator;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Mixture;
import io.understudy.templates.grammar.language.Utterance;
import io.understudy.templates.grammar.language.Utterances;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Lines drawn from a grammar: first those that cover it, then others, none of them twice. */
final class Sample {

    /** Lines that are made at a time. */
    private static final int BATCH = 256;

    /** What a batch weighs for {@link Ordered}: few are waited for. */
    private static final int WEIGHT = 1 << 16;

    /** Fewer lines than these are remembered sooner than it is found out whether that is needed. */
    private static final long FEW = 1 << 17;

    private final List<IntentQuota> intents;
    private final List<Utterances> utterances;
    private final List<List<BigInteger>> first;
    private final long count;
    private final long seed;
    private final boolean uniform;
    private final Shard shard;
    private final int threads;
    private final Map<String, LongHashSet> seen = new HashMap<>();
    private final long[] lacking;
    private long found;

    /** @param first for each intent, derivations that come first; empty: none */
    Sample(
            List<IntentQuota> intents,
            List<List<BigInteger>> first,
            long count,
            long seed,
            boolean uniform,
            Shard shard,
            int threads) {
        this.intents = intents;
        this.utterances = intents.stream().map(IntentQuota::utterances).toList();
        this.first = first;
        this.count = count;
        this.seed = seed;
        this.uniform = uniform;
        this.shard = shard;
        this.threads = threads;
        this.lacking = intents.stream().mapToLong(IntentQuota::lines).toArray();
    }

    /** Some places of a mixture. */
    private record Batch(long from, long to) {}

    /** A line that was drawn, and what can be said of it without its number. */
    private record Line(int part, AnnotatedText text, long hash, String template) {
        static Line of(int part, AnnotatedText text) {
            return new Line(part, text, Seeds.hash(text.text()), text.template().toString());
        }

        Example example(long number, Optional<String> intent, long seed) {
            return new Example(
                    TemplateGenerator.id(number),
                    intent,
                    text,
                    new Provenance.Synthetic(GrammarGenerator.NAME, Optional.of(template), seed));
        }
    }

    /** @return how many there are, those of other shards included */
    long draw(Consumer<Example> sink) throws InterruptedException {
        boolean filters = !first.isEmpty()
                || intents.stream().anyMatch(each -> !each.others().isEmpty());
        boolean open = utterances.stream().anyMatch(Utterances::isOpen);
        if (!filters
                && !open
                && count > FEW
                && utterances.stream().allMatch(each -> each.distinct().isUnambiguous())
                && intents.stream().map(IntentQuota::name).distinct().count() == intents.size()) {
            return unambiguous(sink);
        }
        cover(sink);
        distinct(open, sink);
        return found;
    }

    /** Which quotas are missed, in words. */
    List<String> missed() {
        List<String> missed = new ArrayList<>();
        for (Quota quota : intents.stream()
                .flatMap(each -> each.quotas().stream())
                .distinct()
                .toList()) {
            long lines = 0;
            for (int i = 0; i < lacking.length; i++) {
                lines +=
                        intents.get(i).quotas().contains(quota) ? intents.get(i).lines() - lacking[i] : 0;
            }
            if (lines < quota.least() || lines > quota.most()) {
                missed.add(quota.said() + ": " + Count.of(lines, "line"));
            }
        }
        return missed;
    }

    /** The derivation at a place of those that come first of an intent. */
    private record Planned(int part, int place) {}

    /** Lines of each intent in turn, so that a sample that is cut has the best of all. */
    private void cover(Consumer<Example> sink) throws InterruptedException {
        long all = first.stream().mapToLong(List::size).sum();
        int most = first.stream().mapToInt(List::size).max().orElse(0);
        // Asked for on this thread, which also finds.
        Iterator<Planned> planned = IntStream.range(0, most)
                .boxed()
                .flatMap(place -> IntStream.range(0, first.size())
                        .filter(part -> place < first.get(part).size())
                        .mapToObj(part -> new Planned(part, place)))
                .takeWhile(each -> found < Math.min(count, all))
                .iterator();
        Ordered.each(planned, each -> 1, threads, this::line, line -> {
            if (found < count && intents.get(line.part()).quotas().isEmpty()) {
                lacking[line.part()] = Math.max(1, lacking[line.part()]);
            }
            take(line, sink);
        });
    }

    private Line line(Planned planned) {
        Utterance utterance = utterances
                .get(planned.part())
                .utterance(first.get(planned.part()).get(planned.place()));
        long number = (long) planned.place() * first.size() + planned.part();
        return Line.of(planned.part(), invented(utterance, Seeds.derive(seed, number)));
    }

    private static AnnotatedText invented(Utterance utterance, long seed) {
        return new Invented(Surrogates.standard()).text(utterance, seed, Surrogates.Veto.NONE);
    }

    /** No two derivations say the same, so each line is made for itself and nothing is remembered. */
    private long unambiguous(Consumer<Example> sink) throws InterruptedException {
        Mixture mixture = Language.sample(utterances, lacking, seed, uniform);
        Ordered.each(
                batches(shard.from(mixture.size()), shard.to(mixture.size()), () -> true),
                batch -> WEIGHT,
                threads,
                batch -> {
                    List<Example> lines = new ArrayList<>(BATCH);
                    for (long place = batch.from(); place < batch.to(); place++) {
                        int part = mixture.part(place);
                        lines.add(Line.of(part, mixture.text(place)).example(place + 1, name(part), seed));
                    }
                    return lines;
                },
                lines -> lines.forEach(sink));
        for (int part = 0; part < lacking.length; part++) {
            lacking[part] = Math.max(
                    0,
                    lacking[part]
                            - utterances
                                    .get(part)
                                    .sample(seed, lacking[part], uniform)
                                    .size());
        }
        return mixture.size();
    }

    private Optional<String> name(int part) {
        return Negatives.name(utterances.get(part).intent());
    }

    /**
     * Remembers a hash of each text. More are drawn until there are enough: of what is invented later any number,
     * otherwise as many as there are derivations.
     */
    private void distinct(boolean open, Consumer<Example> sink) throws InterruptedException {
        long[] sizes = lacking.clone();
        for (int round = 0; found < count; round++) {
            long chance = round == 0 ? seed : Seeds.derive(seed, round);
            Mixture mixture = Language.sample(utterances, sizes, chance, uniform);
            long before = found;
            // Asked for on this thread, which also finds: no more are drawn than it takes, and the few that are under
            // way.
            Ordered.each(
                    batches(0, mixture.size(), () -> found < count),
                    batch -> WEIGHT,
                    threads,
                    batch -> lines(mixture, batch, open, chance),
                    lines -> lines.forEach(line -> take(line, sink)));
            boolean whole = true;
            for (int part = 0; part < sizes.length; part++) {
                boolean more = lacking[part] > 0
                        && utterances.get(part).count().compareTo(BigInteger.valueOf(sizes[part])) > 0;
                whole &= !more;
                sizes[part] = lacking[part] > 0 ? Math.min(Long.MAX_VALUE / 4, sizes[part]) * 2 : 0;
            }
            if (whole && (!open || found == before)) {
                return;
            }
        }
    }

    private List<Line> lines(Mixture mixture, Batch batch, boolean open, long chance) {
        List<Line> lines = new ArrayList<>(BATCH);
        for (long place = batch.from(); place < batch.to(); place++) {
            AnnotatedText text =
                    open ? invented(mixture.utterance(place), Seeds.derive(chance, place)) : mixture.text(place);
            int part = mixture.part(place);
            List<Utterances> others = intents.get(part).others();
            if (others.isEmpty()
                    || others.stream()
                            .allMatch(other -> other.ranks(text.text(), 1).isEmpty())) {
                lines.add(Line.of(part, text));
            }
        }
        return lines;
    }

    private void take(Line line, Consumer<Example> sink) {
        String intent = intents.get(line.part()).name();
        if (found < count
                && lacking[line.part()] > 0
                && seen.computeIfAbsent(intent, key -> new LongHashSet()).add(line.hash())) {
            found++;
            lacking[line.part()]--;
            if (found > shard.from(count) && found <= shard.to(count)) {
                sink.accept(line.example(found, name(line.part()), seed));
            }
        }
    }

    /** @param goesOn asked before each */
    private static Iterator<Batch> batches(long from, long to, BooleanSupplier goesOn) {
        return new Iterator<>() {
            private long next = from;

            @Override
            public boolean hasNext() {
                return next < to && goesOn.getAsBoolean();
            }

            @Override
            public Batch next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                long begin = next;
                next = Math.min(to, begin + BATCH);
                return new Batch(begin, next);
            }
        };
    }
}
