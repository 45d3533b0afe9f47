package io.understudy.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.KnownSurfaces;
import io.understudy.core.text.Normalization;
import io.understudy.generator.llm.Loopback.Call;
import io.understudy.generator.llm.Loopback.Says;
import io.understudy.generator.model.Answer;
import io.understudy.generator.model.Answer.Failure;
import io.understudy.generator.model.Answer.Finish;
import io.understudy.generator.model.Answer.Reply;
import io.understudy.generator.model.Answer.Usage;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.Sampling;
import io.understudy.prompts.Message;
import io.understudy.prompts.Message.Role;
import io.understudy.prompts.Prompt;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RemoteModelTest {

    private static final Says FINE = Loopback.openAi("to {CITY_1}", 11, 7);

    private static Request request(String text) {
        return request(text, 1);
    }

    private static Request request(String text, long seed) {
        Prompt prompt = new Prompt(
                "p",
                1,
                List.of(
                        new Message(Role.SYSTEM, "Rewrite."),
                        new Message(Role.USER, "to {CITY_1}"),
                        new Message(Role.ASSISTANT, "towards {CITY_1}"),
                        new Message(Role.USER, text)));
        return new Request(prompt, Sampling.of(50).withTemperature(0.5).withTopP(0.75), seed);
    }

    private static Settings settings(Loopback server) {
        return settings(server, Provider.OPENAI, "");
    }

    private static Settings settings(Loopback server, Provider provider, String path) {
        return Settings.of(provider, "m", Optional.of(server.url(path)), Optional.of(ApiKey.of("sk-secret")))
                .withStructured(false);
    }

    private static RemoteModel open(Settings settings, Ticker time) {
        return RemoteModel.open(settings, RemoteModel.Egress.OPEN, time);
    }

    /** What comes of one request where the server says these things one after the other. */
    private record Tried(Answer answer, List<Call> calls, List<Long> sleeps, Spending spending) {

        static Tried of(Says... says) throws InterruptedException {
            StoppedTime time = new StoppedTime();
            try (Loopback server = new Loopback(call -> says[Math.min(call.number(), says.length - 1)])) {
                Settings settings = settings(server)
                        .withPatience(Duration.ofMillis(1500), 3, Duration.ofMillis(500))
                        .withCost(Optional.of(Price.ofMillion(BigDecimal.ONE, BigDecimal.TEN)), OptionalLong.empty());
                try (RemoteModel model = open(settings, time)) {
                    return new Tried(model.answer(request("x")), server.calls(), time.sleeps(), model.spending());
                }
            }
        }
    }

    @Test
    void aReplyTellsItsTextItsTokensWhyItEndedAndWhoSpoke() throws InterruptedException {
        Tried tried = Tried.of(FINE);
        assertThat(tried.answer())
                .isEqualTo(new Reply("to {CITY_1}", new Usage(11, 7), Finish.STOP, Optional.of("m-2026")));
        assertThat(tried.spending()).isEqualTo(new Spending(1, new Usage(11, 7), Usage.NONE, 81_000_000));
    }

    /** The client of the JDK asks for HTTP/2 over plain http, which makes common servers lose the body. */
    @Test
    void callsAreHttp11WithTheKeyWhereItBelongs() throws InterruptedException {
        Call call = Tried.of(FINE).calls().get(0);
        assertThat(call.protocol()).isEqualTo("HTTP/1.1");
        assertThat(call.headers().keySet()).doesNotContain("Upgrade", "Http2-settings");
        assertThat(call.headers().get("Authorization")).containsExactly("Bearer sk-secret");
        assertThat(call.body()).doesNotContain("sk-secret");
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of("500", Says.json(500, "{}")),
                Arguments.of("503", Says.json(503, "{}")),
                Arguments.of("429", Says.json(429, "{}")),
                Arguments.of("408", Says.json(408, "{}")),
                Arguments.of("a page of a proxy", Says.of(200, "text/html", "<html>please log in</html>")),
                Arguments.of("nothing", Says.json(200, "")),
                Arguments.of("half a reply", Says.json(200, FINE.body().substring(0, 60))),
                Arguments.of("a connection that breaks", FINE.cut()),
                Arguments.of("other JSON", Says.json(200, "{\"hello\": [1, 2]}")),
                Arguments.of("a list", Says.json(200, "[1, 2]")),
                Arguments.of("silence", FINE.after(3000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void whatGoesWrongOnceIsTriedAgain(String name, Says trouble) throws InterruptedException {
        Tried tried = Tried.of(trouble, FINE);
        assertThat(tried.answer()).isInstanceOf(Reply.class);
        assertThat(tried.calls()).hasSize(2);
        assertThat(tried.calls().get(1).body()).isEqualTo(tried.calls().get(0).body());
        assertThat(tried.sleeps())
                .hasSize(1)
                .allSatisfy(sleep -> assertThat(sleep).isBetween(250L, 500L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void whatStaysWrongIsAFailureThatMayPass(String name, Says trouble) throws InterruptedException {
        Tried tried = Tried.of(trouble);
        assertThat(tried.answer()).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.retriable()).isTrue();
            assertThat(failure.message()).startsWith("openai:m: ").endsWith(", 3 times");
        });
        assertThat(tried.calls()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | no_access | openai:m: the server answered 401: it does not accept the key, or the model is not for it",
                "403 | no_access | openai:m: the server answered 403: it does not accept the key, or the model is not for it",
                "404 | not_found | openai:m: the server answered 404: there is no such model, or --base-url is not right",
                "400 | refused_400 | openai:m: the server answered 400: it refuses such a request",
                "302 | refused_302 | openai:m: the server answered 302: it refuses such a request",
            })
    void whatNoRetryCanMendIsAskedOnce(int status, String reason, String message) throws InterruptedException {
        Tried tried = Tried.of(Says.json(status, "{\"error\": \"to {CITY_1}\"}"));
        assertThat(tried.answer()).isEqualTo(new Failure(reason, message, false));
        assertThat(tried.calls()).hasSize(1);
    }

    @Test
    void anAccountWithoutMoneyIsNotAskedAgain() throws InterruptedException {
        Tried tried = Tried.of(Says.json(429, "{\"error\": {\"code\": \"insufficient_quota\"}}"));
        assertThat(tried.answer())
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.reason()).isEqualTo("no_quota"));
        assertThat(tried.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After | 7 | 7000",
                "Retry-After | 1.5 | 1500",
                "retry-after-ms | 2500 | 2500",
            })
    void aServerIsLeftAloneAsLongAsItAsks(String header, String value, long millis) throws InterruptedException {
        Tried tried = Tried.of(Says.json(429, "{}").with(header, value), FINE);
        assertThat(tried.answer()).isInstanceOf(Reply.class);
        assertThat(tried.sleeps().stream().mapToLong(Long::longValue).sum()).isBetween(millis - 2, millis);
    }

    @Test
    void aDateIsComparedWithTheServersOwnClock() throws InterruptedException {
        // Its clock stands in its Date header, which the JDK's server sets: a date long ago asks for nothing.
        Tried tried = Tried.of(Says.json(503, "{}").with("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"), FINE);
        assertThat(tried.answer()).isInstanceOf(Reply.class);
        assertThat(tried.sleeps().stream().mapToLong(Long::longValue).sum()).isBetween(250L, 500L);
    }

    @Test
    void aServerThatAsksForHoursIsNotWaitedFor() throws InterruptedException {
        Tried tried = Tried.of(Says.json(429, "{}").with("Retry-After", "7200"), FINE);
        assertThat(tried.answer())
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.retriable()).isTrue());
        assertThat(tried.calls()).hasSize(1);
    }

    @Test
    void aReplyThatCameBrokenIsCountedAsLost() throws InterruptedException {
        Spending spending = Tried.of(FINE.cut(), FINE).spending();
        assertThat(spending.calls()).isEqualTo(2);
        assertThat(spending.used()).isEqualTo(new Usage(11, 7));
        assertThat(spending.lost().input()).isPositive();
        assertThat(Tried.of(Says.json(500, "{}"), FINE).spending().lost()).isEqualTo(Usage.NONE);
    }

    @Test
    void noServerIsAFailureThatMayPass() throws InterruptedException {
        Loopback gone = new Loopback(call -> FINE);
        Settings settings = settings(gone).withPatience(Duration.ofSeconds(2), 2, Duration.ofMillis(1));
        gone.close();
        try (RemoteModel model = open(settings, new StoppedTime())) {
            assertThat(model.answer(request("x")))
                    .isEqualTo(new Failure(
                            "no_connection",
                            "openai:m: there is no server at " + gone.url("").getAuthority() + ", 2 times",
                            true));
        }
    }

    static Stream<Arguments> providers() {
        Function<String, Function<String, Says>> wire = format -> text -> Says.json(200, format.replace("TEXT", text));
        return Stream.of(
                Arguments.of(
                        Provider.OPENAI,
                        "/v1",
                        "/v1/chat/completions",
                        "Authorization",
                        "Bearer sk-secret",
                        List.of("\"seed\"", "\"max_tokens\""),
                        wire.apply(FINE.body().replace("to {CITY_1}", "TEXT"))),
                Arguments.of(
                        Provider.ANTHROPIC,
                        "/v1",
                        "/v1/messages",
                        "X-api-key",
                        "sk-secret",
                        List.of("\"system\"", "\"max_tokens\""),
                        wire.apply("""
                                {"id":"x","type":"message","role":"assistant","model":"m-2026","content":[{"type":"text",\
                                "text":"TEXT"}],"stop_reason":"end_turn","usage":{"input_tokens":11,"output_tokens":7}}""")),
                Arguments.of(
                        Provider.GEMINI,
                        "/v1beta",
                        "/v1beta/models/m:generateContent",
                        "X-goog-api-key",
                        "sk-secret",
                        List.of("\"generationConfig\"", "\"maxOutputTokens\"", "\"seed\""),
                        wire.apply("""
                                {"candidates":[{"content":{"parts":[{"text":"TEXT"}],"role":"model"},"finishReason":"STOP"}],\
                                "usageMetadata":{"promptTokenCount":11,"candidatesTokenCount":7,"totalTokenCount":18},\
                                "modelVersion":"m-2026","responseId":"r"}""")),
                Arguments.of(
                        Provider.MISTRAL,
                        "/v1",
                        "/v1/chat/completions",
                        "Authorization",
                        "Bearer sk-secret",
                        List.of("\"random_seed\"", "\"max_tokens\""),
                        wire.apply(FINE.body().replace("to {CITY_1}", "TEXT"))),
                Arguments.of(
                        Provider.OLLAMA,
                        "",
                        "/api/chat",
                        "Authorization",
                        "Bearer sk-secret",
                        List.of("\"num_predict\"", "\"seed\""),
                        wire.apply("""
                                {"model":"m-2026","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant",\
                                "content":"TEXT"},"done":true,"done_reason":"stop","prompt_eval_count":11,"eval_count":7}""")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void eachProviderIsAskedInItsLanguage(
            Provider provider,
            String base,
            String path,
            String keyHeader,
            String key,
            List<String> says,
            Function<String, Says> wire)
            throws InterruptedException {
        try (Loopback server = new Loopback(call -> wire.apply("to {CITY_1}"))) {
            Request request = request("Say: to {CITY_1}");
            try (RemoteModel model = open(settings(server, provider, base), new StoppedTime())) {
                assertThat(model.answer(request))
                        .isEqualTo(new Reply("to {CITY_1}", new Usage(11, 7), Finish.STOP, Optional.of("m-2026")));
                Call call = server.calls().get(0);
                assertThat(call.path()).isEqualTo(path);
                assertThat(call.headers().get(keyHeader)).containsExactly(key);
                assertThat(call.body())
                        .contains("Rewrite.", "towards {CITY_1}", "Say: to {CITY_1}", "0.5")
                        .contains(says)
                        .isEqualTo(model.bodies(List.of(request).iterator()).next());
            }
        }
    }

    @Test
    void aServerThatDoesNotKnowSchemasIsAskedWithoutOne() throws InterruptedException {
        try (Loopback server = new Loopback(call ->
                call.body().contains("json_schema") ? Says.json(400, "{\"error\": \"response_format\"}") : FINE)) {
            try (RemoteModel model = open(settings(server).withStructured(true), new StoppedTime())) {
                List<Answer> answers = model.answer(IntStream.range(0, 20)
                        .mapToObj(i -> request("x" + i, i))
                        .toList());
                assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOf(Reply.class));
                assertThat(server.calls().get(0).body()).contains("json_schema", "{\\\"lines\\\":");
                assertThat(server.calls().stream().filter(call -> call.body().contains("json_schema")))
                        .hasSizeLessThanOrEqualTo(16);
            }
        }
    }

    /** Finds its one name however it is written. */
    private static final KnownSurfaces ZOE =
            text -> Normalization.of(text).contains("zoe o'hara") ? Set.of("zoe o'hara") : Set.of();

    @ParameterizedTest
    @CsvSource({"Zoë O’Hara", "ZOE O'HARA", "zoe  o'hara", "Zoe\\nO'Hara"})
    void aNameOfTheSourceStopsTheCallHoweverItIsWritten(String name) {
        try (Loopback server = new Loopback(call -> FINE)) {
            RemoteModel.Egress egress = new RemoteModel.Egress(ZOE, Set.of("CITY"), Set.of());
            try (RemoteModel model = RemoteModel.open(settings(server), egress, new StoppedTime())) {
                Request leaking = request("say " + name.replace("\\n", "\n") + " to {CITY_1}");
                assertThatThrownBy(() -> model.answer(leaking))
                        .isInstanceOf(EgressException.class)
                        .hasMessage("a request would have told the server a name of the source; it was not sent");
                assertThatThrownBy(
                                () -> model.bodies(List.of(leaking).iterator()).next())
                        .isInstanceOf(EgressException.class);
                assertThat(server.calls()).isEmpty();
            }
        }
    }

    @Test
    void aNameInASlotIsAnyLabelsButNotAnybodys() throws InterruptedException {
        KnownSurfaces city = text -> Normalization.of(text).contains("city") ? Set.of("city") : Set.of();
        try (Loopback server = new Loopback(call -> FINE)) {
            RemoteModel.Egress egress = new RemoteModel.Egress(city, Set.of("CITY"), Set.of());
            try (RemoteModel model = RemoteModel.open(settings(server), egress, new StoppedTime())) {
                assertThat(model.answer(request("to {CITY_1}"))).isInstanceOf(Reply.class);
            }
            RemoteModel.Egress none = new RemoteModel.Egress(city, Set.of(), Set.of());
            try (RemoteModel model = RemoteModel.open(settings(server), none, new StoppedTime())) {
                assertThatThrownBy(() -> model.answer(request("to {CITY_1}"))).isInstanceOf(EgressException.class);
            }
        }
    }

    @Test
    void whatWasPaidIsHandedOverBeforeALeakStopsTheRun() {
        try (Loopback server = new Loopback(call -> FINE)) {
            RemoteModel.Egress egress = new RemoteModel.Egress(ZOE, Set.of("CITY"), Set.of());
            List<Long> got = new ArrayList<>();
            try (RemoteModel model = RemoteModel.open(
                    settings(server).withPace(1, OptionalLong.empty(), OptionalLong.empty()),
                    egress,
                    new StoppedTime())) {
                assertThatThrownBy(() -> model.answer(
                                List.of(request("a"), request("b"), request("Zoe O'Hara"), request("c"))
                                        .iterator(),
                                (number, answer) -> got.add(number)))
                        .isInstanceOf(EgressException.class);
            }
            assertThat(got).containsExactly(0L, 1L);
            assertThat(server.calls()).hasSize(2);
        }
    }

    @Test
    void theLimitOfCostIsNeverPassed() throws InterruptedException {
        try (Loopback server = new Loopback(call -> Loopback.openAi("x", 40, 50))) {
            // 90 tokens at a dollar for a million are $0.00009.
            Settings settings = settings(server)
                    .withCost(
                            Optional.of(Price.ofMillion(BigDecimal.ONE, BigDecimal.ONE)),
                            OptionalLong.of(Price.units(new BigDecimal("0.001"))));
            try (RemoteModel model = open(settings, new StoppedTime())) {
                List<Answer> answers = model.answer(IntStream.range(0, 40)
                        .mapToObj(i -> request("x" + i, i))
                        .toList());
                long replies = answers.stream().filter(Reply.class::isInstance).count();
                assertThat(replies).isEqualTo(server.calls().size()).isBetween(3L, 11L);
                assertThat(Price.dollars(model.spending().cost()))
                        .isEqualByComparingTo(new BigDecimal("0.00009").multiply(BigDecimal.valueOf(replies)))
                        .isLessThanOrEqualTo(new BigDecimal("0.001"));
                assertThat(answers.get(39))
                        .isInstanceOfSatisfying(
                                Failure.class,
                                failure -> assertThat(failure.reason()).isEqualTo(RemoteModel.NO_MONEY));
            }
        }
    }

    /** 1,000 requests with 5 % faults of all kinds; the full 10,000 are a script in benchmarks. */
    @Test
    void nothingIsLostAndNothingDoubledAmongFaults() throws InterruptedException {
        AtomicInteger served = new AtomicInteger();
        List<Says> faults = List.of(
                Says.json(500, "{}"),
                Says.json(429, "{}").with("Retry-After", "0.01"),
                FINE.cut(),
                Says.of(200, "text/html", "<p>no</p>"));
        try (Loopback server = new Loopback(call -> {
            if (call.number() % 20 == 7) {
                return faults.get(call.number() / 20 % faults.size());
            }
            served.incrementAndGet();
            String body = call.body();
            int at = body.indexOf("number ") + 7;
            return Loopback.openAi(body.substring(at, body.indexOf('.', at)), 11, 7);
        })) {
            try (RemoteModel model = open(settings(server), new StoppedTime())) {
                List<Answer> answers = model.answer(IntStream.range(0, 1000)
                        .mapToObj(i -> request("number " + i + ".", i))
                        .toList());
                for (int i = 0; i < answers.size(); i++) {
                    assertThat(answers.get(i))
                            .isEqualTo(new Reply(
                                    Integer.toString(i), new Usage(11, 7), Finish.STOP, Optional.of("m-2026")));
                }
                assertThat(served).hasValue(1000);
                assertThat(model.spending().used()).isEqualTo(new Usage(11_000, 7_000));
            }
        }
    }

    @Test
    void keysAndAddressesThatCannotBeRightAreRefused() {
        assertThatThrownBy(() -> Settings.of(Provider.OPENAI, "m", Optional.empty(), Optional.empty()))
                .hasMessage("there is no key for openai; set OPENAI_API_KEY, or give --key-file FILE (mode 600)");
        assertThatThrownBy(() -> Settings.of(
                        Provider.OPENAI,
                        "m",
                        Optional.of(java.net.URI.create("http://example.org/v1")),
                        Optional.of(ApiKey.of("k"))))
                .hasMessage("--base-url: a key over http can be read on its way to example.org; use https");
        assertThatThrownBy(() -> Provider.named("opnai"))
                .hasMessage(
                        "unknown provider 'opnai'; did you mean 'openai'? have: openai, anthropic, gemini, mistral, ollama");
        assertThat(ApiKey.of("sk-secret")).hasToString("(key)");
    }
}
