package io.understudy.generator.onnx;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import io.understudy.prompts.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** LangChain4j's messages as ours: text alone. */
final class ChatMessages {

    private ChatMessages() {}

    /** @throws UnsupportedFeatureException if one is, or holds, something other than text */
    static List<Message> plain(List<ChatMessage> messages) {
        return messages.stream().map(ChatMessages::plain).toList();
    }

    private static Message plain(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return new Message(Message.Role.SYSTEM, system.text());
        }
        if (message instanceof AiMessage ai && !ai.hasToolExecutionRequests()) {
            return new Message(Message.Role.ASSISTANT, ai.text() == null ? "" : ai.text());
        }
        if (message instanceof UserMessage user) {
            List<String> texts = new ArrayList<>();
            for (Content content : user.contents()) {
                if (!(content instanceof TextContent text)) {
                    throw new UnsupportedFeatureException("content of type "
                            + content.type().name().toLowerCase(Locale.ROOT) + " is not supported by a model of text");
                }
                texts.add(text.text());
            }
            return new Message(Message.Role.USER, String.join("\n", texts));
        }
        throw new UnsupportedFeatureException("messages of type " + message.type()
                + " and calls of tools are not supported by a model on this machine");
    }
}
