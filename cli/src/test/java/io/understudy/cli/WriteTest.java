package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.Markup;
import io.understudy.core.Provenance;
import io.understudy.core.text.Normalization;
import io.understudy.eval.SourceIndex;
import io.understudy.eval.leakage.GateRules;
import io.understudy.templates.MinedTemplates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code generate --model}, against a real HTTP server on this machine. */
class WriteTest {

    private static final Pattern GAPS = Pattern.compile("Gaps to keep: (.*?)\\\\n");

    @TempDir
    Path folder;

    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile int lives = Integer.MAX_VALUE;
    private volatile long delay;
    private String corpus = "";

    @BeforeEach
    void start() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean alive;
            synchronized (bodies) {
                alive = bodies.size() < lives;
                bodies.add(body);
            }
            pause(alive);
            byte[] reply = (alive ? reply(body) : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(alive ? 200 : 401, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            lines.append("please send the file ")
                    .append(Integer.toString(1_000 + i, 36))
                    .append(" to [Zo\u00eb Quillon](PERSON) in [Vardeby](CITY)\n");
        }
        corpus = Files.writeString(folder.resolve("corpus.markup"), lines).toString();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void pause(boolean alive) {
        try {
            Thread.sleep(alive ? delay : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Five sentences that hold the gaps, always the same for the same body; 120 tokens read, 40 written. */
    private static String reply(String body) {
        Matcher gaps = GAPS.matcher(body.substring(body.lastIndexOf("Sentence: ")));
        String slots = gaps.find() ? gaps.group(1) : "";
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            String word = Integer.toString(Math.floorMod(body.hashCode() * 31 + i * 7919, 1_000_000), 36);
            lines.append(i == 0 ? "" : "\\n").append("we wrote " + word + " for " + slots + " on paper " + word);
        }
        return """
                {"id":"c","object":"chat.completion","created":1,"model":"m-1","choices":[{"index":0,"message":{"role":\
                "assistant","content":"%s"},"finish_reason":"stop"}],"usage":{"prompt_tokens":120,"completion_tokens":40,\
                "total_tokens":160}}""".formatted(lines);
    }

    private Run generate(String... more) {
        return Run.of(arguments(more));
    }

    private String[] arguments(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "generate",
                corpus,
                "--model",
                "openai:m",
                "--base-url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1"));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    /** Every file of a folder, hidden ones too. */
    private static Map<String, String> files(Path place) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(place)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(place.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    private Path out(String name) {
        return folder.resolve(name);
    }

    @Test
    void aModelWritesSentencesAndNoNameLeavesTheMachine() throws IOException {
        Run run = generate("-n", "40", "-o", out("a").toString());
        assertThat(run.code()).as(run.err()).isZero();
        Map<String, String> files = files(out("a"));
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "DATA_CARD.md", "manifest.json", "report.html", "report.json", "synthetic.jsonl");
        assertThat(files.get("synthetic.jsonl").lines())
                .hasSize(40)
                .allSatisfy(line -> assertThat(line)
                        .contains("\"label\":\"PERSON\"", "\"label\":\"CITY\"", "\"generator\":\"model\"")
                        .doesNotContain("Quillon", "Vardeby"));
        assertThat(files.get("manifest.json"))
                .contains("\"writer\": \"openai:m\"", "\"answered_by\": \"m-1\"", "\"tokens_read\": 960")
                .doesNotContain("127.0.0.1");
        assertThat(bodies)
                .hasSize(8)
                .allSatisfy(body -> assertThat(Normalization.of(body))
                        .contains("please send the file")
                        .doesNotContain("quillon", "vardeby", "zoe"));
    }

    @Test
    void theNumberOfCallsAtOnceChangesNoByte() throws IOException {
        delay = 5;
        assertThat(generate("-n", "40", "-o", out("a").toString(), "--concurrency", "1")
                        .code())
                .isZero();
        assertThat(generate("-n", "40", "-o", out("b").toString(), "--concurrency", "9")
                        .code())
                .isZero();
        assertThat(files(out("b"))).isEqualTo(files(out("a")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 11})
    void aRunThatWasBrokenOffGoesOnAsIfItHadNot(int answered) throws IOException {
        assertThat(generate("-n", "60", "-o", out("whole").toString()).code()).isZero();
        bodies.clear();
        lives = answered;
        // Refusals come back before the answers to calls that were made earlier; those are kept all the same.
        delay = 20;
        Run broken = generate("-n", "60", "-o", out("a").toString(), "--concurrency", "2");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err())
                .contains(
                        "openai:m: the server answered 401: it does not accept the key, or the model is not for it; what"
                                + " was answered is kept, --resume goes on");
        assertThat(generate("-n", "60", "-o", out("a").toString()).err())
                .isEqualTo(
                        "understudy: " + out("a") + ": holds an interrupted run; --resume goes on with it, --overwrite"
                                + " begins anew" + System.lineSeparator());
        assertThat(generate("-n", "61", "-o", out("a").toString(), "--resume").err())
                .contains("is the journal of another run");
        lives = Integer.MAX_VALUE;
        delay = 0;
        bodies.clear();
        Run resumed = generate("-n", "60", "-o", out("a").toString(), "--resume");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(bodies).hasSize(12 - answered);
        assertThat(files(out("a"))).isEqualTo(files(out("whole")));
        assertThat(generate("-n", "60", "-o", out("a").toString(), "--resume").err())
                .contains("the run in it is done; there is nothing to resume");
    }

    /** {@code kill -9}, of a process of its own, while its calls are under way. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void aProcessThatWasKilledGoesOnAsIfItHadNot(int calls) throws Exception {
        assertThat(generate("-n", "60", "-o", out("whole").toString()).code()).isZero();
        bodies.clear();
        delay = 50;
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.understudy.cli.Main"));
        words.addAll(List.of(arguments("-n", "60", "-o", out("a").toString(), "--concurrency", "2", "--quiet")));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(out("said").toFile())
                .start();
        for (int i = 0; i < 6_000 && bodies.size() < calls && process.isAlive(); i++) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor();
        assertThat(process.exitValue()).as(Files.readString(out("said"))).isNotZero();
        delay = 0;
        Run resumed = generate("-n", "60", "-o", out("a").toString(), "--resume");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        // What was under way, two calls at most, is asked again.
        assertThat(bodies.size()).isBetween(12, 14);
        assertThat(files(out("a"))).isEqualTo(files(out("whole")));
    }

    private static ModelSource source(List<String> lines, Set<String> said, boolean leaves, List<String> theirs) {
        MinedTemplates.Builder templates = MinedTemplates.builder();
        lines.forEach(line -> templates.add(
                new Example("1", Optional.of("play_west"), Markup.read(line), new Provenance.Original("c", 1))));
        return ModelSource.of(
                List.of(),
                SourceIndex.of(lines.stream().map(Markup::read).toArray(AnnotatedText[]::new)),
                templates.build(new MinedTemplates.Rules(Gate.OPEN)),
                said,
                new GateRules(5, false, false),
                leaves,
                List.of(),
                theirs);
    }

    @Test
    void aModelOnThisMachineMayNotSayWhatTheSourceSaid() {
        List<String> lines = List.of("call [Ada Byrne](PERSON) on [my](PERSON) phone", "is [Vardeby](CITY) far");
        ModelSource source = source(lines, Set.of("Ada Byrne", "my", "Vardeby"), false, List.of());
        // Two letters are compared with whole mentions only.
        assertThat(source.forbidden()).containsExactlyInAnyOrder("Ada Byrne", "Vardeby");
    }

    @Test
    void aWordOfEveryDayThatTheSourceLabelsDoesNotLeave() {
        List<String> lines = List.of(
                "play [new](SORT) songs",
                "something [new](SORT) by [Ada Byrne](PERSON)",
                "a new song of the [West](REGION)");
        Set<String> said = Set.of("new", "Ada Byrne", "West");
        List<String> prompt = List.of("Write a new line, as Ada Byrne would.");
        ModelSource sent = source(lines, said, true, prompt);
        assertThat(sent.known().in("a new song")).containsExactly("new");
        assertThat(source(lines, said, false, prompt).known().in("a new song")).isEmpty();
        // A user's prompt and the names of intents may say such a word, and no name.
        assertThat(sent.frame()).containsExactlyInAnyOrder("new", "west");
        assertThat(sent.forbidden()).containsExactly("Ada Byrne");
    }

    /** One of the personas is new to computers; a prompt that asks for no persona does not say so. */
    @ParameterizedTest
    @ValueSource(strings = {"paraphrase", "persona"})
    void whatIsNeverAskedIsNoFrame(String prompt) throws IOException {
        WriteOptions options = new WriteOptions();
        new CommandLine(options).parseArgs("--prompt", prompt);
        assertThat(String.join(" ", options.ourWords()).matches("(?s).*\\bnew\\b.*"))
                .isEqualTo(prompt.equals("persona"));
    }

    @Test
    void aDryRunPrintsTheExactBodiesAndSendsNothing() {
        Run dry = generate("-n", "15", "--dry-run");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(bodies).isEmpty();
        assertThat(generate("-n", "15", "-o", out("a").toString(), "--concurrency", "1")
                        .code())
                .isZero();
        assertThat(dry.out()).isEqualTo(String.join("\n\n", bodies) + "\n");
    }

    @Test
    void anEstimateSaysWhatItWouldTakeAndSendsNothing() throws IOException {
        Path prices = Files.writeString(folder.resolve("prices.csv"), "openai:m,1,10\n");
        Run run = generate("-n", "15", "--estimate", "--prices", prices.toString());
        assertThat(run.out())
                .matches("openai:m: about 3 calls, [0-9,]+ tokens to read and [0-9,]+ to write, \\$0\\.[0-9]{4},"
                        + " if every answer can be used; some cannot, and are asked for anew\n");
        assertThat(bodies).isEmpty();
    }

    @Test
    void theMoneyIsNotExceededAndMoreOfItGoesOn() throws IOException {
        // A call costs 160 tokens: $0.00016.
        Path prices = Files.writeString(folder.resolve("prices.csv"), "openai:m,1,1\n");
        assertThat(generate("-n", "60", "-o", out("whole").toString(), "--prices", prices.toString())
                        .code())
                .isZero();
        bodies.clear();
        String[] poor = {"-n", "60", "-o", out("a").toString(), "--prices", prices.toString(), "--max-cost", "0.004"};
        Run run = generate(poor);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("asked for 60 lines, --max-cost was enough for ");
        int paid = bodies.size();
        assertThat(paid * 160 / 1e6).isLessThanOrEqualTo(0.004);
        poor[poor.length - 1] = "1";
        List<String> more = new ArrayList<>(List.of(poor));
        more.add("--resume");
        assertThat(generate(more.toArray(String[]::new)).code()).isZero();
        assertThat(bodies).hasSize(12).doesNotHaveDuplicates();
        assertThat(files(out("a"))).isEqualTo(files(out("whole")));
        assertThat(generate("-n", "9", "-o", out("b").toString(), "--max-cost", "1")
                        .err())
                .contains("--max-cost needs the price of openai:m");
    }

    @Test
    void aNamePlantedInAPromptOfOnesOwnStopsTheCall() throws IOException {
        Path mine = folder.resolve("mine.md");
        Files.writeString(mine, """
                ---
                name: mine
                version: 1
                purpose: Mine.
                inputs: [template, slots]
                output: lines
                ---
                Write as ZOE  QUILLON would.
                Sentence: {{template}}
                Gaps to keep: {{slots}}
                """);
        Run run = generate("-n", "9", "-o", out("a").toString(), "--prompt", mine.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("a request would have told the server a name of the source; it was not sent (--show-text says"
                        + " which); look at the words of --prompt")
                .doesNotContainIgnoringCase("quillon");
        assertThat(bodies).isEmpty();
        assertThat(out("a")).doesNotExist();
    }

    @Test
    void anUnlabelledNameIsNotTold() throws IOException {
        Files.writeString(
                Path.of(corpus),
                Files.readString(Path.of(corpus)) + "tell [Ole](PERSON) that Zoe Quillon called\n".repeat(9));
        Run run = generate("-n", "60", "-o", out("a").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(bodies).isNotEmpty().allSatisfy(body -> assertThat(body).doesNotContain("Quillon", "called"));
        assertThat(files(out("a")).get("manifest.json")).contains("\"carriers.source_surface\": 1");
    }

    @Test
    void mistakesAreToldBeforeAnythingIsSent() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "sk-secret");
        assertThat(generate("-n", "9", "-o", out("a").toString(), "--key-file", key.toString())
                        .err())
                .contains("expected mode 600");
        assertThat(Run.of("generate", corpus, "--model", "opnai:m", "-o", out("a").toString())
                        .err())
                .contains("unknown provider 'opnai'; did you mean 'openai'?");
        assertThat(Run.of("generate", corpus, "--model", "openai:", "-o", out("a").toString())
                        .err())
                .contains("'openai:' names no model");
        assertThat(Run.of("generate", corpus, "--estimate").err())
                .contains("--estimate says how a model writes, and none is given");
        assertThat(Run.of("annotate", corpus, "--model", "openai:m").err())
                .contains(
                        "--model openai:m: a model on a server finds no mentions, it writes sentences; give it to generate");
        assertThat(generate("-n", "9", "-o", out("a").toString(), "--resume", "--overwrite")
                        .err())
                .contains("--resume goes on with a run, --overwrite begins anew; give one of them");
        assertThat(generate("-n", "9", "-o", out("a").toString(), "--prompt", "judge")
                        .err())
                .contains("prompt 'judge' asks for [candidate]");
        assertThat(bodies).isEmpty();
    }
}
