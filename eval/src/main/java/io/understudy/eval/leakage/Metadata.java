package io.understudy.eval.leakage;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Synthetic;
import io.understudy.core.text.Normalization;
import io.understudy.eval.leakage.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands beside a line's text and says something of the original: ids, templates, intents, labels, canonical
 * values, keys of a file that we only pass on. Names of people, identifiers, addresses, whole records and long runs
 * count; words that surfaces of other kinds share with every second file name do not. Thread-safe.
 */
final class Metadata {

    /** Templates and names come again and again: what they say is kept for so many. */
    private static final int KEPT = 1 << 16;

    private static final int SHORTEST = 4;

    private final KnownText known;
    private final Matcher matcher;
    private final Likeness likeness;
    private final Map<Long, Optional<Match>> seen = new ConcurrentHashMap<>();

    Metadata(KnownText known, Matcher matcher, Likeness likeness) {
        this.known = known;
        this.matcher = matcher;
        this.likeness = likeness;
    }

    List<Match> of(Example example) {
        List<Match> found = new ArrayList<>(0);
        id(example.id(), found);
        example.intent().ifPresent(intent -> again(intent, found));
        if (example.provenance() instanceof Synthetic synthetic) {
            synthetic.template().ifPresent(template -> again(template, found));
        }
        if (!example.extra().isEmpty()) {
            example.extra().values().forEach(value -> once(value, found));
        }
        for (Mention mention : example.annotated().mentions()) {
            Details details = mention.details();
            if (!details.isNone()) {
                details.value().ifPresent(value -> beside(value, example, found));
                details.entity().ifPresent(name -> again(name, found));
                details.role().ifPresent(name -> again(name, found));
                details.group().ifPresent(name -> again(name, found));
                details.extra().values().forEach(value -> once(value, found));
            }
        }
        return found;
    }

    /** What a text that is no line, such as a manifest's entry, says. */
    Optional<Match> in(String text) {
        String normalised = Normalization.of(text);
        int record = known.records.find(KnownText.hash(normalised));
        Line line = matcher.line(AnnotatedText.plain(text), normalised);
        if (record >= 0 && line.words().size() >= SHORTEST) {
            return Optional.of(match(known.records.first(record), Match.NO_LABEL, normalised));
        }
        return matcher.in(line).stream()
                .filter(this::isTelling)
                .map(found -> match(found.record(), found.label(), found.text()))
                .findFirst()
                .or(() -> likeness.of(line)
                        .filter(like -> like.rule() != Rule.RARE_WORDS)
                        .map(like -> match(like.record(), like.label(), like.text())));
    }

    private boolean isTelling(Match match) {
        return match.severity() == Severity.HARD
                && switch (match.rule()) {
                    case SOURCE_SURFACE -> namesSomebody(match);
                    case DATE -> false;
                    default -> true;
                };
    }

    /** Whether a surface is an identifier, an address, or a person's name of two words or more. */
    private boolean namesSomebody(Match match) {
        WordRuns words = WordRuns.of(match.text());
        return words.digits() >= DigitRuns.SHORTEST
                || words.hasAt()
                || (words.size() > 1
                        && match.label() != Match.NO_LABEL
                        && PersonWords.isPerson(known.labelName(match.label())));
    }

    private void id(String id, List<Match> found) {
        if (KnownText.isTelling(id)) {
            String normalised = Normalization.of(id);
            int record = known.tellingIds.get(KnownText.hash(normalised));
            if (record >= 0) {
                found.add(match(record, Match.NO_LABEL, normalised));
                return;
            }
        }
        if (hasWord(id)) {
            once(id, found);
        }
    }

    private static boolean hasWord(String id) {
        int letters = 0;
        for (int i = 0; i < id.length() && letters < SHORTEST; i++) {
            letters += Character.isLetter(id.charAt(i)) ? 1 : 0;
        }
        return letters == SHORTEST;
    }

    private void once(String text, List<Match> found) {
        if (text.length() >= SHORTEST) {
            in(text.replace("\\n", " ").replace("\\\"", "\"")).ifPresent(found::add);
        }
    }

    private void again(String text, List<Match> found) {
        if (text.length() >= SHORTEST) {
            long hash = KnownText.hash(text);
            Optional<Match> match = seen.get(hash);
            if (match == null) {
                match = namesIn(text);
                if (seen.size() < KEPT) {
                    seen.put(hash, match);
                }
            }
            match.ifPresent(found::add);
        }
    }

    /**
     * A carrier's words are replay, not metadata: only names and identifiers count in templates and names of things.
     */
    private Optional<Match> namesIn(String text) {
        Line line = matcher.line(AnnotatedText.plain(text), Normalization.of(text));
        return matcher.in(line).stream()
                .filter(this::isTelling)
                .map(found -> match(found.record(), found.label(), found.text()))
                .findFirst();
    }

    /** What the text says too is found there. */
    private void beside(String value, Example example, List<Match> found) {
        if (!Normalization.of(example.text()).contains(Normalization.of(value))) {
            once(value, found);
        }
    }

    private static Match match(int record, int label, String text) {
        return new Match(Rule.METADATA, Severity.HARD, -1, record, label, text);
    }
}
