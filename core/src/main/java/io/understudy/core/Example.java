package io.understudy.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of a corpus.
 *
 * @param id names the example in its corpus; not empty
 * @param intent what the utterance asks for, where that is known; an empty one is none
 * @param annotated the text with its mentions
 * @param provenance where it comes from
 * @param extra keys we do not know, kept as read: name to JSON text, in the order of the file
 * @param marks labels that lie over other ones or have several pieces
 */
public record Example(
        String id,
        Optional<String> intent,
        AnnotatedText annotated,
        Provenance provenance,
        Map<String, String> extra,
        List<Mark> marks) {

    /** @throws IllegalArgumentException if the id is empty, or a mark leaves the text or cuts a surrogate pair */
    public Example {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("id is empty");
        }
        intent = intent.filter(name -> !name.isEmpty());
        extra = Details.Extra.copy(extra);
        marks = List.copyOf(marks);
        for (Mark mark : marks) {
            for (Span piece : mark.pieces()) {
                // The same conditions as for a mention, and the same words.
                new AnnotatedText(annotated.text(), List.of(new Mention(piece, mark.label())));
            }
        }
    }

    public Example(
            String id,
            Optional<String> intent,
            AnnotatedText annotated,
            Provenance provenance,
            Map<String, String> extra) {
        this(id, intent, annotated, provenance, extra, List.of());
    }

    public Example(String id, Optional<String> intent, AnnotatedText annotated, Provenance provenance) {
        this(id, intent, annotated, provenance, Map.of());
    }

    /** With other mentions, or another text. Marks stay where the text stays; they mean nothing in another. */
    public Example withAnnotated(AnnotatedText other) {
        List<Mark> kept = other.text().equals(text()) ? marks : List.<Mark>of();
        return new Example(id, intent, other, provenance, extra, kept);
    }

    public Example withId(String other) {
        return new Example(other, intent, annotated, provenance, extra, marks);
    }

    public Example withIntent(Optional<String> other) {
        return new Example(id, other, annotated, provenance, extra, marks);
    }

    public Example withMarks(List<Mark> other) {
        return new Example(id, intent, annotated, provenance, extra, other);
    }

    public String text() {
        return annotated.text();
    }

    /** All labels, by start, the longer first: mentions and marks. */
    public List<Mark> labels() {
        return Stream.concat(annotated.mentions().stream().map(Mark::of), marks.stream())
                .sorted(Mark.BY_PLACE)
                .toList();
    }
}
