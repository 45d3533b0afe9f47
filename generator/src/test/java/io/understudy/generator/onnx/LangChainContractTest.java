package io.understudy.generator.onnx;

import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.common.AbstractChatModelIT;
import dev.langchain4j.model.chat.common.AbstractChatModelListenerIT;
import dev.langchain4j.model.chat.common.AbstractStreamingChatModelIT;
import dev.langchain4j.model.chat.common.AbstractStreamingChatModelListenerIT;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.understudy.core.testing.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** LangChain4j's own tests of chat models, against a model on this machine. */
class LangChainContractTest {

    private static final String MODEL = "smollm2-135m-instruct-onnx";

    private static final List<OnnxChatModel> opened = new ArrayList<>();
    private static OnnxChatModel model;

    private static OnnxChatModel.Builder builder() {
        return OnnxChatModel.builder()
                .folder(SharedData.path("models/" + MODEL))
                .rows(2)
                .threads(2);
    }

    private static OnnxChatModel open(OnnxChatModel.Builder builder) {
        try {
            OnnxChatModel made = builder.build();
            opened.add(made);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void open() {
        model = open(builder().maxOutputTokens(40));
    }

    @AfterAll
    static void close() {
        opened.forEach(OnnxChatModel::close);
        opened.clear();
    }

    /** One interface alone, and nothing that JUnit would close behind each test: the model is for all of them. */
    private static ChatModel lent(OnnxChatModel model) {
        return new ChatModel() {
            @Override
            public ChatResponse chat(ChatRequest request) {
                return model.chat(request);
            }

            @Override
            public Set<Capability> supportedCapabilities() {
                return model.supportedCapabilities();
            }
        };
    }

    private static StreamingChatModel streaming(OnnxChatModel model) {
        return new StreamingChatModel() {
            @Override
            public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
                model.chat(request, handler);
            }

            @Override
            public Set<Capability> supportedCapabilities() {
                return model.supportedCapabilities();
            }
        };
    }

    @Nested
    class Answers extends AbstractChatModelIT {
        @Override
        protected List<ChatModel> models() {
            return List.of(lent(model));
        }

        @Override
        protected ChatModel createModelWith(ChatRequestParameters parameters) {
            return lent(open(builder().defaultRequestParameters(parameters)));
        }

        @Override
        protected ChatRequestParameters createIntegrationSpecificParameters(int maxOutputTokens) {
            return OnnxChatRequestParameters.builder()
                    .maxOutputTokens(maxOutputTokens)
                    .build();
        }

        @Override
        protected boolean supportsModelNameParameter() {
            return false;
        }

        /** German is beyond this model. */
        @Override
        protected void should_respect_system_message(ChatModel model) {}

        /** So is a word that was agreed on before. */
        @Override
        protected void should_respect_multiple_messages(ChatModel model) {}

        @Override
        protected boolean supportsTools() {
            return false;
        }

        @Override
        protected boolean supportsToolChoiceRequired() {
            return false;
        }

        @Override
        protected ImageContent catImageContentBase64() {
            return ImageContent.from("AAAA", "image/png");
        }

        @Override
        protected boolean supportsSingleImageInputAsBase64EncodedString() {
            return false;
        }

        @Override
        protected boolean supportsSingleImageInputAsPublicURL() {
            return false;
        }
    }

    @Nested
    class Streams extends AbstractStreamingChatModelIT {
        @Override
        protected List<StreamingChatModel> models() {
            return List.of(streaming(model));
        }

        @Override
        protected StreamingChatModel createModelWith(ChatRequestParameters parameters) {
            return streaming(open(builder().defaultRequestParameters(parameters)));
        }

        @Override
        public StreamingChatModel createModelWith(ChatModelListener listener) {
            return open(builder().listeners(List.of(listener)));
        }

        @Override
        protected ChatRequestParameters createIntegrationSpecificParameters(int maxOutputTokens) {
            return OnnxChatRequestParameters.builder()
                    .maxOutputTokens(maxOutputTokens)
                    .build();
        }

        @Override
        protected boolean supportsModelNameParameter() {
            return false;
        }

        /** German is beyond this model. */
        @Override
        protected void should_respect_system_message(StreamingChatModel model) {}

        /** So is a word that was agreed on before. */
        @Override
        protected void should_respect_multiple_messages(StreamingChatModel model) {}

        @Override
        protected boolean supportsTools() {
            return false;
        }

        @Override
        protected boolean supportsToolChoiceRequired() {
            return false;
        }

        @Override
        protected ImageContent catImageContentBase64() {
            return ImageContent.from("AAAA", "image/png");
        }

        @Override
        protected boolean supportsSingleImageInputAsBase64EncodedString() {
            return false;
        }

        @Override
        protected boolean supportsSingleImageInputAsPublicURL() {
            return false;
        }
    }

    private static OnnxChatModel.Builder heard(ChatModelListener listener) {
        return builder().listeners(List.of(listener));
    }

    @Nested
    class Heard extends AbstractChatModelListenerIT {
        @Override
        protected ChatModel createModel(ChatModelListener listener) {
            return open(heard(listener).temperature(temperature()).topP(topP()).maxOutputTokens(maxTokens()));
        }

        @Override
        protected String modelName() {
            return MODEL;
        }

        @Override
        protected ChatModel createFailingModel(ChatModelListener listener) {
            return open(heard(listener).timeout(Duration.ofMillis(1)));
        }

        @Override
        protected Class<? extends Exception> expectedExceptionClass() {
            return TimeoutException.class;
        }

        @Override
        protected boolean supportsTools() {
            return false;
        }
    }

    @Nested
    class HeardStreams extends AbstractStreamingChatModelListenerIT {
        @Override
        protected StreamingChatModel createModel(ChatModelListener listener) {
            return open(heard(listener).temperature(temperature()).topP(topP()).maxOutputTokens(maxTokens()));
        }

        @Override
        protected String modelName() {
            return MODEL;
        }

        @Override
        protected StreamingChatModel createFailingModel(ChatModelListener listener) {
            return open(heard(listener).timeout(Duration.ofMillis(1)));
        }

        @Override
        protected Class<? extends Exception> expectedExceptionClass() {
            return TimeoutException.class;
        }

        @Override
        protected boolean supportsTools() {
            return false;
        }
    }
}
