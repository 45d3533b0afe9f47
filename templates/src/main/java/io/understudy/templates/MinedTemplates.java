package io.understudy.templates;

import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.Seeds;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The carriers of a corpus, drawn as often as they occur in it. Two records have one carrier if their templates are
 * written alike, their slots play the same roles and their intents are equal; how the surfaces of its slots looked is
 * drawn too, from a sample of the shapes that occurred together. Immutable.
 */
public final class MinedTemplates implements TemplateSource {

    private final List<MinedCarrier> carriers;
    private final long[] upTo;
    private final SortedMap<String, Refused> refused;

    private MinedTemplates(List<MinedCarrier> carriers, SortedMap<String, Refused> refused) {
        this.carriers = carriers;
        this.upTo = new long[carriers.size()];
        this.refused = refused;
        long sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += carriers.get(i).records();
            upTo[i] = sum;
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Carrier carrier(long seed, long index) {
        SplittableRandom random = Seeds.random(seed, index);
        int found = Arrays.binarySearch(upTo, random.nextLong(upTo[upTo.length - 1]) + 1);
        return carriers.get(found >= 0 ? found : -found - 1).draw(random);
    }

    /** A carrier that may be drawn and the number of source records that have it. */
    public record Counted(Carrier carrier, long records) {}

    /** The carriers that may be drawn, in order of first appearance. */
    public Stream<Counted> counted() {
        return carriers.stream().map(each -> new Counted(each.samples().get(0), each.records()));
    }

    /** The number of distinct carriers that may be drawn. */
    public int size() {
        return carriers.size();
    }

    /** The number of source records behind the carriers that may be drawn. */
    public long records() {
        return upTo[upTo.length - 1];
    }

    /** What was refused, by reason. */
    public SortedMap<String, Refused> refused() {
        return refused;
    }

    /**
     * How much one reason refused.
     *
     * @param carriers distinct carriers
     * @param records source records behind them
     */
    public record Refused(long carriers, long records) {
        private Refused plus(MinedCarrier carrier) {
            return new Refused(carriers + 1, records + carrier.records());
        }
    }

    /**
     * Which carriers may be drawn. Reasons: {@code empty} (nothing but white space), {@code few_sources}, and those of
     * the gate.
     *
     * @param minSources a carrier without a slot is a sentence of the source; it passes if at least this many records
     *     share it
     * @param everyCarrier asks {@code minSources} of carriers with slots too
     * @param allowVerbatim lifts {@code minSources} from carriers without a slot
     * @param gate refuses carriers in whose literals a source name stands
     */
    public record Rules(int minSources, boolean everyCarrier, boolean allowVerbatim, Gate gate) {

        public static final int DEFAULT_MIN_SOURCES = 5;

        /** @throws IllegalArgumentException if {@code minSources} is below 1 */
        public Rules {
            if (minSources < 1) {
                throw new IllegalArgumentException("minimum of sources is " + minSources + "; expected 1 or more");
            }
        }

        public Rules(Gate gate) {
            this(DEFAULT_MIN_SOURCES, false, false, gate);
        }

        private Optional<String> refuse(MinedCarrier carrier) {
            Template template = carrier.template();
            if (template.toString().isBlank()) {
                return Optional.of("empty");
            }
            boolean asked = everyCarrier || (!template.hasSlots() && !allowVerbatim);
            if (asked && carrier.records() < minSources) {
                return Optional.of("few_sources");
            }
            return gate.refuse(template);
        }
    }

    /** Counts carriers. Memory grows with distinct carriers, not with records. Not thread-safe. */
    public static final class Builder {

        private record Key(String form, Optional<String> intent) {}

        private final Map<Key, MinedCarrier.Counter> counters = new LinkedHashMap<>();

        private Builder() {}

        public Builder add(Example example) {
            Template template = example.annotated().template();
            counters.computeIfAbsent(
                            new Key(form(template), example.intent()), key -> new MinedCarrier.Counter(key.intent()))
                    .add(template);
            return this;
        }

        /**
         * Keeps what the rules let pass, in order of first appearance.
         *
         * @throws IllegalArgumentException if nothing passes; the message says why and what can be done
         */
        public MinedTemplates build(Rules rules) {
            SortedMap<String, Refused> refused = new TreeMap<>();
            List<MinedCarrier> kept = counters.values().stream()
                    .map(MinedCarrier.Counter::carrier)
                    .filter(carrier -> {
                        Optional<String> reason = rules.refuse(carrier);
                        reason.ifPresent(name ->
                                refused.merge(name, new Refused(0, 0).plus(carrier), (a, b) -> a.plus(carrier)));
                        return reason.isEmpty();
                    })
                    .toList();
            if (kept.isEmpty()) {
                throw new IllegalArgumentException(nothingLeft(rules, refused));
            }
            return new MinedTemplates(kept, java.util.Collections.unmodifiableSortedMap(refused));
        }

        private String nothingLeft(Rules rules, SortedMap<String, Refused> refused) {
            if (counters.isEmpty()) {
                return "no records were given; expected at least one";
            }
            StringBuilder message = new StringBuilder("none of " + counters.size() + " carrier phrases may be used:");
            refused.forEach((reason, count) -> message.append(' ')
                    .append(reason)
                    .append(' ')
                    .append(count.carriers())
                    .append(','));
            message.setCharAt(message.length() - 1, ';');
            return message.append(" give more records or label more names in them, ask for fewer sources than ")
                    .append(rules.minSources())
                    .append(", or allow verbatim lines")
                    .toString();
        }

        /** The written form, and the roles and groups that it leaves out. */
        private static String form(Template template) {
            StringBuilder form = new StringBuilder(template.toString());
            for (Slot slot : template.slots()) {
                form.append('\u0000').append(slot.details().role().orElse(""));
                form.append('\u0001').append(slot.details().group().orElse(""));
            }
            return form.toString();
        }
    }
}
