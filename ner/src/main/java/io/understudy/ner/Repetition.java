package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.ner.gazetteer.Gazetteer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * A name of several words that is found once in a text is found everywhere in it, in the same letters, and a person's
 * surname too; a name of one word where it was found twice. Only where nothing else was found.
 */
final class Repetition implements EntityRecognizer {

    private static final List<Label> NAMES = List.of(Label.PERSON, Label.ORGANIZATION, Label.LOCATION);

    /** Less than what it repeats. */
    private static final double SCORE = 0.7;

    private static final int LEAST_LENGTH = 4;

    /** Of longer texts only the names of the beginning are looked for again. */
    private static final int MOST_NAMES = 2_000;

    private static final int FEW_NAMES = 20;

    private final EntityRecognizer recognizer;

    Repetition(EntityRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    @Override
    public AnnotatedText recognize(String text) {
        return new AnnotatedText(
                text, findings(text).stream().map(Finding::mention).toList());
    }

    @Override
    public List<Finding> findings(String text) {
        List<Finding> found = recognizer.findings(text);
        TreeMap<Integer, Integer> taken = new TreeMap<>();
        found.forEach(finding -> taken.put(finding.start(), finding.end()));
        List<Finding> again = new ArrayList<>();
        for (Label label : NAMES) {
            Set<String> surfaces = surfaces(text, found, label);
            if (surfaces.isEmpty() || !repeats(text, surfaces)) {
                continue;
            }
            new Gazetteer(List.of(new Gazetteer.Entry(
                            label, "repeated name", SCORE, List.copyOf(surfaces), surfaces::contains)))
                    .findings(text).stream()
                            .filter(finding -> isFree(taken, finding.mention()))
                            .forEach(again::add);
        }
        if (again.isEmpty()) {
            return found;
        }
        again.addAll(found);
        return Overlaps.resolveFindings(again);
    }

    private static Set<String> surfaces(String text, List<Finding> found, Label label) {
        Set<String> surfaces = new LinkedHashSet<>();
        Set<String> once = new HashSet<>();
        for (Finding finding : found) {
            if (finding.label().equals(label) && surfaces.size() < MOST_NAMES) {
                String surface = text.substring(finding.start(), finding.end());
                boolean several = surface.indexOf(' ') > 0;
                if (several || !once.add(surface)) {
                    add(surface, surfaces);
                }
                if (several && label.equals(Label.PERSON)) {
                    add(surface.substring(surface.lastIndexOf(' ') + 1), surfaces);
                }
            }
        }
        return surfaces;
    }

    /** With a capital: a small word may be anything. */
    private static void add(String surface, Set<String> surfaces) {
        if (surface.length() >= LEAST_LENGTH && Character.isUpperCase(surface.charAt(0))) {
            surfaces.add(surface);
        }
    }

    /** Spares short texts, which are most, the search. */
    private static boolean repeats(String text, Set<String> surfaces) {
        if (surfaces.size() > FEW_NAMES) {
            return true;
        }
        for (String surface : surfaces) {
            int first = text.indexOf(surface);
            if (first >= 0 && text.indexOf(surface, first + 1) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFree(NavigableMap<Integer, Integer> taken, Mention mention) {
        Map.Entry<Integer, Integer> before = taken.lowerEntry(mention.end());
        return before == null || before.getValue() <= mention.start();
    }
}
