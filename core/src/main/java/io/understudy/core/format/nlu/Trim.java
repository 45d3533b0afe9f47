package io.understudy.core.format.nlu;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import java.util.ArrayList;
import java.util.List;

/** A text without its ends. */
final class Trim {

    private Trim() {}

    /** Mentions are cut as the text is; those that lie in the ends alone are gone. */
    static AnnotatedText to(AnnotatedText annotated, int from, int length) {
        List<Mention> mentions = new ArrayList<>();
        for (Mention mention : annotated.mentions()) {
            int start = Math.max(0, mention.start() - from);
            int end = Math.min(length, mention.end() - from);
            if (start < end) {
                mentions.add(new Mention(new Span(start, end), mention.label(), mention.details()));
            }
        }
        return new AnnotatedText(annotated.text().substring(from, from + length), mentions);
    }
}
