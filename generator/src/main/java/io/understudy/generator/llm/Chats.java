package io.understudy.generator.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.batch.BatchRequest;
import dev.langchain4j.model.chat.BatchChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.googleai.GoogleAiGeminiBatchChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.Sampling;
import io.understudy.prompts.Message;
import io.understudy.prompts.Message.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Words a request in the language of its provider, and hands it to a client. One call, no retry. */
final class Chats {

    /** The key of the list in a structured answer. */
    static final String LINES = "lines";

    /** What a structured request adds to its first message. */
    static final String AS_JSON = "\nAnswer with one JSON object {\"lines\": [\"...\"]}, one sentence in each string.";

    /** Room for thoughts, where a model counts them as its answer. */
    private static final int THOUGHTS = 2000;

    private static final ResponseFormat SCHEMA = ResponseFormat.builder()
            .type(ResponseFormatType.JSON)
            .jsonSchema(JsonSchema.builder()
                    .name(LINES)
                    .rootElement(JsonObjectSchema.builder()
                            .addProperty(
                                    LINES,
                                    JsonArraySchema.builder()
                                            .items(new JsonStringSchema())
                                            .build())
                            .required(LINES)
                            .additionalProperties(false)
                            .build())
                    .build())
            .build();

    private final Settings settings;

    Chats(Settings settings) {
        this.settings = settings;
    }

    ChatResponse ask(Request request, boolean structured, HttpClient client) {
        ChatRequest.Builder chat = ChatRequest.builder().messages(messages(request, structured));
        return model(request, structured, Transport.builder(client)).chat(chat.build());
    }

    /**
     * Hands requests in together, and asks what became of them; for the one provider that LangChain4j has batches of.
     */
    BatchChatModel batches(HttpClient client) {
        return GoogleAiGeminiBatchChatModel.builder()
                .httpClientBuilder(Transport.builder(client))
                .baseUrl(url())
                .apiKey(settings.key().map(ApiKey::value).orElse("none"))
                .modelName(settings.model())
                .timeout(settings.timeout())
                .build();
    }

    /** One of a batch. It has no seed, which the server takes for whole batches only. */
    BatchRequest<ChatRequest> batch(List<Request> requests, boolean structured) {
        return new BatchRequest<>(requests.stream()
                .map(request -> {
                    Sampling sampling = request.sampling();
                    return ChatRequest.builder()
                            .messages(messages(request, structured))
                            .temperature(real(sampling.temperature()))
                            .topP(real(sampling.topP()))
                            .topK(whole(sampling.topK()))
                            .stopSequences(sampling.stop().isEmpty() ? null : sampling.stop())
                            .maxOutputTokens(room(request))
                            .responseFormat(structured ? SCHEMA : null)
                            .build();
                })
                .toList());
    }

    /** The most tokens an answer may have. */
    int room(Request request) {
        return request.sampling().maxTokens() + (settings.thinks() ? THOUGHTS : 0);
    }

    private static List<ChatMessage> messages(Request request, boolean structured) {
        List<ChatMessage> messages = new ArrayList<>();
        for (Message message : request.prompt().messages()) {
            String text = message.text() + (structured && messages.isEmpty() ? AS_JSON : "");
            messages.add(
                    switch (message.role()) {
                        case SYSTEM -> SystemMessage.from(text);
                        case USER -> UserMessage.from(text);
                        case ASSISTANT -> AiMessage.from(structured ? json(message.text()) : text);
                    });
        }
        if (messages.isEmpty()
                || request.prompt().messages().get(messages.size() - 1).role() != Role.USER) {
            throw new IllegalArgumentException("a prompt does not end with the user's turn");
        }
        return messages;
    }

    /** An example's answer as a structured one. */
    private static String json(String lines) {
        return Json.lines(lines.lines().toList());
    }

    private ChatModel model(Request request, boolean structured, HttpClientBuilder client) {
        Sampling sampling = request.sampling();
        // Servers take a seed of 31 bits.
        int seed = (int) (request.seed() >>> 33);
        String key = settings.key().map(ApiKey::value).orElse(null);
        String url = url();
        List<String> stop = sampling.stop().isEmpty() ? null : sampling.stop();
        ResponseFormat format = structured ? SCHEMA : null;
        Double temperature = settings.thinks() ? null : real(sampling.temperature());
        Double topP = settings.thinks() ? null : real(sampling.topP());
        return switch (settings.provider()) {
            case OPENAI -> {
                OpenAiChatModel.OpenAiChatModelBuilder builder = OpenAiChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(url)
                        .apiKey(key)
                        .modelName(settings.model())
                        .temperature(temperature)
                        .topP(topP)
                        .stop(stop)
                        .seed(seed)
                        .strictJsonSchema(structured)
                        .responseFormat(format)
                        .timeout(settings.timeout())
                        .maxRetries(0);
                // Servers that are only like OpenAI's know the old name alone.
                yield (settings.baseUrl().isPresent()
                                ? builder.maxTokens(room(request))
                                : builder.maxCompletionTokens(room(request)))
                        .build();
            }
            case ANTHROPIC ->
                AnthropicChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(url)
                        .apiKey(key == null ? "none" : key)
                        .modelName(settings.model())
                        .temperature(temperature)
                        .topP(temperature == null ? topP : null)
                        .topK(whole(sampling.topK()))
                        .stopSequences(stop)
                        .maxTokens(room(request))
                        .timeout(settings.timeout())
                        .maxRetries(0)
                        .build();
            case GEMINI ->
                GoogleAiGeminiChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(url)
                        .apiKey(key == null ? "none" : key)
                        .modelName(settings.model())
                        .temperature(temperature)
                        .topP(topP)
                        .topK(whole(sampling.topK()))
                        .stopSequences(stop)
                        .seed(seed)
                        .responseFormat(format)
                        .maxOutputTokens(room(request))
                        .timeout(settings.timeout())
                        .maxRetries(0)
                        .build();
            case MISTRAL ->
                MistralAiChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(url)
                        .apiKey(key == null ? "none" : key)
                        .modelName(settings.model())
                        .temperature(temperature)
                        .topP(topP)
                        .stopSequences(stop)
                        .randomSeed(seed)
                        .responseFormat(format)
                        .maxTokens(room(request))
                        .timeout(settings.timeout())
                        .maxRetries(0)
                        .build();
            case OLLAMA ->
                OllamaChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(url)
                        .modelName(settings.model())
                        .temperature(temperature)
                        .topP(topP)
                        .topK(whole(sampling.topK()))
                        .minP(real(sampling.minP()))
                        .repeatPenalty(real(sampling.repetitionPenalty()))
                        .stop(stop)
                        .seed(seed)
                        .numPredict(room(request))
                        .responseFormat(format)
                        .customHeaders(key == null ? null : Map.of("Authorization", "Bearer " + key))
                        .timeout(settings.timeout())
                        .maxRetries(0)
                        .build();
        };
    }

    private String url() {
        return settings.baseUrl()
                .map(Object::toString)
                .orElse(settings.provider().baseUrl())
                .replaceFirst("/+$", "");
    }

    private static Double real(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static Integer whole(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
