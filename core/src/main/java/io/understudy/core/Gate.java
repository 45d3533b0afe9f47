package io.understudy.core;

import java.util.List;
import java.util.Optional;

/**
 * Refuses a line while it is made. The implementation that knows the source corpus lives in {@code eval}; generators
 * only ask. Thread-safe: a verdict depends on the argument alone.
 */
@FunctionalInterface
public interface Gate {

    /** Lets everything pass. */
    Gate OPEN = line -> Optional.empty();

    /** @return the rule that refuses this line, such as {@code source_surface}, or empty if it may pass */
    Optional<String> refuse(AnnotatedText line);

    /**
     * As {@link #refuse(AnnotatedText)}, for a surface that is to stand in some line, before there is a line: asked so
     * that one surface can be drawn again without the others. What passes here may still be refused in its line.
     */
    default Optional<String> refuse(Label label, String surface) {
        return refuse(new AnnotatedText(surface, List.of(new Mention(0, surface.length(), label))));
    }

    /** As {@link #refuse(AnnotatedText)}, for a template whose literals already refuse every line made from it. */
    default Optional<String> refuse(Template template) {
        return Optional.empty();
    }
}
