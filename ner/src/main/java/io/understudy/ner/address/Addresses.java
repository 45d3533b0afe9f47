package io.understudy.ner.address;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Evidence;
import io.understudy.ner.Finding;
import io.understudy.ner.Overlaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Postal addresses: house, street, flat, town, region, postcode and country as one mention, which knows its parts; and
 * whom the lines just above one name.
 */
public final class Addresses implements EntityRecognizer {

    public static final Set<Label> LABELS = Set.of(Label.ADDRESS, Label.PERSON, Label.ORGANIZATION);

    /** More than the usual score: an address covers what others find in it. */
    private static final double SCORE = 0.85;

    @Override
    public AnnotatedText recognize(String text) {
        List<Finding> found = Overlaps.resolveFindings(findings(text));
        return new AnnotatedText(text, found.stream().map(Finding::mention).toList());
    }

    @Override
    public List<Finding> findings(String text) {
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        Reading reading = new Reading(text);
        Extent extent = new Extent(reading);
        int free = 0;
        for (int at = 0; at < reading.tokens.size(); at++) {
            Reading.Anchor anchor = reading.anchor(at);
            if (anchor != null) {
                int left = extent.left(anchor.first());
                int first = left < free ? anchor.first() : left;
                int last = extent.right(anchor.last());
                Mention mention = new Mention(reading.tokens.get(first).start(), reading.end(last), Label.ADDRESS);
                found.add(new Finding(
                        mention,
                        SCORE,
                        new Evidence("addresses", anchor.rule(), Optional.empty(), false),
                        Parts.of(reading, anchor, first, last)));
                Addressees.add(text, mention.start(), found);
                at = last;
                free = last + 1;
            }
        }
        return found;
    }
}
