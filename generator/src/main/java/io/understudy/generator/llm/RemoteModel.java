package io.understudy.generator.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.understudy.core.KnownSurfaces;
import io.understudy.core.Seeds;
import io.understudy.generator.model.Answer;
import io.understudy.generator.model.Answer.Failure;
import io.understudy.generator.model.Answer.Finish;
import io.understudy.generator.model.Answer.Reply;
import io.understudy.generator.model.Answer.Usage;
import io.understudy.generator.model.Identity;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.Sampling;
import io.understudy.generator.model.TextModel;
import io.understudy.prompts.Prompt;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A model on a server. Nothing is sent before the first request, and no request that says what the source said: that
 * throws an {@link EgressException} out of {@link #answer}, after the calls under way have been answered. What the
 * network and the server do wrong is tried again; what stays wrong is a {@link Failure}. A request for which there is
 * no money left is a failure too, of the reason {@value #NO_MONEY}.
 */
public final class RemoteModel implements TextModel {

    /** The reason of a request that would have cost more than there is. */
    public static final String NO_MONEY = "max_cost";

    /** Bytes that a structured request has more, with room to spare. */
    private static final int SCHEMA = 1000;

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

    /** A server that asks for more is not waited for. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /** Says what every request says, with all that may be set. */
    private static final Request NOTHING_ASKED = new Request(
            new Prompt("nothing", 1, "|"),
            Sampling.of(1)
                    .withTemperature(1)
                    .withTopP(1)
                    .withTopK(1)
                    .withMinP(0)
                    .withRepetitionPenalty(1)
                    .withStop(List.of("|")),
            0);

    private final Settings settings;
    private final Chats chats;
    private final Transport transport;
    private final EgressGuard guard;
    private final Ticker ticker;
    private final Pace pace;
    private final Budget budget;
    private volatile boolean structured;
    private volatile Consumer<Usage> onLost = usage -> {};

    private RemoteModel(Settings settings, EgressGuard guard, Ticker ticker) {
        this.settings = settings;
        this.chats = new Chats(settings);
        this.ticker = ticker;
        this.structured = settings.structured() && settings.provider() != Provider.ANTHROPIC;
        this.guard = guard.framedBy(new Capture().body(chats, NOTHING_ASKED, structured));
        this.transport = new Transport(this.guard, settings.timeout());
        this.pace = new Pace(ticker, settings.concurrency(), settings.requestsPerMinute(), settings.tokensPerMinute());
        this.budget = new Budget(settings.price().orElse(Price.FREE), settings.maxCost());
    }

    /**
     * What may leave the machine.
     *
     * @param known what the source said
     * @param labels whose names may stand in slots
     * @param frame normalised surfaces that say nothing, because they stand in every prompt
     */
    public record Egress(KnownSurfaces known, Set<String> labels, Set<String> frame) {

        /** There is no source. */
        public static final Egress OPEN = new Egress(KnownSurfaces.NONE, Set.of(), Set.of());

        public Egress {
            labels = Set.copyOf(labels);
            frame = Set.copyOf(frame);
        }
    }

    /** Sends nothing. */
    public static RemoteModel open(Settings settings, Egress egress, Ticker ticker) {
        return new RemoteModel(settings, new EgressGuard(egress.known(), egress.labels(), egress.frame()), ticker);
    }

    @Override
    public Identity identity() {
        return new Identity(settings.name(), settings.model(), "service");
    }

    /** The exact body that would be sent for a request. */
    public String body(Request request) {
        String body = new Capture().body(chats, request, structured);
        guard.check(body);
        return body;
    }

    /** About how many tokens a request will use; an estimate. */
    public Usage estimate(Request request, int lines) {
        return Tokens.about(request, structured ? Chats.AS_JSON.length() : 0, lines);
    }

    public Spending spending() {
        return budget.spending();
    }

    /** Counts what was spent in an earlier part of the run. */
    public void spentBefore(Usage usage, boolean lost) {
        budget.spent(usage, lost);
    }

    /** Is told of replies that may have been charged for and are lost, from any thread. */
    public void onLost(Consumer<Usage> sink) {
        onLost = sink;
    }

    /** Keeps the body, and stops there. */
    private static final class Capture implements dev.langchain4j.http.client.HttpClient {

        private static final class Enough extends RuntimeException {
            private static final long serialVersionUID = 1L;

            Enough() {
                super("enough", null, false, false);
            }
        }

        private String body = "";

        String body(Chats chats, Request request, boolean structured) {
            try {
                chats.ask(request, structured, this);
            } catch (RuntimeException e) {
                if (body.isEmpty()) {
                    throw e;
                }
            }
            return body;
        }

        @Override
        public dev.langchain4j.http.client.SuccessfulHttpResponse execute(
                dev.langchain4j.http.client.HttpRequest request) {
            body = request.body();
            throw new Enough();
        }

        @Override
        public void execute(
                dev.langchain4j.http.client.HttpRequest request,
                dev.langchain4j.http.client.sse.ServerSentEventParser parser,
                dev.langchain4j.http.client.sse.ServerSentEventListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private record Numbered(long number, Request request) {}

    private record Answered(long number, Answer answer) {}

    /** One run over an iterator. */
    private final class Run {
        private final Iterator<Request> requests;
        private final BlockingQueue<Answered> done = new ArrayBlockingQueue<>(1024);
        private final AtomicInteger working = new AtomicInteger();
        private long taken;
        private Optional<RuntimeException> stopped = Optional.empty();

        Run(Iterator<Request> requests) {
            this.requests = requests;
        }

        private synchronized Optional<Numbered> next() {
            if (stopped.isPresent()) {
                return Optional.empty();
            }
            try {
                return requests.hasNext() ? Optional.of(new Numbered(taken++, requests.next())) : Optional.empty();
            } catch (RuntimeException e) {
                stop(e);
                return Optional.empty();
            }
        }

        private synchronized void stop(RuntimeException why) {
            stopped = stopped.or(() -> Optional.of(why));
        }

        private void work() {
            try {
                for (Optional<Numbered> next = next(); next.isPresent(); next = next()) {
                    done.put(new Answered(next.get().number(), ask(next.get().request())));
                }
            } catch (InterruptedException e) {
                // The run was given up.
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                stop(e);
            } finally {
                working.decrementAndGet();
                done.offer(new Answered(-1, NOTHING));
            }
        }

        void run(Answers answers) throws InterruptedException {
            Thread[] workers = new Thread[settings.concurrency()];
            working.set(workers.length);
            for (int i = 0; i < workers.length; i++) {
                workers[i] = new Thread(this::work, "calls-" + i);
                workers[i].setDaemon(true);
                workers[i].start();
            }
            try {
                while (working.get() > 0 || !done.isEmpty()) {
                    Answered answered = done.take();
                    if (answered.number() >= 0) {
                        answers.accept(answered.number(), answered.answer());
                    }
                }
            } finally {
                for (Thread worker : workers) {
                    worker.interrupt();
                }
            }
            if (stopped.isPresent()) {
                throw stopped.get();
            }
        }
    }

    private static final Failure NOTHING = new Failure("nothing", "nothing was asked", false);

    @Override
    public void answer(Iterator<Request> requests, Answers answers) throws InterruptedException {
        new Run(requests).run(answers);
    }

    private Answer ask(Request request) throws InterruptedException {
        Usage worst = Tokens.most(request, structured ? SCHEMA : 0, chats.room(request));
        CallException last = null;
        for (int attempt = 0; attempt < settings.attempts(); attempt++) {
            if (attempt > 0) {
                ticker.sleep(delay(request, attempt));
            }
            if (!budget.reserve(worst)) {
                return new Failure(NO_MONEY, "the limit of cost would be passed", false);
            }
            long begun = pace.begin(worst.output() + worst.input() / 4);
            boolean asked = structured;
            try {
                Reply reply = call(request, asked);
                budget.settle(worst, reply.usage(), false);
                pace.speedUp();
                return reply;
            } catch (CallException e) {
                last = e;
                settle(request, worst, e);
                if (e.isOverload()) {
                    pace.slowDown(begun, e.retryAfter().filter(pause -> pause.compareTo(LONGEST_PAUSE) <= 0));
                }
                if (e.reason().equals("interrupted")) {
                    throw new InterruptedException();
                }
                if (asked && isUnknownFormat(e)) {
                    structured = false;
                    attempt--;
                    continue;
                }
                if (!e.isRetriable()) {
                    return failure(e, attempt + 1, false);
                }
                if (e.retryAfter()
                        .filter(pause -> pause.compareTo(LONGEST_PAUSE) > 0)
                        .isPresent()) {
                    return failure(e, attempt + 1, true);
                }
                if (e.retryAfter().isPresent() && !e.isOverload()) {
                    ticker.sleep(e.retryAfter().get().toNanos());
                }
            } catch (EgressException e) {
                budget.settle(worst, Usage.NONE, false);
                throw e;
            } finally {
                pace.end();
            }
        }
        return failure(last, settings.attempts(), true);
    }

    private void settle(Request request, Usage worst, CallException e) {
        Usage lost = e.mayBePaid() ? estimate(request, 1) : Usage.NONE;
        budget.settle(worst, lost, true);
        if (e.mayBePaid()) {
            onLost.accept(lost);
        }
    }

    /** A server that does not know schemas says so once; then none are sent. */
    private static boolean isUnknownFormat(CallException e) {
        return e.reason().equals("refused_400") || e.reason().equals("refused_422");
    }

    private Failure failure(CallException e, int calls, boolean retriable) {
        return new Failure(
                e.reason(),
                settings.name() + ": " + e.getMessage() + (calls > 1 ? ", " + calls + " times" : ""),
                retriable);
    }

    /** Doubles, with a share that differs by request, so that all do not come back at once. */
    private long delay(Request request, int attempt) {
        double most = Math.min(
                (double) LONGEST_DELAY.toNanos(), settings.firstDelay().toNanos() * Math.pow(2, attempt - 1.0));
        return (long) (most * (0.5 + 0.5 * Seeds.random(request.seed(), attempt).nextDouble()));
    }

    private Reply call(Request request, boolean asked) {
        ChatResponse response;
        try {
            response = chats.ask(request, asked, transport);
        } catch (EgressException e) {
            throw e;
        } catch (RuntimeException e) {
            throw causeOf(e);
        }
        String text = response.aiMessage() == null ? null : response.aiMessage().text();
        Usage usage = Optional.ofNullable(response.tokenUsage())
                .map(tokens -> new Usage(count(tokens.inputTokenCount()), count(tokens.outputTokenCount())))
                .filter(each -> each.input() + each.output() > 0)
                .orElseGet(() -> estimate(request, 1));
        Finish finish = response.finishReason() == null
                ? Finish.OTHER
                : switch (response.finishReason()) {
                    case STOP -> Finish.STOP;
                    case LENGTH -> Finish.LENGTH;
                    default -> Finish.OTHER;
                };
        // An empty answer is the model's; it was paid for and is refused like any other that lacks its slots.
        return new Reply(
                text == null ? "" : text,
                usage,
                finish,
                Optional.ofNullable(response.metadata())
                        .map(each -> each.modelName())
                        .filter(name -> !name.isBlank()));
    }

    private static RuntimeException causeOf(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof EgressException egress) {
                return egress;
            }
        }
        return CallException.in(thrown);
    }

    private static long count(Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }

    @Override
    public void close() {
        // The JDK's client ends with its last reference.
    }
}
