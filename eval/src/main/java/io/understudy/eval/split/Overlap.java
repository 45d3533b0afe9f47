package io.understudy.eval.split;

import io.understudy.core.Example;
import io.understudy.core.Seeds;
import io.understudy.core.text.LongHashSet;
import io.understudy.core.text.Normalization;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What a test set shares with the lines a model is trained on: the more, the less the test says about lines of another
 * kind. Add the training lines first. Memory: 12 to 18 bytes for each distinct template, value, entity and record. Not
 * thread-safe.
 */
public final class Overlap {

    /** A kind of thing that may be shared. */
    public enum Kind {
        TEMPLATES,
        VALUES,
        ENTITIES,
        /** Equal texts, case, accents and spacing aside. */
        RECORDS,
        /** Equal texts, case and white space at the ends aside. */
        EXACT_RECORDS;

        private LongStream keys(Example line) {
            return switch (this) {
                case TEMPLATES -> SplitBy.TEMPLATE.keys(line);
                case VALUES -> SplitBy.VALUE.keys(line);
                case ENTITIES -> SplitBy.ENTITY.keys(line);
                case RECORDS -> LongStream.of(Seeds.hash(Normalization.of(line.text())));
                case EXACT_RECORDS ->
                    LongStream.of(Seeds.hash(line.text().strip().toLowerCase(Locale.ROOT)));
            };
        }

        /** As in {@code 3 of 4 templates}. */
        public String plural() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * @param distinct things of the test set
     * @param known of them, those that the training lines have too
     * @param uses how often the test set uses any: lines for templates and records, mentions for values and entities
     * @param usesKnown of them, those of known things
     */
    public record Shared(long distinct, long known, long uses, long usesKnown) {
        /** Share of uses, in [0, 1], lower is a harder and more honest test; NaN where there is nothing to share. */
        public double share() {
            return uses == 0 ? Double.NaN : (double) usesKnown / uses;
        }
    }

    private static final class Count {
        private final LongHashSet train = new LongHashSet();
        private final LongHashSet test = new LongHashSet();
        private long known;
        private long uses;
        private long usesKnown;
    }

    private final Map<Kind, Count> counts = new EnumMap<>(Kind.class);
    private long tested;

    public Overlap() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new Count());
        }
    }

    public void train(Example line) {
        counts.forEach((kind, count) -> kind.keys(line).forEach(count.train::add));
    }

    public void test(Example line) {
        tested++;
        counts.forEach((kind, count) -> {
            for (long key : kind.keys(line).toArray()) {
                boolean known = count.train.contains(key);
                count.uses++;
                count.usesKnown += known ? 1 : 0;
                if (count.test.add(key) && known) {
                    count.known++;
                }
            }
        });
    }

    public long tested() {
        return tested;
    }

    public Shared shared(Kind kind) {
        Count count = counts.get(kind);
        return new Shared(count.test.size(), count.known, count.uses, count.usesKnown);
    }
}
