package io.understudy.eval.leakage;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.eval.leakage.LeakageCheck.Reading;
import io.understudy.eval.view.Masked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds what one line says of a known corpus, whatever the other lines say. Thread-safe. */
final class LineReader {

    /** In fewer records every combination of labels is rare. */
    private static final int LABELS_RECORDS = 1000;

    private static final int LABELS_MENTIONS = 3;

    private final KnownText known;
    private final Matcher matcher;
    private final Likeness likeness;
    private final Metadata metadata;

    LineReader(KnownText known, GateRules rules) {
        this.known = known;
        this.matcher = new Matcher(known, rules.minSources());
        this.likeness = new Likeness(known, rules.minSources());
        this.metadata = new Metadata(known, matcher, likeness);
    }

    /** What a text that is no line, such as a manifest's entry, says. */
    Optional<Match> beside(String text) {
        return metadata.in(text);
    }

    List<Reading> read(List<NormalizedLine> lines) {
        long[] texts = new long[lines.size()];
        long[] masked = new long[texts.length];
        for (int i = 0; i < texts.length; i++) {
            NormalizedLine line = lines.get(i);
            AnnotatedText annotated = line.example().annotated();
            texts[i] = line.hash();
            masked[i] = annotated.mentions().isEmpty() ? texts[i] : KnownText.hash(Masked.carrier(annotated));
        }
        int[] records = known.records.find(texts);
        int[] carriers = known.carriers.find(masked);
        List<Reading> readings = new ArrayList<>(texts.length);
        for (int i = 0; i < texts.length; i++) {
            readings.add(read(lines.get(i), records[i], carriers[i]));
        }
        return readings;
    }

    private Reading read(NormalizedLine read, int record, int carrier) {
        Example example = read.example();
        Line line = matcher.line(example.annotated(), read.text());
        List<Match> matches = matcher.in(line);
        // A carrier that the original has is replay or common stock; what it shares besides says no more.
        if (carrier < 0 && record < 0) {
            likeness.of(line).or(() -> labels(example)).ifPresent(matches::add);
        }
        combination(line, matches).ifPresent(matches::add);
        matches.addAll(metadata.of(example));
        return new Reading(read, record, carrier, matches);
    }

    private Optional<Match> combination(Line line, List<Match> matches) {
        if (matches.isEmpty() && !line.has(Lexicon.SURFACE)) {
            return Optional.empty();
        }
        int[] things = new int[matches.size() + line.numbers().length];
        int size = 0;
        for (Match match : matches) {
            size = match.run() < 0 ? size : with(things, size, 2 * match.run());
        }
        for (int i = 0; line.has(Lexicon.SURFACE) && i < line.numbers().length; i++) {
            if (line.isMarked(i, Lexicon.SURFACE)) {
                size = with(things, size, known.combinationOf(line.words().hash(i)));
            }
        }
        int record = size < 2 ? -1 : known.combinations.single(Arrays.copyOf(things, size));
        return record < 0 ? Optional.empty() : Optional.of(Match.weak(Rule.COMBINATION, record, line.normalised()));
    }

    /** The new size of a set that gets one more thing, if it is one and not there yet. */
    private static int with(int[] things, int size, int thing) {
        for (int i = 0; i < size; i++) {
            if (things[i] == thing) {
                return size;
            }
        }
        if (thing < 0) {
            return size;
        }
        things[size] = thing;
        return size + 1;
    }

    /** An intent with its labels that one record of many has. */
    private Optional<Match> labels(Example example) {
        if (known.size() < LABELS_RECORDS || example.annotated().mentions().size() < LABELS_MENTIONS) {
            return Optional.empty();
        }
        int set = known.labelSets.find(KnownText.labelSet(example));
        return set >= 0 && known.labelSets.records(set) == 1
                ? Optional.of(Match.weak(Rule.LABELS, known.labelSets.first(set), Masked.text(example.annotated())))
                : Optional.empty();
    }
}
