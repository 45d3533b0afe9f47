package io.understudy.generator.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.understudy.generator.constraint.Constraint;
import io.understudy.generator.constraint.Guide;
import io.understudy.generator.onnx.jinja.JinjaException;
import io.understudy.onnx.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A model in a folder as a chat model of LangChain4j. Thread-safe: requests of all threads are decoded side by side.
 * The same request has the same answer, unless another seed is set ({@link OnnxChatRequestParameters}). A JSON schema
 * is held to token by token: the answer is JSON of that form, or ended by its length. Tools, pictures, sound and video
 * are refused, as are the parameters that the model has no use for. Close it: it holds memory that Java does not see.
 */
public final class OnnxChatModel implements ChatModel, StreamingChatModel, AutoCloseable {

    private static final int USUAL_LENGTH = 512;

    private final OnnxModel model;
    private final OnnxChatRequestParameters defaults;
    private final List<ChatModelListener> listeners;
    private final AtomicLong answered = new AtomicLong();

    private OnnxChatModel(Builder builder, OnnxModel model) {
        this.model = model;
        OnnxChatRequestParameters given = builder.parameters.build();
        checkParameters(given);
        // So that listeners hear who answers.
        this.defaults = builder.parameters.modelName(model.identity().name()).build();
        this.listeners = List.copyOf(builder.listeners);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Settings of a model. Only the folder must be given. */
    public static final class Builder {
        private final OnnxChatRequestParameters.Builder parameters = OnnxChatRequestParameters.builder();
        private Path folder;
        private Consumer<OnnxModel.Builder> settings = builder -> {};
        private List<ChatModelListener> listeners = List.of();

        private Builder() {}

        /** Holds the graph, {@code config.json} and {@code tokenizer.json}; or one of several graphs in it. */
        public Builder folder(Path path) {
            folder = path;
            return this;
        }

        /** Where the model runs; the processor. */
        public Builder device(Device device) {
            return with(builder -> builder.device(device));
        }

        /** Threads that compute; as many as there are cores. */
        public Builder threads(int number) {
            return with(builder -> builder.threads(number));
        }

        /** Answers that are written at once; up to 32. With 1, all threads compute one answer. */
        public Builder rows(int number) {
            return with(builder -> builder.rows(number));
        }

        /** How long an answer may take, its wait included; as long as it likes. */
        public Builder timeout(Duration longest) {
            return with(builder -> builder.timeout(longest));
        }

        /** Is told what a user should know, such as a card that cannot be used; nobody. */
        public Builder notice(Consumer<String> listener) {
            return with(builder -> builder.notice(listener));
        }

        private Builder with(Consumer<OnnxModel.Builder> setting) {
            settings = settings.andThen(setting);
            return this;
        }

        /** Parameters of requests that do not set them. */
        public Builder defaultRequestParameters(ChatRequestParameters those) {
            parameters.overrideWith(those);
            return this;
        }

        public Builder temperature(double value) {
            parameters.temperature(value);
            return this;
        }

        public Builder topP(double value) {
            parameters.topP(value);
            return this;
        }

        public Builder topK(int value) {
            parameters.topK(value);
            return this;
        }

        public Builder minP(double value) {
            parameters.minP(value);
            return this;
        }

        public Builder repetitionPenalty(double value) {
            parameters.repetitionPenalty(value);
            return this;
        }

        public Builder seed(long value) {
            parameters.seed(value);
            return this;
        }

        /** Tokens of an answer; 512, or what the context has room for. */
        public Builder maxOutputTokens(int value) {
            parameters.maxOutputTokens(value);
            return this;
        }

        public Builder stopSequences(List<String> strings) {
            parameters.stopSequences(strings);
            return this;
        }

        public Builder responseFormat(ResponseFormat format) {
            parameters.responseFormat(format);
            return this;
        }

        public Builder listeners(List<ChatModelListener> all) {
            listeners = all;
            return this;
        }

        /**
         * @throws io.understudy.core.BadDataException if the folder holds no decoder that can be used
         * @throws IllegalArgumentException if a setting is out of its range
         */
        public OnnxChatModel build() throws IOException {
            if (folder == null) {
                throw new IllegalArgumentException("no folder was given; expected one that holds a decoder");
            }
            OnnxModel.Builder builder = OnnxModel.builder(folder);
            settings.accept(builder);
            OnnxModel model = builder.open();
            try {
                return new OnnxChatModel(this, model);
            } catch (RuntimeException e) {
                model.close();
                throw e;
            }
        }
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return defaults;
    }

    @Override
    public List<ChatModelListener> listeners() {
        return listeners;
    }

    @Override
    public ModelProvider provider() {
        return ModelProvider.OTHER;
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        CompletableFuture<ChatResponse> response = new CompletableFuture<>();
        Job.Cancel cancel = new Job.Cancel();
        submit(request, fresh -> {}, response::complete, response::completeExceptionally, cancel);
        try {
            return response.get();
        } catch (InterruptedException e) {
            model.cancel(cancel, "given up");
            Thread.currentThread().interrupt();
            throw new InternalServerException("the wait for an answer was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new InternalServerException(e.getCause());
        }
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        Handle handle = new Handle();
        PartialResponseContext context = new PartialResponseContext(handle);
        submit(
                request,
                fresh -> {
                    if (!handle.isCancelled()) {
                        tell(handler, () -> handler.onPartialResponse(new PartialResponse(fresh), context));
                    }
                },
                response -> {
                    if (!handle.isCancelled()) {
                        tell(handler, () -> handler.onCompleteResponse(response));
                    }
                },
                problem -> {
                    if (!handle.isCancelled()) {
                        tellProblem(handler, problem);
                    }
                },
                handle.cancel);
    }

    /** What a handler throws it is told itself, and no more: other answers are written on the same thread. */
    private static void tell(StreamingChatResponseHandler handler, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException | Error e) {
            tellProblem(handler, e);
        }
    }

    private static void tellProblem(StreamingChatResponseHandler handler, Throwable problem) {
        try {
            handler.onError(problem);
        } catch (RuntimeException | Error e) {
            // As with every model of LangChain4j: there is nobody left to tell.
            return;
        }
    }

    /** Ends an answer whose beginning was enough. */
    private final class Handle implements StreamingHandle {
        private final Job.Cancel cancel = new Job.Cancel();
        private final AtomicBoolean cancelled = new AtomicBoolean();

        @Override
        public void cancel() {
            cancelled.set(true);
            model.cancel(cancel, "given up");
        }

        @Override
        public boolean isCancelled() {
            return cancelled.get();
        }
    }

    private void submit(
            ChatRequest request,
            Consumer<String> fresh,
            Consumer<ChatResponse> done,
            Consumer<Throwable> failed,
            Job.Cancel cancel) {
        ChatRequestParameters asked = request.parameters();
        checkParameters(asked);
        int[] prompt;
        try {
            prompt = model.decoder().chat(ChatMessages.plain(request.messages()));
        } catch (JinjaException e) {
            throw new InvalidRequestException(e.getMessage(), e);
        }
        int context = model.decoder().folder().context();
        if (prompt.length >= context) {
            throw new InvalidRequestException(
                    "the prompt has " + prompt.length + " tokens; the model reads at most " + (context - 1));
        }
        Optional<OnnxChatRequestParameters> ours =
                asked instanceof OnnxChatRequestParameters more ? Optional.of(more) : Optional.of(defaults);
        Drawing drawing = Drawing.of(
                Optional.ofNullable(asked.temperature()),
                Optional.ofNullable(asked.topK()),
                Optional.ofNullable(asked.topP()),
                ours.flatMap(OnnxChatRequestParameters::minP),
                ours.flatMap(OnnxChatRequestParameters::repetitionPenalty),
                model.decoder().folder());
        model.submit(new Job(
                prompt,
                drawing,
                asked.maxOutputTokens() == null ? USUAL_LENGTH : asked.maxOutputTokens(),
                asked.stopSequences() == null ? List.of() : asked.stopSequences(),
                ours.flatMap(OnnxChatRequestParameters::seed).orElse(1L),
                guide(asked.responseFormat()),
                fresh,
                end -> finish(end, prompt.length, done, failed),
                cancel));
    }

    private void finish(Job.End end, int read, Consumer<ChatResponse> done, Consumer<Throwable> failed) {
        if (end.finish() == Job.Finish.FAILED) {
            failed.accept(
                    end.problem().equals("timeout")
                            ? new TimeoutException("the answer took longer than it may")
                            : new InternalServerException(end.problem()));
            return;
        }
        done.accept(ChatResponse.builder()
                .aiMessage(AiMessage.from(end.text()))
                .metadata(ChatResponseMetadata.builder()
                        .id("onnx-" + answered.incrementAndGet())
                        .modelName(model.identity().name())
                        .tokenUsage(new TokenUsage(read, end.tokens().size()))
                        .finishReason(end.finish() == Job.Finish.STOP ? FinishReason.STOP : FinishReason.LENGTH)
                        .build())
                .build());
    }

    private Optional<Guide> guide(ResponseFormat format) {
        if (format == null || format.type() != ResponseFormatType.JSON) {
            return Optional.empty();
        }
        if (format.jsonSchema() == null) {
            return Optional.of(model.guide("any JSON", Constraint::json));
        }
        JsonNode schema = Folder.JSON.valueToTree(
                JsonSchemaElementUtils.toMap(format.jsonSchema().rootElement()));
        try {
            return Optional.of(model.guide(schema, () -> Constraint.jsonSchema(schema)));
        } catch (IllegalArgumentException e) {
            throw new UnsupportedFeatureException(e.getMessage() + "; it is not supported");
        }
    }

    private void checkParameters(ChatRequestParameters parameters) {
        String own = model.identity().name();
        refuse(
                "modelName",
                parameters.modelName() != null && !parameters.modelName().equals(own));
        refuse("frequencyPenalty", parameters.frequencyPenalty() != null);
        refuse("presencePenalty", parameters.presencePenalty() != null);
        refuse("ToolChoice." + parameters.toolChoice(), parameters.toolChoice() != null);
        refuse(
                "toolSpecifications (tools)",
                parameters.toolSpecifications() != null
                        && !parameters.toolSpecifications().isEmpty());
        check("temperature", parameters.temperature(), 0, Double.MAX_VALUE);
        check("topP", parameters.topP(), Double.MIN_VALUE, 1);
        check("topK", parameters.topK(), 1, Integer.MAX_VALUE);
        check("maxOutputTokens", parameters.maxOutputTokens(), 1, Integer.MAX_VALUE);
    }

    private static void refuse(String what, boolean isSet) {
        if (isSet) {
            throw new UnsupportedFeatureException("'" + what + "' is not supported by a model on this machine");
        }
    }

    private static void check(String what, Number value, double least, double most) {
        if (value != null && !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw new InvalidRequestException("'" + what + "' is " + value + ", which is out of its range");
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
