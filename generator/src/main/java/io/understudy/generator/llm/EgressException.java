package io.understudy.generator.llm;

/** A request that would have said what the source said. It was not sent. */
public final class EgressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String surface;

    EgressException(String surface) {
        super("a request would have told the server a name of the source; it was not sent");
        this.surface = surface;
    }

    /** The name, normalised. */
    public String surface() {
        return surface;
    }
}
