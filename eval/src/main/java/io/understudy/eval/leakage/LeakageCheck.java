package io.understudy.eval.leakage;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.text.LongHashSet;
import io.understudy.eval.leakage.Finding.Severity;
import io.understudy.eval.view.Masked;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts what of the original comes through in a stream of synthetic lines; never a sample. Keeps the first
 * {@link #HARD_KEPT} hard findings and the first {@link #WEAK_KEPT} weak ones, counts all. Not thread-safe.
 */
public final class LeakageCheck {

    /** How many hard findings are listed. */
    public static final int HARD_KEPT = 200;

    /** How many weak findings are listed. */
    public static final int WEAK_KEPT = 50;

    private final KnownText known;
    private final GateRules gate;
    private final boolean showText;
    private final Matcher matcher;
    private final List<Finding> hard = new ArrayList<>();
    private final List<Finding> weak = new ArrayList<>();
    private final LongHashSet replayedCarriers = new LongHashSet();
    private final BitSet replayedRuns = new BitSet();
    private final LongHashSet replayedRecords = new LongHashSet();
    private final Map<String, Long> rules =
            new TreeMap<>(Map.of(Matcher.SOURCE_SURFACE, 0L, Matcher.DIGITS, 0L, SourceGate.VERBATIM_RECORD, 0L));
    private long lines;
    private long hardFindings;
    private long hardLines;
    private long replayLines;

    /** @param showText whether findings say what came through */
    public LeakageCheck(KnownText known, GateRules rules, boolean showText) {
        this.known = known;
        this.gate = rules;
        this.showText = showText;
        this.matcher = new Matcher(known, rules.minSources());
    }

    /**
     * What was found so far.
     *
     * @param lines lines looked at
     * @param hard hard findings, those not listed included
     * @param rules hard findings by rule
     * @param hardLines lines with one or more of them
     * @param replayLines lines on a carrier that fewer than {@code minSources} original records share: the weak
     *     findings
     * @param replayCarriers how many such carriers
     * @param findings the first ones, hard before weak
     * @param shortSurfaces surfaces too short to be searched in running text
     * @param commonWords surfaces not searched in running text because the original uses them as ordinary words
     * @param surfaces distinct surfaces of three or more letters and digits that came through, of all such surfaces
     * @param records distinct records that came through, of all
     */
    public record Result(
            long lines,
            long hard,
            Map<String, Long> rules,
            long hardLines,
            long replayLines,
            long replayCarriers,
            List<Finding> findings,
            long shortSurfaces,
            long commonWords,
            Replayed surfaces,
            Replayed records) {}

    /** How many of how many distinct things came through. */
    public record Replayed(long came, long of) {}

    /** What one line says of the original, whatever the other lines say. */
    public static final class Reading {
        private final String normalised;
        private final long text;
        private final long carrier;
        private final List<Matcher.Match> matches;

        private Reading(String normalised, long text, long carrier, List<Matcher.Match> matches) {
            this.normalised = normalised;
            this.text = text;
            this.carrier = carrier;
            this.matches = matches;
        }
    }

    /**
     * Reads one line; counts nothing. The only part of this class that many threads may call at once.
     *
     * @param normalised the line's text by {@link io.understudy.core.text.Normalization}
     */
    public Reading read(AnnotatedText line, String normalised) {
        long text = KnownText.hash(normalised);
        long carrier = line.mentions().isEmpty() ? text : KnownText.hash(Masked.carrier(line));
        return new Reading(normalised, text, carrier, matcher.in(line, normalised, Integer.MAX_VALUE));
    }

    /** Reads and counts one line. */
    public void add(Example example, String normalised) {
        add(example, read(example.annotated(), normalised));
    }

    /** Counts one line; {@code reading} is its own. */
    public void add(Example example, Reading reading) {
        lines++;
        long before = hardFindings;
        boolean verbatim = verbatim(example, reading);
        for (Matcher.Match match : reading.matches) {
            if (match.kind() == Matcher.Kind.RUN) {
                replayedRuns.set(match.thing());
            }
            hard(example, match.record(), match.rule(), Optional.of(known.labelName(match.label())), match.text());
        }
        if (hardFindings > before) {
            hardLines++;
        }
        if (!verbatim) {
            replay(example, reading.carrier);
        }
    }

    private boolean verbatim(Example example, Reading reading) {
        int record = known.records.get(reading.text);
        if (record < 0) {
            return false;
        }
        boolean slotless = example.annotated().mentions().isEmpty();
        if (slotless && known.carriers.recordsOf(reading.carrier) >= gate.minSources()) {
            return false;
        }
        replayedRecords.add(reading.text);
        hard(example, record, SourceGate.VERBATIM_RECORD, Optional.empty(), reading.normalised);
        return true;
    }

    private void replay(Example example, long carrier) {
        int number = known.carriers.find(carrier);
        if (number < 0 || known.carriers.records(number) >= gate.minSources()) {
            return;
        }
        replayLines++;
        replayedCarriers.add(number + 1L);
        if (weak.size() < WEAK_KEPT) {
            String shown = Masked.text(example.annotated());
            weak.add(finding(example, known.carriers.first(number), "replay", Severity.WEAK, Optional.empty(), shown));
        }
    }

    private void hard(Example example, int record, String rule, Optional<String> label, String text) {
        hardFindings++;
        rules.merge(rule, 1L, Long::sum);
        if (hard.size() < HARD_KEPT) {
            hard.add(finding(example, record, rule, Severity.HARD, label, text));
        }
    }

    private Finding finding(
            Example example, int record, String rule, Severity severity, Optional<String> label, String text) {
        return new Finding(
                example.id(), known.id(record), rule, severity, label, showText ? Optional.of(text) : Optional.empty());
    }

    public Result result() {
        return result(new KnownText());
    }

    /**
     * As {@link #result()}, with {@link Result#surfaces} and {@link Result#records} counting only what {@code other}
     * does not know too: what a holdout alone knows can have come through by coincidence alone.
     */
    public Result result(KnownText other) {
        List<Finding> findings = new ArrayList<>(hard);
        findings.addAll(weak);
        return new Result(
                lines,
                hardFindings,
                new TreeMap<>(rules),
                hardLines,
                replayLines,
                replayedCarriers.size(),
                List.copyOf(findings),
                known.shortSurfaces(),
                known.commonWords(gate.minSources()),
                count(known.runs.numbers(), other.runs.numbers(), (hash, run) -> replayedRuns.get(run)),
                count(known.records, other.records, (hash, record) -> replayedRecords.contains(hash)));
    }

    private static Replayed count(LongIntMap things, LongIntMap others, LongIntMap.Test cameThrough) {
        long[] counts = new long[2];
        things.forEach((hash, number) -> {
            if (others.get(hash) < 0) {
                counts[0] += cameThrough.test(hash, number) ? 1 : 0;
                counts[1]++;
            }
        });
        return new Replayed(counts[0], counts[1]);
    }
}
