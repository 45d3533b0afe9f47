package io.understudy.generator.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.util.function.Consumer;

/** Keeps the body, and stops there. */
final class Capture implements HttpClient {

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough", null, false, false);
        }
    }

    private String body = "";

    String body(Consumer<HttpClient> call) {
        try {
            call.accept(this);
        } catch (RuntimeException e) {
            if (body.isEmpty()) {
                throw e;
            }
        }
        return body;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        body = request.body();
        throw new Enough();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException();
    }
}
