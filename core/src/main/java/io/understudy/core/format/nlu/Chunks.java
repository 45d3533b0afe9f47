package io.understudy.core.format.nlu;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.format.Utf8;
import java.util.Optional;
import java.util.function.Consumer;

/** Texts as lists of chunks, of which some have a label: offsets are not written, so none can be wrong. */
final class Chunks {

    private Chunks() {}

    /**
     * Hands on the chunks of a text in order; none is empty.
     *
     * @throws IllegalArgumentException before the first chunk, if a surrogate stands alone
     */
    static void of(AnnotatedText annotated, Consumer<String> literals, MentionSink mentions) {
        Utf8.requireWhole("text", annotated.text());
        int from = 0;
        for (Mention mention : annotated.mentions()) {
            if (mention.start() > from) {
                literals.accept(annotated.text().substring(from, mention.start()));
            }
            mentions.accept(mention, annotated.surface(mention));
            from = mention.end();
        }
        if (from < annotated.text().length() || annotated.text().isEmpty()) {
            literals.accept(annotated.text().substring(from));
        }
    }

    interface MentionSink {
        void accept(Mention mention, String surface);
    }

    /** Adds a labelled chunk; an empty one is nothing that a label can stand on. */
    static void add(AnnotatedText.Builder text, String surface, Optional<String> label, Details details) {
        if (label.isPresent() && !surface.isEmpty()) {
            text.append(surface, new Label(label.get().strip()), details);
        } else {
            text.append(surface);
        }
    }

    /** What a tool calls slot, alias or parameter: a role where it is not the label again. */
    static Details role(Optional<String> name, String label) {
        return name.filter(each -> !each.equals(label))
                .map(Details.NONE::withRole)
                .orElse(Details.NONE);
    }
}
