package io.understudy.prompts;

import java.util.List;

/**
 * A request, ready to be sent. Made by {@link PromptFile#render}.
 *
 * @param name of the prompt file it was made from
 * @param version of that file
 * @param messages what the model reads: at most one of the system, first; then user and assistant by turns, a user last
 */
public record Prompt(String name, int version, List<Message> messages) {

    public Prompt {
        messages = List.copyOf(messages);
    }

    /** One message of the user. */
    public Prompt(String name, int version, String text) {
        this(name, version, List.of(new Message(Message.Role.USER, text)));
    }

    /** All messages, an empty line between them. */
    public String text() {
        return String.join("\n", messages.stream().map(Message::text).toList());
    }
}
