package io.understudy.generator.onnx.jinja;

/** A chat template that cannot be read or followed; the message is one sentence without text of the chat. */
public final class JinjaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JinjaException(String message) {
        super(message);
    }
}
