package io.understudy.eval.leakage;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Gate;
import io.understudy.core.KnownSurfaces;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Template;
import io.understudy.core.text.Normalization;
import io.understudy.eval.leakage.Finding.Severity;
import io.understudy.eval.view.Masked;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Refuses lines that say what the original said. Rules, asked in this order:
 *
 * <ul>
 *   <li>{@code verbatim_record}: the text equals, after normalisation, an original record; unless it has no mention and
 *       at least {@code minSources} records share it, or verbatim lines are allowed;
 *   <li>{@code few_sources}: fewer than {@code minSources} records share its carrier; asked where the rules ask it of
 *       every carrier;
 *   <li>{@code source_surface}: a surface of the original stands anywhere in the text as whole words, or a mention
 *       equals one. Surfaces with fewer than three letters and digits ("2", "my") are compared with whole mentions
 *       only; so is a surface that the original uses as a common word: it stands unlabelled in at least
 *       {@code minSources} records and in more records than it stands labelled ("may", "track");
 *   <li>{@code digits}: an identifier of seven or more digits, regrouped or without its punctuation;
 *   <li>every other hard {@link Rule}: names in another order, script or with an initial, dates in another form,
 *       numbers and addresses spelled out;
 *   <li>{@code near_source}: a carrier that is not the original's says much of one record ({@link Rule#NEAR_RECORD},
 *       {@link Rule#SHARED_RUN}); asked where the rules ask it. Carriers that are the original's are
 *       {@code everyCarrier}'s matter.
 * </ul>
 *
 * Time per line does not depend on the size of the original. What was there before in the same run is the generator's
 * to refuse, for it depends on other lines. Thread-safe.
 */
public final class SourceGate implements Gate {

    static final String FEW_SOURCES = "few_sources";
    static final String NEAR_SOURCE = "near_source";

    private final KnownText known;
    private final GateRules rules;
    private final Matcher matcher;
    private final Likeness likeness;

    /** @param known complete: nothing is added to it any more */
    public SourceGate(KnownText known, GateRules rules) {
        this.known = known;
        this.rules = rules;
        this.matcher = new Matcher(known, rules.minSources());
        this.likeness = new Likeness(known, rules.minSources());
    }

    /** What of the original stands in a text, hard findings alone. */
    public static KnownSurfaces surfaces(KnownText known, GateRules rules) {
        Matcher matcher = new Matcher(known, rules.minSources());
        return text -> hard(matcher.in(line(matcher, text)));
    }

    /**
     * As {@link #surfaces}, of a text that leaves the machine: English words that are names, too, such as "new", count
     * wherever they stand, if the original labels them more often than not.
     */
    public static KnownSurfaces everySurface(KnownText known, GateRules rules) {
        Matcher matcher = new Matcher(known, rules.minSources());
        return text -> {
            Line line = line(matcher, text);
            List<Match> found = matcher.in(line);
            matcher.runs(line.words(), found);
            return hard(found);
        };
    }

    private static Line line(Matcher matcher, String text) {
        return matcher.line(AnnotatedText.plain(text), Normalization.of(text));
    }

    private static Set<String> hard(List<Match> found) {
        return found.stream()
                .filter(match -> match.severity() == Severity.HARD)
                .map(match -> Normalization.of(match.text()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Optional<String> refuse(AnnotatedText line) {
        String normalised = Normalization.of(line.text());
        boolean slotless = line.mentions().isEmpty();
        if (!rules.allowVerbatim()
                && known.records.find(KnownText.hash(normalised)) >= 0
                && !(slotless && isShared(normalised))) {
            return Optional.of(Rule.VERBATIM_RECORD.key());
        }
        if (rules.everyCarrier() && !isShared(slotless ? normalised : Masked.carrier(line))) {
            return Optional.of(FEW_SOURCES);
        }
        Optional<Match> found = matcher.first(line, normalised);
        if (found.isPresent()) {
            return found.map(match -> match.rule().key());
        }
        return rules.nearLines() && isNear(line, normalised) ? Optional.of(NEAR_SOURCE) : Optional.empty();
    }

    private boolean isNear(AnnotatedText line, String normalised) {
        return known.carriers.find(KnownText.hash(Masked.carrier(line))) < 0
                && likeness.of(matcher.line(line, normalised))
                        .filter(match -> match.rule() != Rule.RARE_WORDS)
                        .isPresent();
    }

    /** Only what the surface says counts, not how many records share a carrier. */
    @Override
    public Optional<String> refuse(Label label, String surface) {
        AnnotatedText mention = new AnnotatedText(surface, List.of(new Mention(0, surface.length(), label)));
        return matcher.first(mention).map(match -> match.rule().key());
    }

    /** A template is refused when its literals alone already refuse every line made from it. */
    @Override
    public Optional<String> refuse(Template template) {
        if (!template.hasSlots()) {
            return refuse(template.fill(slot -> ""));
        }
        if (rules.everyCarrier() && !isShared(Masked.carrier(template))) {
            return Optional.of(FEW_SOURCES);
        }
        return template.segments().stream()
                .filter(Literal.class::isInstance)
                .map(literal -> matcher.first(AnnotatedText.plain(((Literal) literal).text())))
                .flatMap(Optional::stream)
                .findFirst()
                .map(match -> match.rule().key());
    }

    private boolean isShared(String carrier) {
        return known.carriers.recordsOf(KnownText.hash(carrier)) >= rules.minSources();
    }
}
