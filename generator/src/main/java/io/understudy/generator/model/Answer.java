package io.understudy.generator.model;

import java.util.Optional;

/** What came of a request. */
public sealed interface Answer {

    /**
     * What the model said.
     *
     * @param text without the prompt; as the model gave it
     * @param usage tokens that were read and written for it
     * @param finish why it ended
     * @param by what the server calls the model that answered, where it says so
     */
    record Reply(String text, Usage usage, Finish finish, Optional<String> by) implements Answer {

        public Reply(String text, Usage usage, Finish finish) {
            this(text, usage, finish, Optional.empty());
        }
    }

    /**
     * No reply.
     *
     * @param reason a word to count by, such as {@code timeout}
     * @param message one sentence; holds nothing of the prompt
     * @param retriable whether the same request may go well later
     */
    record Failure(String reason, String message, boolean retriable) implements Answer {}

    /** Why a reply ended. */
    enum Finish {
        /** The model had said all, or a stop string came. */
        STOP,
        /** The length was reached; the reply may be cut. */
        LENGTH,
        /** Something else, such as a filter of the server. */
        OTHER
    }

    /**
     * Tokens.
     *
     * @param input read, 0 or more
     * @param output written, 0 or more
     */
    record Usage(long input, long output) {

        public static final Usage NONE = new Usage(0, 0);

        public Usage plus(Usage other) {
            return new Usage(input + other.input, output + other.output);
        }
    }
}
