package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import io.understudy.core.text.Normalization;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drops findings whose surface is one of a list, case, accents and the width of spaces aside. */
final class Allowing implements EntityRecognizer {

    private final EntityRecognizer recognizer;
    private final Set<String> never = new HashSet<>();

    Allowing(EntityRecognizer recognizer, List<String> phrases) {
        this.recognizer = recognizer;
        phrases.forEach(phrase -> never.add(Normalization.of(phrase)));
    }

    @Override
    public AnnotatedText recognize(String text) {
        return new AnnotatedText(
                text, findings(text).stream().map(Finding::mention).toList());
    }

    @Override
    public List<Finding> findings(String text) {
        return recognizer.findings(text).stream()
                .filter(finding -> !never.contains(Normalization.of(text.substring(finding.start(), finding.end()))))
                .toList();
    }
}
