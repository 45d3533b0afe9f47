package io.understudy.eval.leakage;

import io.understudy.core.Example;
import io.understudy.core.text.LongHashSet;
import io.understudy.eval.leakage.Finding.Severity;
import io.understudy.eval.view.Masked;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
    private final LineReader reader;
    private final List<Finding> hard = new ArrayList<>();
    private final List<Finding> weak = new ArrayList<>();
    private final LongHashSet replayedCarriers = new LongHashSet();
    private final BitSet replayedRuns = new BitSet();
    private final LongHashSet replayedRecords = new LongHashSet();
    private final Map<Rule, Long> hardRules = new EnumMap<>(Rule.class);
    private final Map<Rule, Long> weakRules = new EnumMap<>(Rule.class);
    private final LongHashSet equalRecords = new LongHashSet();

    /** The records that hard findings of each rule were found in. */
    private final Map<Rule, BitSet> recordsHit = new EnumMap<>(Rule.class);

    private final Optional<KnownText> holdout;
    private long lines;
    private long hardLines;
    private long phantoms;

    /** Without a holdout. */
    public LeakageCheck(KnownText known, GateRules rules, boolean showText) {
        this(known, Optional.empty(), rules, showText);
    }

    /**
     * @param holdout what says the same by coincidence: a hard finding whose words it says too is a phantom, not a
     *     leak; identifiers and addresses are leaks all the same
     * @param showText whether findings say what came through
     */
    public LeakageCheck(KnownText known, Optional<KnownText> holdout, GateRules rules, boolean showText) {
        this.known = known;
        this.holdout = holdout;
        this.gate = rules;
        this.showText = showText;
        this.reader = new LineReader(known, rules);
    }

    /**
     * What was found so far.
     *
     * @param lines lines looked at
     * @param rules hard findings by rule, those not listed included
     * @param weakRules weak findings by rule, those not listed included
     * @param hardLines lines with one or more hard findings
     * @param phantoms what would be hard findings if the holdout did not say it too
     * @param replayCarriers how many carriers are behind the findings of replay
     * @param findings the first ones, hard before weak
     * @param shortSurfaces surfaces too short to be searched in running text
     * @param commonWords surfaces not searched in running text because the original uses them as ordinary words
     * @param surfaces distinct surfaces of three or more letters and digits that came through, of all such surfaces
     * @param records distinct records that came through, of all
     */
    public record Result(
            long lines,
            Map<String, Long> rules,
            Map<String, Long> weakRules,
            long hardLines,
            long phantoms,
            long replayCarriers,
            List<Finding> findings,
            long shortSurfaces,
            long commonWords,
            Replayed surfaces,
            Replayed records) {

        /** Hard findings. */
        public long hard() {
            return sum(rules);
        }

        /** Weak findings. */
        public long weak() {
            return sum(weakRules);
        }

        private static long sum(Map<String, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** How many of how many distinct things came through. */
    public record Replayed(long came, long of) {}

    /** What one line says of the original, whatever the other lines say. */
    public static final class Reading {
        private final NormalizedLine line;
        private final int record;
        private final int carrier;
        private final List<Match> matches;

        Reading(NormalizedLine line, int record, int carrier, List<Match> matches) {
            this.line = line;
            this.record = record;
            this.carrier = carrier;
            this.matches = matches;
        }
    }

    /**
     * Reads lines, some dozens at best: what they say is looked up together. Counts nothing. The only part of this
     * class that many threads may call at once.
     *
     * @return a reading of each, in their order
     */
    public List<Reading> read(List<NormalizedLine> lines) {
        return reader.read(lines);
    }

    /** Reads and counts one line. */
    public void add(Example example) {
        add(read(List.of(NormalizedLine.of(example))).get(0));
    }

    /** Counts one line. */
    public void add(Reading reading) {
        lines++;
        Example example = reading.line.example();
        long text = reading.line.hash();
        boolean verbatim = verbatim(example, reading);
        boolean isHard = verbatim && !isPhantom(text);
        for (Match match : reading.matches) {
            if (match.run() >= 0) {
                replayedRuns.set(match.run());
            }
            if (isPhantom(match)) {
                phantoms++;
            } else {
                note(example.id(), match);
                isHard |= match.severity() == Severity.HARD;
            }
        }
        hardLines += isHard ? 1 : 0;
        if (!verbatim) {
            replay(example, reading.carrier);
        }
    }

    /**
     * Counts what a text beside the lines says: an entry of a manifest, the name of a file, a prompt.
     *
     * @param where names the place in findings, such as {@code manifest.json}
     */
    public void addBeside(String where, String text) {
        reader.beside(text).ifPresent(match -> note(where, match));
    }

    private boolean verbatim(Example example, Reading reading) {
        if (reading.record < 0) {
            return false;
        }
        long text = reading.line.hash();
        equalRecords.add(text);
        if (known.isSpared(example.annotated())
                && reading.carrier >= 0
                && known.carriers.records(reading.carrier) >= gate.minSources()) {
            return false;
        }
        replayedRecords.add(text);
        if (isPhantom(text)) {
            phantoms++;
        } else {
            int record = known.records.first(reading.record);
            note(
                    example.id(),
                    new Match(Rule.VERBATIM_RECORD, Severity.HARD, -1, record, Match.NO_LABEL, reading.line.text()));
        }
        return true;
    }

    private boolean isPhantom(long text) {
        return holdout.isPresent() && holdout.get().records.find(text) >= 0;
    }

    private boolean isPhantom(Match match) {
        return holdout.isPresent() && holdout.get().saysToo(match);
    }

    private void replay(Example example, int carrier) {
        if (carrier < 0 || known.carriers.records(carrier) >= gate.minSources()) {
            return;
        }
        replayedCarriers.add(carrier + 1L);
        String shown = showText ? Masked.text(example.annotated()) : "";
        note(example.id(), Match.weak(Rule.REPLAY, known.carriers.first(carrier), shown));
    }

    private void note(String where, Match match) {
        boolean isHard = match.severity() == Severity.HARD;
        (isHard ? hardRules : weakRules).merge(match.rule(), 1L, Long::sum);
        if (isHard) {
            recordsHit.computeIfAbsent(match.rule(), rule -> new BitSet()).set(match.record());
        }
        List<Finding> kept = isHard ? hard : weak;
        if (kept.size() < (isHard ? HARD_KEPT : WEAK_KEPT)) {
            Optional<String> label =
                    match.label() == Match.NO_LABEL ? Optional.empty() : Optional.of(known.labelName(match.label()));
            kept.add(new Finding(
                    where,
                    known.id(match.record()),
                    match.rule().key(),
                    match.severity(),
                    label,
                    saidBy(match),
                    showText ? Optional.of(match.text()) : Optional.empty()));
        }
    }

    private int saidBy(Match match) {
        if (match.run() >= 0) {
            return known.runs.records(match.run());
        }
        return match.rule() == Rule.VERBATIM_RECORD ? known.records.recordsOf(KnownText.hash(match.text())) : 0;
    }

    /** Hard findings by rule. */
    Map<Rule, Long> hardRules() {
        return hardRules;
    }

    /** How many records hard findings of this rule were found in. */
    long recordsHit(Rule rule) {
        return recordsHit.containsKey(rule) ? recordsHit.get(rule).cardinality() : 0;
    }

    /** How many records are known. */
    long records() {
        return known.size();
    }

    /**
     * How far coincidence explains what was found.
     *
     * @param control has read the same lines; knows the holdout, and this check's corpus as its holdout
     */
    public Attribution attribution(LeakageCheck control) {
        return Attribution.of(this, control);
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
                counts(Severity.HARD, hardRules),
                counts(Severity.WEAK, weakRules),
                hardLines,
                phantoms,
                replayedCarriers.size(),
                List.copyOf(findings),
                known.shortSurfaces(),
                known.commonWords(gate.minSources()),
                count(known.runs.numbers(), other.runs.numbers(), (hash, run) -> replayedRuns.get(run)),
                count(
                        known.records.numbers(),
                        other.records.numbers(),
                        (hash, text) -> replayedRecords.contains(hash)));
    }

    private static SortedMap<String, Long> counts(Severity severity, Map<Rule, Long> counted) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (Rule rule : Rule.values()) {
            if (rule.has(severity)) {
                counts.put(rule.key(), counted.getOrDefault(rule, 0L));
            }
        }
        return counts;
    }

    private static Replayed count(LongIntMap things, LongIntMap others, LongIntMap.Test cameThrough) {
        return count(things, others, (hash, number) -> true, cameThrough);
    }

    private static Replayed count(
            LongIntMap things, LongIntMap others, LongIntMap.Test isMeant, LongIntMap.Test cameThrough) {
        long[] counts = new long[2];
        things.forEach((hash, number) -> {
            if (others.get(hash) < 0 && isMeant.test(hash, number)) {
                counts[0] += cameThrough.test(hash, number) ? 1 : 0;
                counts[1]++;
            }
        });
        return new Replayed(counts[0], counts[1]);
    }

    /** Records whose text came through, each as often as it was there. */
    Replayed everyRecord() {
        long[] counts = new long[2];
        known.records.numbers().forEach((hash, text) -> {
            counts[0] += equalRecords.contains(hash) ? known.records.records(text) : 0;
            counts[1] += known.records.records(text);
        });
        return new Replayed(counts[0], counts[1]);
    }

    /** Surfaces that one record has and {@code other} has not. */
    Replayed singular(LeakageCheck other) {
        return count(
                known.runs.numbers(),
                other.known.runs.numbers(),
                (hash, run) -> known.runs.records(run) == 1,
                (hash, run) -> replayedRuns.get(run));
    }
}
