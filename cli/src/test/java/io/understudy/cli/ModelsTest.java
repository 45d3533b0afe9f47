package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.understudy.core.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code models pull}, {@code list} and {@code check}, with a hub on this machine. */
class ModelsTest {

    @TempDir
    private Path folder;

    private HttpServer server;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());
    /** Bytes after which an answer with a file is cut, once for each number. */
    private final Map<String, List<Integer>> cuts = new ConcurrentHashMap<>();

    private boolean lies;

    @BeforeEach
    void serve() throws IOException {
        byte[] graph = new byte[300_000];
        Arrays.fill(graph, (byte) 7);
        files.put("onnx/model_q4.onnx", graph);
        files.put("onnx/model_q4.onnx_data", new byte[50_000]);
        files.put("onnx/model.onnx", new byte[900_000]);
        files.put("config.json", "{}".getBytes(StandardCharsets.UTF_8));
        files.put("tokenizer.json", "{\"a b\": 1}".getBytes(StandardCharsets.UTF_8));
        files.put("pytorch_model.bin", new byte[10]);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/models/org/tiny/revision/", this::describe);
        server.createContext("/org/tiny/resolve/abc123/", this::file);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String hub() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void describe(HttpExchange exchange) throws IOException {
        List<String> siblings = new ArrayList<>();
        files.forEach((name, content) -> siblings.add(
                name.contains("model")
                        ? "{\"rfilename\": \"%s\", \"size\": %d, \"lfs\": {\"sha256\": \"%s\", \"size\": %d}}"
                                .formatted(name, content.length, hash("SHA-256", content), content.length)
                        : "{\"rfilename\": \"%s\", \"size\": %d, \"blobId\": \"%s\"}"
                                .formatted(
                                        name,
                                        content.length,
                                        hash(
                                                "SHA-1",
                                                ("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8),
                                                content))));
        send(
                exchange,
                ("{\"id\": \"org/tiny\", \"sha\": \"abc123\", \"cardData\": {\"license\": \"apache-2.0\"}, \"siblings\": ["
                                + String.join(",", siblings) + "]}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void file(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/org/tiny/resolve/abc123/".length());
        String range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(name + (range == null ? "" : " " + range));
        byte[] content = files.get(name).clone();
        if (lies) {
            content[0]++;
        }
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        List<Integer> left = cuts.getOrDefault(name, List.of());
        int to = left.isEmpty() ? content.length : from + left.remove(0);
        exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
        exchange.getResponseBody().write(content, from, Math.min(to, content.length) - from);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private Run pull(String... more) {
        List<String> words =
                new ArrayList<>(List.of("models", "pull", "org/tiny", "--hub", hub(), "--models", folder.toString()));
        words.addAll(List.of(more));
        return Run.of(words.toArray(String[]::new));
    }

    @Test
    void nothingComesBeforeTheLicenceIsAccepted() throws IOException {
        Run run = pull();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("org/tiny at abc123: 4 files, 350.0 kB, licence apache-2.0")
                .contains(
                        "of its graphs onnx/model.onnx, onnx/model_q4.onnx comes onnx/model_q4.onnx; --graph takes another")
                .contains(
                        "the licence of org/tiny is apache-2.0; read it at the hub and say --accept-licence apache-2.0; nothing was fetched");
        assertThat(pull("--accept-licence", "mit").err())
                .contains("the licence of org/tiny is apache-2.0, not mit; nothing was fetched");
        assertThat(pull("--dry-run").code()).isZero();
        assertThat(asked).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPersonIsAsked() throws IOException {
        for (String answer : List.of("n\n", "", "y\n")) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Terminal terminal = new Terminal(
                    new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
                    new ByteArrayOutputStream(),
                    err,
                    true,
                    true,
                    false);
            int code = Understudy.run(
                    new String[] {"models", "pull", "org/tiny", "--hub", hub(), "--models", folder.toString()},
                    terminal);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("accept the licence apache-2.0 and fetch? [y/N]");
            assertThat(code).isEqualTo(answer.startsWith("y") ? 0 : 2);
            assertThat(asked.isEmpty()).isEqualTo(!answer.startsWith("y"));
        }
    }

    @Test
    void fetchesWhatOneGraphNeedsAndListsIt() throws IOException {
        Run run = pull("--accept-licence", "Apache-2.0");
        assertThat(run.code()).as(run.err()).isZero();
        Path model = folder.resolve("org/tiny");
        assertThat(run.out().strip()).isEqualTo(model.toString());
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "config.json", "onnx/model_q4.onnx", "onnx/model_q4.onnx_data", "tokenizer.json");
        assertThat(model.resolve("onnx/model_q4.onnx")).hasBinaryContent(files.get("onnx/model_q4.onnx"));
        assertThat(model.resolve("understudy-model.json")).content().contains("\"revision\" : \"abc123\"");
        assertThat(Run.of("models", "list", "--models", folder.toString()).out())
                .containsPattern(
                        "org/tiny +350\\.\\d kB +apache-2.0 +" + java.util.regex.Pattern.quote(model.toString()));
        asked.clear();
        assertThat(pull("--accept-licence", "apache-2.0").code()).isZero();
        assertThat(asked).as("what is whole is not fetched again").isEmpty();
        assertThat(pull("--accept-licence", "apache-2.0", "--graph", "onnx/model.onnx")
                        .code())
                .isZero();
        assertThat(asked).containsExactly("onnx/model.onnx");
        assertThat(pull("--graph", "x.onnx").err())
                .contains("org/tiny holds no 'x.onnx'; have: onnx/model.onnx, onnx/model_q4.onnx");
    }

    @Test
    void goesOnWhereItWasCut() throws IOException {
        cuts.put("onnx/model_q4.onnx", new ArrayList<>(List.of(100_000, 60_000)));
        Run run = pull("--accept-licence", "apache-2.0");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(asked)
                .filteredOn(name -> name.startsWith("onnx/model_q4.onnx ") || name.equals("onnx/model_q4.onnx"))
                .hasSize(3)
                .element(2)
                .asString()
                .startsWith("onnx/model_q4.onnx bytes=");
        assertThat(folder.resolve("org/tiny/onnx/model_q4.onnx")).hasBinaryContent(files.get("onnx/model_q4.onnx"));
    }

    @Test
    void aLaterPullGoesOnToo() throws IOException {
        Path part = folder.resolve("org/tiny/onnx/model_q4.onnx.part");
        Files.createDirectories(part.getParent());
        Files.write(part, Arrays.copyOf(files.get("onnx/model_q4.onnx"), 120_000));
        assertThat(Run.of("models", "list", "--models", folder.toString()).out())
                .contains("(not whole: pull it again)");
        assertThat(pull("--accept-licence", "apache-2.0").code()).isZero();
        assertThat(asked).contains("onnx/model_q4.onnx bytes=120000-");
        assertThat(part).doesNotExist();
    }

    @Test
    void givesUpOnAServerThatCutsAtOnceAndKeepsWhatCame() {
        cuts.put("onnx/model_q4.onnx", new ArrayList<>(List.of(100_000, 0, 0, 0, 0, 0, 0, 0)));
        Run run = pull("--accept-licence", "apache-2.0");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .containsPattern(
                        "127.0.0.1 gave \\d+ of 300000 bytes of onnx/model_q4.onnx; run the same again to go on from there");
        cuts.clear();
        assertThat(pull("--accept-licence", "apache-2.0").code()).isZero();
    }

    @Test
    void refusesOtherBytesThanTheServerDescribed() {
        lies = true;
        Run run = pull("--accept-licence", "apache-2.0");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "config.json is not what the server described: its hash is another; run the same again to fetch it anew");
        assertThat(folder.resolve("org/tiny/config.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.json", "/evil.json", "onnx/../../../evil.json"})
    void writesNothingOutsideTheFolder(String name) {
        files.clear();
        files.put("model.onnx", new byte[3]);
        files.put(name, new byte[3]);
        Run run = pull("--accept-licence", "apache-2.0");
        assertThat(run.code()).as(run.err()).isIn(0, 1);
        assertThat(folder.resolve("evil.json")).doesNotExist();
        assertThat(folder.resolve("org/evil.json")).doesNotExist();
        assertThat(Path.of("/evil.json")).doesNotExist();
    }

    @Test
    void saysWhatTheServerLacks() {
        assertThat(Run.of("models", "pull", "org/none", "--hub", hub()).err())
                .contains("127.0.0.1 has no model 'org/none' at 'main', or does not give it to everybody (status 404)");
        assertThat(Run.of("models", "pull", "none", "--hub", hub()).err())
                .contains("the model is 'none'; expected ORG/NAME");
        assertThat(Run.of("models", "pull", "org/none", "--hub", "ftp://x").err())
                .contains("the hub is 'ftp://x'; expected an address such as https://huggingface.co");
        server.stop(0);
        Run run = Run.of("models", "pull", "org/tiny", "--hub", hub());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("127.0.0.1 cannot be reached");
    }

    @Test
    void checkSaysWhatAModelIs() {
        Path model = SharedData.path("models/smollm2-135m-instruct-onnx");
        Run run = Run.of("models", "check", model.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("graph +model.onnx")
                .containsPattern("weights +4 or 8 bits in blocks")
                .containsPattern("layers +30 of attention, 3 heads of keys, 64 numbers each")
                .containsPattern("cache +GroupQueryAttention, written in place")
                .containsPattern("context +8192 tokens")
                .containsPattern("licence +Apache-2.0")
                .containsPattern("in a batch +the same answers as alone");
        assertThat(Run.of("models", "check", model.toString(), "--device", "gpu")
                        .err())
                .contains("unknown device 'gpu'; expected cpu, cuda, cuda:N (the N-th card, from 0) or auto");
        Run classifier = Run.of(
                "models", "check", model.resolveSibling("minilm-ner-onnx").toString());
        assertThat(classifier.code()).isEqualTo(2);
        assertThat(classifier.err()).contains("expected a decoder that writes text");
    }
}
