package io.understudy.core;

/**
 * A labelled span. Its surface is cut from the text that owns it: {@link AnnotatedText#surface}.
 *
 * @param span where, in UTF-16 units
 * @param label what kind
 * @param details role, group, entity, canonical value
 */
public record Mention(Span span, Label label, Details details) {

    public Mention(Span span, Label label) {
        this(span, label, Details.NONE);
    }

    public Mention(int start, int end, Label label) {
        this(new Span(start, end), label, Details.NONE);
    }

    public int start() {
        return span.start();
    }

    public int end() {
        return span.end();
    }

    public Mention withLabel(Label other) {
        return new Mention(span, other, details);
    }
}
