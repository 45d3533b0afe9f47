package io.understudy.ner.context;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Evidence;
import io.understudy.ner.Finding;
import io.understudy.ner.Overlaps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names that another recognizer finds, mended by what stands beside them, and those that the context tells. */
public final class NamesInContext implements EntityRecognizer {

    private final EntityRecognizer names;
    private final Lexicon lexicon;

    /**
     * @param names finds persons, organizations and locations
     * @param lexicon what lists know
     */
    public NamesInContext(EntityRecognizer names, Lexicon lexicon) {
        this.names = names;
        this.lexicon = lexicon;
    }

    /** All labels that may come out where {@code labels} go in. */
    public static Set<Label> labels(Set<Label> labels) {
        Set<Label> all = new TreeSet<>(labels);
        all.addAll(Set.of(Label.PERSON, Label.ORGANIZATION, Label.LOCATION, Label.MISC, Label.POSTCODE, Label.JOB));
        return all;
    }

    @Override
    public AnnotatedText recognize(String text) {
        List<Finding> found = Overlaps.resolveFindings(findings(text));
        return new AnnotatedText(text, found.stream().map(Finding::mention).toList());
    }

    @Override
    public List<Finding> findings(String text) {
        List<Finding> found = new ArrayList<>(names.findings(text));
        found.sort(Comparator.comparingInt(Finding::start));
        Reading reading = new Reading(text);
        List<Name> models =
                found.stream().map(finding -> Name.of(reading, finding)).toList();
        Evidence evidence =
                found.isEmpty() ? Evidence.of("context", "") : found.get(0).evidence();
        List<Name> mended = new Mending(reading, models, lexicon).mended();
        List<Finding> all = new ArrayList<>();
        mended.forEach(name -> all.add(name.finding(evidence(evidence, name))));
        for (Name name : new Cues(reading, mended, lexicon).proposed()) {
            all.add(name.finding(new Evidence("context", rule(name), Optional.of(name.rule()), false)));
        }
        return Overlaps.resolveFindings(all);
    }

    private static Evidence evidence(Evidence model, Name name) {
        return new Evidence(model.recognizer(), rule(name), Optional.empty(), false);
    }

    private static String rule(Name name) {
        return name.label().name().toLowerCase(Locale.ROOT);
    }
}
