package io.understudy.generator.model;

/** A model that cannot go on: the run stops, what was answered is kept. The message is one sentence. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
