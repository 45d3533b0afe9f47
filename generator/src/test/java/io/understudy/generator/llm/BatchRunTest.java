package io.understudy.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.KnownSurfaces;
import io.understudy.generator.journal.Journal;
import io.understudy.generator.llm.Loopback.Call;
import io.understudy.generator.llm.Loopback.Says;
import io.understudy.generator.model.Answer;
import io.understudy.generator.model.Answer.Failure;
import io.understudy.generator.model.Answer.Finish;
import io.understudy.generator.model.Answer.Reply;
import io.understudy.generator.model.Answer.Usage;
import io.understudy.generator.model.ModelException;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.Sampling;
import io.understudy.prompts.Message;
import io.understudy.prompts.Message.Role;
import io.understudy.prompts.Prompt;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches as Gemini's interface has them: handed in by a POST, asked for by GET until they are done. */
class BatchRunTest {

    private static final List<Request> THREE = List.of(request("one"), request("two"), request("three"));

    private static Request request(String text) {
        Prompt prompt = new Prompt("p", 1, List.of(new Message(Role.SYSTEM, "Rewrite."), new Message(Role.USER, text)));
        return new Request(prompt, Sampling.of(50).withTemperature(0.5), 1);
    }

    private static Settings settings(Loopback server) {
        return Settings.of(
                        Provider.GEMINI, "m", Optional.of(server.url("/v1beta")), Optional.of(ApiKey.of("sk-secret")))
                .withStructured(false)
                .withPatience(Duration.ofSeconds(5), 3, Duration.ofMillis(500));
    }

    private static RemoteModel open(Loopback server, Ticker time) {
        return RemoteModel.openBatches(settings(server), RemoteModel.Egress.OPEN, time);
    }

    private static Says state(int batch, String state) {
        return Says.json(200, """
                {"name":"batches/b%d","metadata":{"state":"BATCH_STATE_%s"},"done":%b}""".formatted(batch, state, !state.equals("PENDING") && !state.equals("RUNNING")));
    }

    private static Says done(int batch, String... items) {
        return Says.json(200, """
                {"name":"batches/b%d","metadata":{"state":"BATCH_STATE_SUCCEEDED"},"done":true,"response":{\
                "inlinedResponses":{"inlinedResponses":[%s]}}}""".formatted(batch, String.join(",", items)));
    }

    private static String item(String text) {
        return """
                {"response":{"responseId":"r","modelVersion":"m-2026","candidates":[{"content":{"role":"model","parts":[{\
                "text":"%s"}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":11,"candidatesTokenCount":7,\
                "totalTokenCount":18}}}""".formatted(text);
    }

    private static String error(int code) {
        return "{\"error\":{\"code\":%d,\"message\":\"x\"}}".formatted(code);
    }

    private static Reply reply(String text) {
        return new Reply(text, new Usage(11, 7), Finish.STOP, Optional.of("m-2026"));
    }

    /** Numbers batches from 1 as they are handed in; what GET says is the test's to decide. */
    private static Loopback server(AtomicInteger handedIn, IntFunction<Says> asked) {
        AtomicInteger gets = new AtomicInteger();
        return new Loopback(call ->
                isPost(call) ? state(handedIn.incrementAndGet(), "PENDING") : asked.apply(gets.getAndIncrement()));
    }

    private static boolean isPost(Call call) {
        return call.path().endsWith("/models/m:batchGenerateContent");
    }

    private static List<String> paths(Loopback server) {
        return server.calls().stream().map(Call::path).toList();
    }

    @Test
    void requestsAreHandedInTogetherAndAskedForUntilTheyAreAnswered() throws InterruptedException {
        StoppedTime time = new StoppedTime();
        try (Loopback server = server(
                        new AtomicInteger(),
                        get -> get < 2 ? state(1, "RUNNING") : done(1, item("ONE"), item("TWO"), item("THREE")));
                RemoteModel model = open(server, time)) {
            assertThat(model.answer(THREE)).containsExactly(reply("ONE"), reply("TWO"), reply("THREE"));
            assertThat(paths(server))
                    .containsExactly(
                            "/v1beta/models/m:batchGenerateContent",
                            "/v1beta/batches/b1",
                            "/v1beta/batches/b1",
                            "/v1beta/batches/b1");
            assertThat(time.sleeps()).containsExactly(5000L, 10_000L);
            assertThat(server.calls().get(0).body())
                    .contains("\"one\"", "\"two\"", "\"three\"", "\"maxOutputTokens\" : 50")
                    .doesNotContain("sk-secret")
                    .isEqualTo(model.bodies(THREE.iterator()).next());
            assertThat(model.spending().used()).isEqualTo(new Usage(33, 21));
            assertThat(model.spending().lost()).isEqualTo(Usage.NONE);
        }
    }

    @Test
    void whatTheServerCouldNotDoIsHandedInAgainAndWhatItWillNotDoIsNot() throws InterruptedException {
        AtomicInteger handedIn = new AtomicInteger();
        try (Loopback server = server(
                        handedIn, get -> get == 0 ? done(1, item("ONE"), error(13), error(3)) : done(2, item("TWO")));
                RemoteModel model = open(server, new StoppedTime())) {
            List<Answer> answers = model.answer(THREE);
            assertThat(answers.subList(0, 2)).containsExactly(reply("ONE"), reply("TWO"));
            assertThat(answers.get(2)).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.reason()).isEqualTo("refused_3");
                assertThat(failure.retriable()).isFalse();
            });
            assertThat(handedIn).hasValue(2);
            String second = server.calls().stream()
                    .filter(BatchRunTest::isPost)
                    .map(Call::body)
                    .collect(Collectors.toList())
                    .get(1);
            assertThat(second).contains("\"two\"").doesNotContain("\"one\"", "\"three\"");
        }
    }

    @Test
    void aServerThatFailsToTheEndIsAFailureThatMayBeMended() throws InterruptedException {
        AtomicInteger handedIn = new AtomicInteger();
        try (Loopback server = server(handedIn, get -> done(1, error(14)));
                RemoteModel model = open(server, new StoppedTime())) {
            assertThat(model.answer(THREE.get(0))).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.retriable()).isTrue();
            });
            assertThat(handedIn).hasValue(3);
        }
    }

    /** A break of the machine while the batch is worked on. */
    @Test
    void aRunThatWasBrokenOffWaitsForTheSameBatchAndPaysOnce(@TempDir Path folder) throws Exception {
        AtomicInteger handedIn = new AtomicInteger();
        Ticker broken = new Ticker() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public void sleep(long nanos) {
                throw new IllegalStateException("broken off");
            }
        };
        Path file = folder.resolve("journal");
        try (Loopback server = server(
                handedIn, get -> get == 0 ? state(1, "RUNNING") : done(1, item("ONE"), item("TWO"), item("THREE")))) {
            assertThatThrownBy(() -> answers(server, broken, file)).hasMessage("broken off");
            assertThat(answers(server, new StoppedTime(), file))
                    .containsExactly(reply("ONE"), reply("TWO"), reply("THREE"));
            assertThat(handedIn).hasValue(1);
            int calls = server.calls().size();
            assertThat(answers(server, new StoppedTime(), file))
                    .containsExactly(reply("ONE"), reply("TWO"), reply("THREE"));
            assertThat(server.calls()).hasSize(calls);
        }
    }

    private static List<Answer> answers(Loopback server, Ticker time, Path file)
            throws IOException, InterruptedException {
        try (RemoteModel model = open(server, time);
                Journal journal = Journal.open(model, file, "run")) {
            model.rememberIn(journal.batches());
            journal.onAskedAgain(request -> {
                throw new AssertionError("nothing is asked again");
            });
            return journal.answer(THREE);
        }
    }

    @Test
    void aBatchThatExpiredIsToldAndHandedInAgainByTheNextRun(@TempDir Path folder) throws Exception {
        AtomicInteger handedIn = new AtomicInteger();
        Path file = folder.resolve("journal");
        try (Loopback server = server(
                handedIn, get -> get < 2 ? state(1, "EXPIRED") : done(2, item("ONE"), item("TWO"), item("THREE")))) {
            assertThatThrownBy(() -> answers(server, new StoppedTime(), file))
                    .isInstanceOf(ModelException.class)
                    .hasMessage("gemini:m: the batch ended as expired");
            assertThat(answers(server, new StoppedTime(), file)).hasSize(3);
            assertThat(handedIn).hasValue(2);
        }
    }

    @Test
    void aNameOfTheSourceStopsTheWholeBatch() {
        KnownSurfaces zoe = text -> text.contains("zoe") || text.contains("Zoe") ? Set.of("zoe") : Set.of();
        try (Loopback server = server(new AtomicInteger(), get -> state(1, "RUNNING"));
                RemoteModel model = RemoteModel.openBatches(
                        settings(server), new RemoteModel.Egress(zoe, Set.of(), Set.of()), new StoppedTime())) {
            List<Request> requests =
                    Stream.concat(THREE.stream(), Stream.of(request("say Zoe"))).toList();
            assertThatThrownBy(() -> model.answer(requests)).isInstanceOf(EgressException.class);
            assertThat(server.calls()).isEmpty();
        }
    }

    /** A token costs a dollar for a million; the worst of a request here is about a hundred tokens. */
    @Test
    void noMoreIsHandedInThanMayBePaid() throws InterruptedException {
        try (Loopback server = server(new AtomicInteger(), get -> done(1, item("ONE")))) {
            Settings settings = settings(server)
                    .withCost(
                            Optional.of(Price.ofMillion(BigDecimal.ONE, BigDecimal.ONE)),
                            OptionalLong.of(Price.units(new BigDecimal("0.00018"))));
            try (RemoteModel model = RemoteModel.openBatches(settings, RemoteModel.Egress.OPEN, new StoppedTime())) {
                List<Answer> answers = model.answer(THREE);
                assertThat(answers.get(0)).isEqualTo(reply("ONE"));
                assertThat(answers.subList(1, 3))
                        .allSatisfy(answer -> assertThat(answer)
                                .isInstanceOfSatisfying(
                                        Failure.class,
                                        failure -> assertThat(failure.reason()).isEqualTo(RemoteModel.NO_MONEY)));
            }
        }
    }

    @Test
    void onlyGeminiHasBatchesHere() {
        Settings settings = Settings.of(Provider.OPENAI, "m", Optional.empty(), Optional.of(ApiKey.of("x")));
        assertThatThrownBy(() -> RemoteModel.openBatches(settings, RemoteModel.Egress.OPEN, new StoppedTime()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batches can be handed to gemini alone, not to openai");
    }
}
