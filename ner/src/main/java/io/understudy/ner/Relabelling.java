package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import java.util.List;

/** Drops the mentions that are not wanted or not sure enough, and renames the rest. */
record Relabelling(EntityRecognizer recognizer, RecognizerOptions options) implements EntityRecognizer {

    @Override
    public AnnotatedText recognize(String text) {
        return new AnnotatedText(
                text,
                Overlaps.resolveFindings(findings(text)).stream()
                        .map(Finding::mention)
                        .toList());
    }

    @Override
    public List<Finding> findings(String text) {
        return recognizer.findings(text).stream()
                .filter(finding ->
                        options.keeps(finding.label()) && finding.score() >= options.threshold(finding.label()))
                .map(finding -> finding.withMention(finding.mention().withLabel(options.renamed(finding.label()))))
                .toList();
    }
}
