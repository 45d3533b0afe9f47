package io.understudy.generator.llm;

import dev.langchain4j.model.batch.BatchResponse;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.understudy.core.KnownSurfaces;
import io.understudy.core.Seeds;
import io.understudy.generator.model.Answer;
import io.understudy.generator.model.Answer.Failure;
import io.understudy.generator.model.Answer.Finish;
import io.understudy.generator.model.Answer.Reply;
import io.understudy.generator.model.Answer.Usage;
import io.understudy.generator.model.Batches;
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
import java.util.function.Consumer;
import java.util.function.Supplier;

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
    private final boolean inBatches;
    private volatile boolean structured;
    private volatile Consumer<Usage> onLost = usage -> {};
    private volatile Batches batches = Batches.FORGOTTEN;

    private RemoteModel(Settings settings, EgressGuard guard, Ticker ticker, boolean inBatches) {
        this.settings = settings;
        this.inBatches = inBatches;
        this.chats = new Chats(settings);
        this.ticker = ticker;
        this.structured = settings.structured() && settings.provider() != Provider.ANTHROPIC;
        this.guard = guard.framedBy(captured(List.of(NOTHING_ASKED)));
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
        return new RemoteModel(settings, guard(egress), ticker, false);
    }

    /**
     * As {@link #open}; requests are handed in by the thousand and answered within a day, for less money. Each has no
     * seed. What is spent is counted at the full price.
     *
     * @throws IllegalArgumentException if LangChain4j has no batches of this provider
     */
    public static RemoteModel openBatches(Settings settings, Egress egress, Ticker ticker) {
        if (settings.provider() != Provider.GEMINI) {
            throw new IllegalArgumentException("batches can be handed to gemini alone, not to " + settings.provider());
        }
        return new RemoteModel(settings, guard(egress), ticker, true);
    }

    private static EgressGuard guard(Egress egress) {
        return new EgressGuard(egress.known(), egress.labels(), egress.frame());
    }

    @Override
    public Identity identity() {
        return new Identity(settings.name(), settings.model(), "service");
    }

    /** The exact bodies that would be sent for requests, one for each or one for each batch. */
    public Iterator<String> bodies(Iterator<Request> requests) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return requests.hasNext();
            }

            @Override
            public String next() {
                List<Request> together = inBatches ? BatchRun.next(requests) : List.of(requests.next());
                String body = captured(together);
                guard.check(body);
                return body;
            }
        };
    }

    private String captured(List<Request> requests) {
        return new Capture().body(client -> {
            if (inBatches) {
                chats.batches(client).submit(chats.batch(requests, structured));
            } else {
                chats.ask(requests.get(0), structured, client);
            }
        });
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

    /** Where it is noted which requests were handed in together. */
    public void rememberIn(Batches memory) {
        batches = memory;
    }

    @Override
    public void answer(Iterator<Request> requests, Answers answers) throws InterruptedException {
        if (inBatches) {
            new BatchRun(settings, new Calls(), budget, ticker, batches).run(requests, answers);
        } else {
            new ParallelRun(requests, this::ask).run(settings.concurrency(), answers);
        }
    }

    private final class Calls implements BatchRun.BatchCalls {
        @Override
        public BatchResponse<ChatResponse> submit(List<Request> requests) {
            return heard(() -> chats.batches(transport).submit(chats.batch(requests, structured)));
        }

        @Override
        public BatchResponse<ChatResponse> retrieve(String batch) {
            return heard(() -> chats.batches(transport).retrieve(batch));
        }

        @Override
        public Reply reply(ChatResponse response, Request request) {
            return RemoteModel.this.reply(response, request);
        }

        @Override
        public Usage worst(Request request) {
            return RemoteModel.this.worst(request);
        }

        @Override
        public void lost(List<Request> requests) {
            for (Request request : requests) {
                Usage usage = estimate(request, 1);
                budget.spent(usage, true);
                onLost.accept(usage);
            }
        }

        @Override
        public long delay(Request request, int attempt) {
            return RemoteModel.this.delay(request, attempt);
        }
    }

    private Usage worst(Request request) {
        return Tokens.most(request, structured ? SCHEMA : 0, chats.room(request));
    }

    /** What is thrown below LangChain4j comes out of it as it was. */
    private static <T> T heard(Supplier<T> call) {
        try {
            return call.get();
        } catch (EgressException e) {
            throw e;
        } catch (RuntimeException e) {
            throw causeOf(e);
        }
    }

    private Answer ask(Request request) throws InterruptedException {
        Usage worst = worst(request);
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
        return reply(heard(() -> chats.ask(request, asked, transport)), request);
    }

    private Reply reply(ChatResponse response, Request request) {
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
