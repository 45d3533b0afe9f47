package io.understudy.generator.hub;

import java.io.IOException;

/** A server that cannot be reached, or does not give what was asked for; the message is one sentence. */
public final class HubException extends IOException {

    private static final long serialVersionUID = 1L;

    HubException(String message) {
        super(message);
    }

    HubException(String message, Throwable cause) {
        super(message, cause);
    }
}
