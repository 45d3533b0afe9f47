package io.understudy.eval;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.KnownSurfaces;
import io.understudy.core.Label;
import io.understudy.core.Provenance.Original;
import io.understudy.eval.fidelity.Profile;
import io.understudy.eval.leakage.GateRules;
import io.understudy.eval.leakage.KnownText;
import io.understudy.eval.leakage.SourceGate;
import io.understudy.eval.view.Sample;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What is remembered of an original corpus: its text as hashes ({@link KnownText}, about 150 bytes for each record), a
 * bounded sample of its lines as the ruler of diversity, and its profile. Immutable and thread-safe once built.
 */
public final class SourceIndex {

    /** Sampling the original does not depend on the run's seed: one ruler for all runs. */
    private static final long SAMPLE_SEED = 1;

    private final KnownText known = new KnownText();
    private final Sample sample;
    private final Profile profile = new Profile();
    private long duplicates;

    private SourceIndex(int lines) {
        this.sample = new Sample(SAMPLE_SEED, lines);
    }

    public static Builder builder() {
        return builder(Sample.USUAL_LINES);
    }

    /** @param lines most lines of its sample, as {@link Extras#lines} for the other side */
    public static Builder builder(int lines) {
        return new Builder(lines);
    }

    /** A few texts, known by their numbers from 1 on. */
    public static SourceIndex of(AnnotatedText... originals) {
        Builder builder = builder();
        for (int i = 0; i < originals.length; i++) {
            Original provenance = new Original("", i + 1L);
            builder.add(new Example(Integer.toString(i + 1), Optional.empty(), originals[i], provenance));
        }
        return builder.build();
    }

    /** A gate that refuses what this corpus said; see {@link SourceGate} for the rules. */
    public Gate gate(GateRules rules) {
        return new SourceGate(known, rules);
    }

    /**
     * Finds this corpus's surfaces in text that is not a line: a request to a server. As the gate does, by the same
     * normalisation, in other spellings too; surfaces that are short or common words are left out as they are there.
     */
    public KnownSurfaces surfaces(GateRules rules) {
        return SourceGate.surfaces(known, rules);
    }

    /**
     * As {@link #surfaces(GateRules)}, and English words that are names, too, count wherever they stand, if the corpus
     * labels them more often than not: nobody sees what has left the machine in time.
     */
    public KnownSurfaces everySurface(GateRules rules) {
        return SourceGate.everySurface(known, rules);
    }

    /** How many records were added. */
    public long records() {
        return known.size();
    }

    /** How many distinct surfaces they have, after normalisation. */
    public long surfaces() {
        return known.distinctSurfaces();
    }

    KnownText known() {
        return known;
    }

    Sample sample() {
        return sample;
    }

    Profile profile() {
        return profile;
    }

    /** Records that equal an earlier one. */
    long duplicates() {
        return duplicates;
    }

    /** Takes the original, record by record. Not thread-safe. */
    public static final class Builder {
        private final int lines;
        private SourceIndex index;

        private Builder(int lines) {
            this.lines = lines;
            this.index = new SourceIndex(lines);
        }

        /**
         * From here on, surfaces of which this holds are words like any other: they say nothing of whom they stand for,
         * and may come through.
         */
        public Builder sparing(BiPredicate<Label, String> isEveryday) {
            index.known.spare(isEveryday);
            return this;
        }

        public Builder add(Example original) {
            boolean isNew = index.known.add(original);
            index.duplicates += isNew ? 0 : 1;
            index.sample.add(original);
            index.profile.add(original);
            return this;
        }

        /** The index; the builder begins a new one. */
        public SourceIndex build() {
            SourceIndex built = index;
            built.known.close();
            index = new SourceIndex(lines);
            return built;
        }
    }
}
