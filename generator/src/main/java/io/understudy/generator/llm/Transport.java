package io.understudy.generator.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one way to a server. Every request passes the guard; HTTP/1.1, because a request that asks for HTTP/2 over http
 * makes common servers lose its body; redirects are not followed, because a body is for the server that was named. The
 * time limit holds until the reply is read, which the JDK's own does not. Failures are {@link CallException}s.
 */
final class Transport implements HttpClient {

    /** Heads that Java sets itself. */
    private static final Set<String> RESTRICTED = Set.of("host", "connection", "content-length", "expect", "upgrade");

    private final java.net.http.HttpClient client;
    private final EgressGuard guard;
    private final Duration timeout;

    Transport(EgressGuard guard, Duration timeout) {
        this.guard = guard;
        this.timeout = timeout;
        this.client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** What LangChain4j asks for; always the same client. */
    static HttpClientBuilder builder(HttpClient client) {
        return new HttpClientBuilder() {
            @Override
            public Duration connectTimeout() {
                return null;
            }

            @Override
            public HttpClientBuilder connectTimeout(Duration ignored) {
                return this;
            }

            @Override
            public Duration readTimeout() {
                return null;
            }

            @Override
            public HttpClientBuilder readTimeout(Duration ignored) {
                return this;
            }

            @Override
            public HttpClient build() {
                return client;
            }
        };
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        guard.check(request.body());
        HttpResponse<String> response = send(request);
        int status = response.statusCode();
        if (status < 200 || status >= 300) {
            throw refused(response);
        }
        String body = response.body();
        if (body.isBlank() || !(body.strip().startsWith("{") && body.strip().endsWith("}"))) {
            throw new CallException(
                    "unreadable_reply",
                    "the server answered " + status + " with what is not JSON (content type "
                            + response.headers()
                                    .firstValue("content-type")
                                    .map(Transport::plain)
                                    .orElse("none") + ")",
                    true,
                    true,
                    Optional.empty());
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(status)
                .headers(response.headers().map())
                .body(body)
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers().forEach((name, values) -> {
            if (!RESTRICTED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        String body = request.body();
        builder.method(request.method().name(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        CompletableFuture<HttpResponse<String>> future = client.sendAsync(builder.build(), BodyHandlers.ofString());
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new CallException(
                    "timeout", "no reply within " + timeout.toSeconds() + " s", true, true, Optional.empty());
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallException("interrupted", "interrupted", false, false, Optional.empty());
        } catch (ExecutionException e) {
            throw broken(request, e.getCause());
        }
    }

    private static CallException broken(HttpRequest request, Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof ConnectException || each instanceof UnresolvedAddressException) {
                return new CallException(
                        "no_connection",
                        "there is no server at " + URI.create(request.url()).getAuthority(),
                        true,
                        false,
                        Optional.empty());
            }
        }
        if (cause instanceof IOException) {
            return new CallException(
                    "cut_reply", "the connection broke before the reply was whole", true, true, Optional.empty());
        }
        return new CallException(
                "no_connection",
                "the request could not be sent (" + cause.getClass().getSimpleName() + ")",
                false,
                false,
                Optional.empty());
    }

    /** The body of a refusal may repeat the request, so it is not shown. */
    private static CallException refused(HttpResponse<String> response) {
        int status = response.statusCode();
        Optional<Duration> after = retryAfter(response);
        String says = "the server answered " + status;
        return switch (status) {
            case 401, 403 ->
                new CallException(
                        "no_access",
                        says + ": it does not accept the key, or the model is not for it",
                        false,
                        false,
                        after);
            case 404 ->
                new CallException(
                        "not_found",
                        says + ": there is no such model, or --base-url is not right",
                        false,
                        false,
                        after);
            case 408, 504 -> new CallException("timeout", says + ": it took too long", true, true, after);
            case 429 ->
                isQuota(response.body())
                        ? new CallException(
                                "no_quota", says + ": the account has no money or quota left", false, false, after)
                        : new CallException("rate_limit", says + ": too many requests", true, false, after);
            case 503, 529 -> new CallException("overloaded", says + ": it is overloaded", true, false, after);
            default ->
                status >= 500 || status == 409 || status == 425
                        ? new CallException("server_error", says, true, false, after)
                        : new CallException(
                                "refused_" + status, says + ": it refuses such a request", false, false, after);
        };
    }

    private static boolean isQuota(String body) {
        return body.contains("insufficient_quota");
    }

    /** In seconds, in milliseconds, or as a date, which is compared with the server's own clock. */
    private static Optional<Duration> retryAfter(HttpResponse<String> response) {
        Optional<String> millis = response.headers().firstValue("retry-after-ms");
        Optional<String> value = response.headers().firstValue("retry-after");
        try {
            if (millis.isPresent()) {
                return Optional.of(Duration.ofMillis(Math.max(0, (long) Double.parseDouble(millis.get()))));
            }
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (value.get().strip().matches("[0-9.]+")) {
                return Optional.of(Duration.ofMillis(
                        (long) (1000 * Double.parseDouble(value.get().strip()))));
            }
            Duration until = Duration.between(
                    date(response.headers().firstValue("date").orElseThrow(() -> new DateTimeException("no date"))),
                    date(value.get()));
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private static String plain(String head) {
        return head.replaceAll("[^a-zA-Z0-9/+.; =-]", "?");
    }

    /** Nothing here streams. */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("replies are read whole");
    }
}
