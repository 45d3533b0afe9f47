package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import io.understudy.core.text.Normalization;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The user's last word: what is never a mention goes, what always is one stays whatever else is there. */
final class UserLists implements EntityRecognizer {

    private final EntityRecognizer recognizer;
    private final EntityRecognizer always;
    private final Set<String> never = new HashSet<>();

    /**
     * @param always finds what is always a mention
     * @param never surfaces, in whatever letters
     */
    UserLists(EntityRecognizer recognizer, EntityRecognizer always, List<String> never) {
        this.recognizer = recognizer;
        this.always = always;
        never.forEach(phrase -> this.never.add(Normalization.of(phrase)));
    }

    @Override
    public AnnotatedText recognize(String text) {
        return new AnnotatedText(
                text, findings(text).stream().map(Finding::mention).toList());
    }

    @Override
    public List<Finding> findings(String text) {
        List<Finding> certain = Overlaps.resolveFindings(always.findings(text));
        List<Finding> kept = new ArrayList<>(certain);
        for (Finding finding : recognizer.findings(text)) {
            boolean unwanted = never.contains(Normalization.of(text.substring(finding.start(), finding.end())));
            boolean inTheWay = certain.stream()
                    .anyMatch(each ->
                            each.mention().span().overlaps(finding.mention().span()));
            if (!unwanted && !inTheWay) {
                kept.add(finding);
            }
        }
        return Overlaps.resolveFindings(kept);
    }
}
