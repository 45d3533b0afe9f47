package io.understudy.templates;

import io.understudy.core.Seeds;
import io.understudy.core.Segment;
import io.understudy.core.Template;
import io.understudy.templates.TemplateSource.Carrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One carrier with the number of records behind it.
 *
 * @param samples the carrier as it occurred, each with the shapes its slots had together; at least one
 * @param records how many source records have this carrier
 */
record MinedCarrier(List<Carrier> samples, long records) {

    /** Enough to keep common shapes common; bounds the memory of a carrier that a million records share. */
    static final int MAX_SAMPLES = 32;

    MinedCarrier {
        samples = List.copyOf(samples);
    }

    Template template() {
        return samples.get(0).template();
    }

    Carrier draw(SplittableRandom random) {
        return samples.size() == 1 ? samples.get(0) : samples.get(random.nextInt(samples.size()));
    }

    /** Keeps a uniform sample of the shapes: Vitter's algorithm R, its chance derived from the record's number. */
    static final class Counter {
        private final List<Carrier> samples = new ArrayList<>(1);
        private final Optional<String> intent;
        private long records;

        Counter(Optional<String> intent) {
            this.intent = intent;
        }

        void add(Template template) {
            records++;
            if (samples.isEmpty()) {
                samples.add(new Carrier(template, intent));
            } else if (template.hasSlots()) {
                if (samples.size() < MAX_SAMPLES) {
                    samples.add(shaped(template));
                } else {
                    long at = Seeds.random(MAX_SAMPLES, records).nextLong(records);
                    if (at < MAX_SAMPLES) {
                        samples.set((int) at, shaped(template));
                    }
                }
            }
        }

        /** The same carrier with the literals of the first sample, so that they are in memory once. */
        private Carrier shaped(Template template) {
            List<Segment> first = samples.get(0).template().segments();
            List<Segment> segments = new ArrayList<>(template.segments());
            for (int i = 0; i < segments.size(); i++) {
                if (segments.get(i) instanceof Segment.Literal) {
                    segments.set(i, first.get(i));
                }
            }
            return new Carrier(new Template(segments), intent);
        }

        MinedCarrier carrier() {
            return new MinedCarrier(samples, records);
        }
    }
}
