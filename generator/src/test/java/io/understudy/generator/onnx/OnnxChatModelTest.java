package io.understudy.generator.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.listener.ChatModelErrorContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import io.understudy.core.testing.SharedData;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What LangChain4j asks of every chat model, of one that answers in a sentence. */
class OnnxChatModelTest {

    private static final String MICE = "What is the plural of mouse?";

    private static final List<String> heard = new ArrayList<>();
    private static OnnxChatModel model;

    @BeforeAll
    static void open() throws IOException {
        ChatModelListener listener = new ChatModelListener() {
            @Override
            public synchronized void onRequest(ChatModelRequestContext context) {
                heard.add("request " + context.chatRequest().parameters().maxOutputTokens() + " "
                        + context.modelProvider());
            }

            @Override
            public synchronized void onResponse(ChatModelResponseContext context) {
                heard.add("response " + context.chatResponse().finishReason());
            }

            @Override
            public synchronized void onError(ChatModelErrorContext context) {
                heard.add("error " + context.error().getClass().getSimpleName());
            }
        };
        model = OnnxChatModel.builder()
                .folder(SharedData.path("models/smollm2-135m-instruct-onnx"))
                .rows(4)
                .threads(2)
                .maxOutputTokens(24)
                .listeners(List.of(listener))
                .build();
    }

    @AfterAll
    static void close() {
        if (model != null) {
            model.close();
        }
    }

    private static ChatRequest request(String text, ChatRequestParameters parameters) {
        return ChatRequest.builder()
                .messages(UserMessage.from(text))
                .parameters(parameters)
                .build();
    }

    /** What a stream said, piece by piece, and how it ended. */
    private static final class Told implements StreamingChatResponseHandler {
        private final List<String> pieces = new ArrayList<>();
        private final CompletableFuture<ChatResponse> end = new CompletableFuture<>();
        private final int cancelAfter;

        Told(int cancelAfter) {
            this.cancelAfter = cancelAfter;
        }

        @Override
        public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
            pieces.add(piece.text());
            if (pieces.size() == cancelAfter) {
                context.streamingHandle().cancel();
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            end.complete(response);
        }

        @Override
        public void onError(Throwable error) {
            end.completeExceptionally(error);
        }
    }

    private static ChatResponse stream(ChatRequest request) {
        Told told = new Told(0);
        model.chat(request, told);
        ChatResponse response = told.end.orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(told.pieces).isNotEmpty();
        assertThat(String.join("", told.pieces)).isEqualTo(response.aiMessage().text());
        return response;
    }

    @Test
    void answersWithUsageAndReasonAndTellsListeners() {
        heard.clear();
        ChatResponse response =
                model.chat(request(MICE, ChatRequestParameters.builder().build()));
        assertThat(response.aiMessage().text()).isEqualTo("The plural of mouse is mice.");
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(response.modelName()).isEqualTo("smollm2-135m-instruct-onnx");
        assertThat(response.id()).isNotBlank();
        assertThat(response.tokenUsage().inputTokenCount()).isEqualTo(37);
        assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(7);
        assertThat(response.tokenUsage().totalTokenCount()).isEqualTo(44);
        assertThat(heard).containsExactly("request 24 OTHER", "response STOP");
        assertThat(stream(request(MICE, ChatRequestParameters.builder().build()))
                        .aiMessage())
                .isEqualTo(response.aiMessage());
        assertThat(model.chat(MICE)).isEqualTo("The plural of mouse is mice.");
    }

    @Test
    void aRequestsParametersWinOverTheDefaults() {
        ChatRequest cut =
                request(MICE, ChatRequestParameters.builder().maxOutputTokens(3).build());
        for (ChatResponse response : List.of(model.chat(cut), stream(cut))) {
            assertThat(response.finishReason()).isEqualTo(FinishReason.LENGTH);
            assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(3);
            assertThat(response.aiMessage().text()).isEqualTo("The plural of");
        }
        ChatRequest stopped = request(
                MICE, ChatRequestParameters.builder().stopSequences("mouse is").build());
        for (ChatResponse response : List.of(model.chat(stopped), stream(stopped))) {
            assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
            assertThat(response.aiMessage().text()).isEqualTo("The plural of ");
        }
    }

    @Test
    void theSeedIsTheOnlyChance() {
        List<String> answers = new ArrayList<>();
        for (long seed : new long[] {1, 1, 2, 3}) {
            answers.add(model.chat(request(
                            "Tell me about the sea.",
                            OnnxChatRequestParameters.builder()
                                    .temperature(1.2)
                                    .seed(seed)
                                    .minP(0.02)
                                    .build()))
                    .aiMessage()
                    .text());
        }
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
        assertThat(answers.stream().distinct().count()).isGreaterThan(1);
    }

    @Test
    void readsAWholeConversation() {
        List<ChatMessage> messages = List.of(
                SystemMessage.from("You answer with one word."),
                UserMessage.from("My name is Zebediah."),
                AiMessage.from("Hello Zebediah."),
                UserMessage.from(List.of(TextContent.from("Say my"), TextContent.from("name."))));
        ChatResponse response = model.chat(messages);
        assertThat(response.aiMessage().text()).contains("Zeb");
    }

    @Test
    void writesJsonOfTheSchema() throws IOException {
        JsonSchema schema = JsonSchema.builder()
                .name("person")
                .rootElement(JsonObjectSchema.builder()
                        .addProperty("name", JsonStringSchema.builder().build())
                        .addProperty(
                                "mood",
                                JsonEnumSchema.builder()
                                        .enumValues("glad", "sad")
                                        .build())
                        .addProperty(
                                "towns",
                                JsonArraySchema.builder()
                                        .items(JsonEnumSchema.builder()
                                                .enumValues("Oslo", "Rome")
                                                .build())
                                        .build())
                        .required("name", "mood")
                        .additionalProperties(false)
                        .build())
                .build();
        assertThat(model.supportedCapabilities()).contains(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
        ChatRequest request = request(
                "Klaus lives in Oslo and is happy. Write it as JSON.",
                ChatRequestParameters.builder()
                        .responseFormat(schema)
                        .maxOutputTokens(60)
                        .temperature(1.0)
                        .build());
        for (ChatResponse response : List.of(model.chat(request), stream(request))) {
            JsonNode json = new ObjectMapper().readTree(response.aiMessage().text());
            assertThat(json.path("name").isTextual()).isTrue();
            assertThat(json.path("mood").asText()).isIn("glad", "sad");
            json.path("towns").forEach(town -> assertThat(town.asText()).isIn("Oslo", "Rome"));
        }
        ChatResponse any = model.chat(request(
                "Write a JSON object with a name.",
                ChatRequestParameters.builder()
                        .responseFormat(ResponseFormat.JSON)
                        .maxOutputTokens(60)
                        .build()));
        assertThat(new ObjectMapper().readTree(any.aiMessage().text()).isObject())
                .isTrue();
    }

    static Stream<Arguments> unsupported() {
        UserMessage text = UserMessage.from("Hi");
        ToolSpecification tool = ToolSpecification.builder().name("weather").build();
        return Stream.of(
                Arguments.of(
                        "modelName",
                        parameters(text, ChatRequestParameters.builder().modelName("gpt-9"))),
                Arguments.of(
                        "frequencyPenalty",
                        parameters(text, ChatRequestParameters.builder().frequencyPenalty(.5))),
                Arguments.of(
                        "presencePenalty",
                        parameters(text, ChatRequestParameters.builder().presencePenalty(.5))),
                Arguments.of(
                        "tools",
                        parameters(text, ChatRequestParameters.builder().toolSpecifications(tool))),
                Arguments.of(
                        "ToolChoice.REQUIRED",
                        parameters(text, ChatRequestParameters.builder().toolChoice(ToolChoice.REQUIRED))),
                Arguments.of(
                        "image",
                        parameters(
                                UserMessage.from(ImageContent.from("http://example.org/cat.png")),
                                ChatRequestParameters.builder())),
                Arguments.of(
                        "TOOL_EXECUTION_RESULT",
                        parameters(
                                ToolExecutionResultMessage.from(
                                        ToolExecutionRequest.builder()
                                                .id("1")
                                                .name("weather")
                                                .build(),
                                        "fine"),
                                ChatRequestParameters.builder())));
    }

    private static ChatRequest parameters(
            ChatMessage message, dev.langchain4j.model.chat.request.DefaultChatRequestParameters.Builder<?> builder) {
        return ChatRequest.builder()
                .messages(message)
                .parameters(builder.build())
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unsupported(String what, ChatRequest request) {
        assertThatThrownBy(() -> model.chat(request))
                .isExactlyInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("not supported");
    }

    @Test
    void refusesWhatIsOutOfRangeAndWhatIsTooLong() {
        assertThatThrownBy(() -> model.chat(
                        request("Hi", ChatRequestParameters.builder().topP(2.0).build())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("'topP' is 2.0, which is out of its range");
        assertThatThrownBy(() -> model.chat("word ".repeat(9000)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageMatching("the prompt has \\d+ tokens; the model reads at most 8191");
    }

    @Test
    void manyThreadsShareOneModel() {
        List<String> words = List.of(MICE, "Count from 1 to 20.", "Repeat after me: one two three four five");
        List<String> alone = words.stream().map(model::chat).toList();
        List<String> together = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> model.chat(words.get(i % 3)))
                .toList();
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i % 3));
        }
    }

    @Test
    void aStreamCanBeCancelled() throws Exception {
        Told told = new Told(3);
        model.chat(
                request(
                        "Write a recipe for pancakes.",
                        ChatRequestParameters.builder().maxOutputTokens(400).build()),
                told);
        // The place is free again at once: the next answer does not wait for 400 tokens.
        assertThat(model.chat(MICE)).isEqualTo("The plural of mouse is mice.");
        Thread.sleep(100);
        assertThat(told.pieces).hasSize(3);
        assertThat(told.end).isNotDone();
    }

    @Test
    void givesUpWhenTheTimeIsOver() throws IOException {
        try (OnnxChatModel hasty = OnnxChatModel.builder()
                .folder(SharedData.path("models/smollm2-135m-instruct-onnx"))
                .timeout(Duration.ofMillis(20))
                .build()) {
            assertThatThrownBy(() -> hasty.chat("word ".repeat(4000))).isInstanceOf(TimeoutException.class);
        }
    }
}
