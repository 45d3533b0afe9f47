package io.understudy.generator.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A real HTTP server on this machine that answers as it is told, and remembers what it was asked. */
final class Loopback implements AutoCloseable {

    static {
        // Without it the server waits 40 ms before each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /**
     * What it was asked.
     *
     * @param number of the call, from 0
     */
    record Call(int number, String path, Map<String, List<String>> headers, String body, String protocol) {}

    /**
     * What it says.
     *
     * @param promised length of the body that is announced; more than there is: the connection breaks
     * @param delayMillis before the body
     */
    record Says(int status, String type, Map<String, String> headers, String body, int promised, long delayMillis) {

        static Says json(int status, String body) {
            return of(status, "application/json", body);
        }

        static Says of(int status, String type, String body) {
            return new Says(status, type, Map.of(), body, body.getBytes(StandardCharsets.UTF_8).length, 0);
        }

        Says with(String header, String value) {
            return new Says(status, type, Map.of(header, value), body, promised, delayMillis);
        }

        Says cut() {
            return new Says(status, type, headers, body, promised + 100, delayMillis);
        }

        Says after(long millis) {
            return new Says(status, type, headers, body, promised, millis);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());

    Loopback(Function<Call, Says> answers) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            Call call;
            synchronized (calls) {
                call = new Call(
                        calls.size(),
                        exchange.getRequestURI().toString(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        exchange.getProtocol());
                calls.add(call);
            }
            say(exchange, answers.apply(call));
        });
        server.setExecutor(threads);
        server.start();
    }

    private static void say(HttpExchange exchange, Says says) throws IOException {
        try (exchange) {
            byte[] body = says.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", says.type());
            says.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(says.status(), says.promised() == 0 ? -1 : says.promised());
            if (says.delayMillis() > 0) {
                exchange.getResponseBody().flush();
                Thread.sleep(says.delayMillis());
            }
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An answer as OpenAI words it. */
    static Says openAi(String text, long in, long out) {
        return Says.json(200, """
                {"id":"c1","object":"chat.completion","created":1,"model":"m-2026","choices":[{"index":0,"message":\
                {"role":"assistant","content":%s},"finish_reason":"stop"}],"usage":{"prompt_tokens":%d,\
                "completion_tokens":%d,"total_tokens":%d}}""".formatted(quoted(text), in, out, in + out));
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
