package io.understudy.generator.llm;

import java.time.Duration;
import java.util.Optional;

/** What became of a call that has no usable reply. Thrown below LangChain4j, found again among its causes. */
final class CallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean retriable;
    private final boolean mayBePaid;
    private final transient Optional<Duration> retryAfter;

    /**
     * @param reason a word to count by
     * @param mayBePaid whether the server may have charged for it
     * @param retryAfter how long the server asks to be left alone
     */
    CallException(String reason, String message, boolean retriable, boolean mayBePaid, Optional<Duration> retryAfter) {
        super(message);
        this.reason = reason;
        this.retriable = retriable;
        this.mayBePaid = mayBePaid;
        this.retryAfter = retryAfter;
    }

    /** The failure among the causes of what LangChain4j threw; what it throws itself is a reply it could not read. */
    static CallException in(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CallException call) {
                return call;
            }
        }
        // Its message may hold the reply.
        return new CallException(
                "unreadable_reply", "the reply is not what this provider sends", true, true, Optional.empty());
    }

    String reason() {
        return reason;
    }

    boolean isRetriable() {
        return retriable;
    }

    boolean mayBePaid() {
        return mayBePaid;
    }

    Optional<Duration> retryAfter() {
        return retryAfter == null ? Optional.empty() : retryAfter;
    }

    /** Whether the server says, or shows, that it has too much to do. */
    boolean isOverload() {
        return reason.equals("rate_limit") || reason.equals("overloaded") || reason.equals("timeout");
    }
}
