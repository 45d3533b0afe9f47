package io.understudy.prompts;

import java.util.Locale;

/**
 * One turn of the chat that a model reads.
 *
 * @param text as it is sent
 */
public record Message(Role role, String text) {

    /** Who speaks. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT;

        /** As chat templates and servers write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
