package io.understudy.eval;

import io.understudy.core.Example;
import io.understudy.core.text.LongHashSet;
import io.understudy.eval.canary.Exposure;
import io.understudy.eval.diversity.Diversity;
import io.understudy.eval.diversity.PublishedTools;
import io.understudy.eval.fidelity.Profile;
import io.understudy.eval.leakage.LeakageCheck;
import io.understudy.eval.leakage.NormalizedLine;
import io.understudy.eval.report.Report;
import io.understudy.eval.report.Section;
import io.understudy.eval.utility.UtilityOptions;
import io.understudy.eval.validity.ValidityCheck;
import io.understudy.eval.view.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Measures a synthetic corpus, line by line, in one pass. With an original it also measures leakage and fidelity; with
 * a holdout (original lines the generator never saw) it can tell leakage from coincidence.
 *
 * <p>Memory: 20 to 40 bytes for each line (hashes of ids and texts), and a sample of {@link Extras#lines} lines at
 * most. Equal lines in equal order give equal reports. Not thread-safe, but for {@link #read}: what a line says by
 * itself may be found on many threads, while {@link #add(Reading)} counts the readings in the order of the lines.
 */
public final class Evaluation {

    private final EvaluationOptions options;
    private final Optional<SourceIndex> original;
    private final Optional<SourceIndex> holdout;
    private final ValidityCheck validity = new ValidityCheck();
    private final LongHashSet texts = new LongHashSet();
    private final Sample sample;
    private final Profile profile = new Profile();
    private final Optional<PublishedTools.Lines> published;
    private final Optional<LeakageCheck> leakage;
    private final Optional<LeakageCheck> control;
    private Optional<Exposure.Result> canaries = Optional.empty();
    private long duplicates;

    private Evaluation(EvaluationOptions options, Optional<SourceIndex> original, Optional<SourceIndex> holdout) {
        this.options = options;
        this.original = original;
        this.holdout = holdout;
        this.sample = new Sample(options.seed(), options.extras().lines());
        this.published = options.extras().published() ? Optional.of(new PublishedTools.Lines()) : Optional.empty();
        this.leakage = original.map(index ->
                new LeakageCheck(index.known(), holdout.map(SourceIndex::known), options.rules(), options.showText()));
        this.control = holdout.map(
                index -> new LeakageCheck(index.known(), original.map(SourceIndex::known), options.rules(), false));
    }

    /**
     * @param holdout lines like the original's that played no part in making the synthetic ones
     * @throws IllegalArgumentException if there is a holdout without an original
     */
    public static Evaluation of(
            EvaluationOptions options, Optional<SourceIndex> original, Optional<SourceIndex> holdout) {
        if (holdout.isPresent() && original.isEmpty()) {
            throw new IllegalArgumentException("a holdout was given without an original to compare it with");
        }
        return new Evaluation(options, original, holdout);
    }

    public static Evaluation of(EvaluationOptions options, Optional<SourceIndex> original) {
        return of(options, original, Optional.empty());
    }

    /** What one line says by itself: everything that is measured but what needs the other lines. */
    public static final class Reading {
        private final Example line;
        private final ValidityCheck.Answers validity;
        private final long text;
        private final Optional<LeakageCheck.Reading> leakage;
        private final Optional<LeakageCheck.Reading> control;

        private Reading(
                NormalizedLine line,
                ValidityCheck.Answers validity,
                Optional<LeakageCheck.Reading> leakage,
                Optional<LeakageCheck.Reading> control) {
            this.line = line.example();
            this.validity = validity;
            this.text = line.hash();
            this.leakage = leakage;
            this.control = control;
        }

        /** The line that was read. */
        public Example line() {
            return line;
        }
    }

    /** Reads one line and counts nothing. Any number of threads may, also while another one adds. */
    public Reading read(Example synthetic) {
        return readAll(List.of(synthetic)).get(0);
    }

    /**
     * As {@link #read(Example)}, of some dozens of lines at a time, which is quicker than one by one; in their order.
     */
    public List<Reading> readAll(List<Example> synthetic) {
        return read(synthetic, line -> ValidityCheck.read(line.annotated()));
    }

    /**
     * As {@link #read(Example)}, of a line in which recognizers searched again.
     *
     * @param residual how many mentions they found that the original said too and that are no surrogates
     */
    public Reading read(Example synthetic, int residual) {
        return read(List.of(synthetic), line -> ValidityCheck.read(line.annotated(), residual))
                .get(0);
    }

    private List<Reading> read(List<Example> synthetic, Function<Example, ValidityCheck.Answers> validityOf) {
        List<NormalizedLine> lines = synthetic.stream().map(NormalizedLine::of).toList();
        Optional<List<LeakageCheck.Reading>> leaks = leakage.map(check -> check.read(lines));
        Optional<List<LeakageCheck.Reading>> controls = control.map(check -> check.read(lines));
        List<Reading> readings = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            int at = i;
            readings.add(new Reading(
                    lines.get(i),
                    validityOf.apply(synthetic.get(i)),
                    leaks.map(each -> each.get(at)),
                    controls.map(each -> each.get(at))));
        }
        return readings;
    }

    /** Measures one more line. */
    public void add(Example synthetic) {
        add(read(synthetic));
    }

    /**
     * Counts one more line.
     *
     * @param reading of this evaluation, added once
     */
    public void add(Reading reading) {
        Example line = reading.line;
        validity.add(line, reading.validity);
        duplicates += texts.add(reading.text) ? 0 : 1;
        sample.add(line);
        published.ifPresent(lines -> lines.add(line.text()));
        profile.add(line);
        leakage.ifPresent(check -> check.add(reading.leakage.orElseThrow()));
        control.ifPresent(check -> check.add(reading.control.orElseThrow()));
    }

    /**
     * Looks at a text beside the lines, such as an entry of a manifest, for what the original said.
     *
     * @param where names the place in findings
     */
    public void addBeside(String where, String text) {
        leakage.ifPresent(check -> check.addBeside(where, text));
    }

    /** Takes what became of canaries that were planted in a copy of the original. */
    public void add(Exposure.Result exposure) {
        canaries = Optional.of(exposure);
    }

    /** All that was measured so far; some seconds of training, where there is a holdout to test on. */
    public Report report() {
        return report(new UtilityOptions(options.seed(), UtilityOptions.SECONDS), share -> {});
    }

    /**
     * All that was measured so far.
     *
     * @param training how much of it
     * @param progress told the share of the training that is done, from any thread
     */
    public Report report(UtilityOptions training, DoubleConsumer progress) {
        // In the order of the report; training, which has threads of its own and a budget of time, comes by itself.
        List<Section> blocks = Stream.<Supplier<Section>>of(
                        () -> ValidityBlock.of(validity, sample, original),
                        () -> DiversityBlock.of(
                                Diversity.of(sample, original.map(SourceIndex::sample)),
                                original,
                                duplicates,
                                validity.lines(),
                                published),
                        () -> LeakageBlock.of(options, original, leakage, control, canaries),
                        () -> FidelityBlock.of(profile, sample, original, options),
                        () -> BiasBlock.of(profile, sample, original))
                .parallel()
                .map(Supplier::get)
                .toList();
        Section utility = UtilityBlock.of(
                sample.examples(),
                original.map(index -> index.sample().examples()),
                holdout.map(index -> index.sample().examples()),
                training,
                progress);
        Section root = new Section()
                .put("validity", blocks.get(0))
                .put("diversity", blocks.get(1))
                .put("leakage", blocks.get(2))
                .put("fidelity", blocks.get(3))
                .put("utility", utility)
                .put("bias", blocks.get(4));
        return Report.of(root);
    }
}
