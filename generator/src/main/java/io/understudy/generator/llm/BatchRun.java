package io.understudy.generator.llm;

import dev.langchain4j.model.batch.BatchError;
import dev.langchain4j.model.batch.BatchItemResult;
import dev.langchain4j.model.batch.BatchResponse;
import dev.langchain4j.model.batch.BatchState;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.understudy.generator.model.Answer.Failure;
import io.understudy.generator.model.Answer.Reply;
import io.understudy.generator.model.Answer.Usage;
import io.understudy.generator.model.Batches;
import io.understudy.generator.model.Batches.Place;
import io.understudy.generator.model.ModelException;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.TextModel.Answers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Hands requests to a server by the thousand and asks from time to time whether they are answered, which may take a
 * day. What was handed in is noted: a run that was killed waits for the same batch, and pays once.
 */
final class BatchRun {

    /** Requests in one batch. */
    private static final int LARGEST = 1000;

    /** Bytes of their texts; the server takes 20 MB. */
    private static final long BYTES = 10_000_000;

    /** The reason of a batch that ended without answers; a server forgets them after some days. */
    private static final String ENDED = "batch_ended";

    private static final long FIRST_WAIT = 5_000_000_000L;
    private static final long LONGEST_WAIT = 60_000_000_000L;

    private final Settings settings;
    private final BatchCalls calls;
    private final Budget budget;
    private final Ticker ticker;
    private final Batches batches;

    BatchRun(Settings settings, BatchCalls calls, Budget budget, Ticker ticker, Batches batches) {
        this.settings = settings;
        this.calls = calls;
        this.budget = budget;
        this.ticker = ticker;
        this.batches = batches;
    }

    /** What a batch needs of the model that sends it. */
    interface BatchCalls {

        BatchResponse<ChatResponse> submit(List<Request> requests);

        BatchResponse<ChatResponse> retrieve(String batch);

        Reply reply(ChatResponse response, Request request);

        /** The most that a request may use. */
        Usage worst(Request request);

        /** Notes a batch that the server may have taken and whose name is not known. */
        void lost(List<Request> requests);

        /** Nanoseconds before a call is tried again. */
        long delay(Request request, int attempt);
    }

    private record Numbered(long number, Request request) {}

    void run(Iterator<Request> requests, Answers answers) throws InterruptedException {
        long number = 0;
        while (requests.hasNext()) {
            List<Numbered> taken = new ArrayList<>();
            for (Request request : next(requests)) {
                taken.add(new Numbered(number++, request));
            }
            answer(taken, answers);
        }
    }

    /** The requests of the next batch. */
    static List<Request> next(Iterator<Request> requests) {
        List<Request> next = new ArrayList<>();
        long bytes = 0;
        while (requests.hasNext() && next.size() < LARGEST && bytes < BYTES) {
            Request request = requests.next();
            bytes += Tokens.most(request, 0, 0).input();
            next.add(request);
        }
        return next;
    }

    private void answer(List<Numbered> taken, Answers answers) throws InterruptedException {
        Map<String, List<Numbered>> before = new LinkedHashMap<>();
        List<Numbered> open = new ArrayList<>();
        for (Numbered each : taken) {
            Optional<Place> place = batches.placeOf(each.request());
            if (place.isPresent()) {
                before.computeIfAbsent(place.get().batch(), batch -> new ArrayList<>())
                        .add(each);
            } else {
                open.add(each);
            }
        }
        for (Map.Entry<String, List<Numbered>> batch : before.entrySet()) {
            open.addAll(waitFor(batch.getKey(), batch.getValue(), answers));
        }
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            open = handIn(open, attempt == settings.attempts(), answers);
        }
    }

    /** What an earlier run handed in; gives back what the server has forgotten. */
    private List<Numbered> waitFor(String batch, List<Numbered> asked, Answers answers) throws InterruptedException {
        BatchResponse<ChatResponse> response;
        try {
            response = result(batch, asked.get(0).request());
        } catch (CallException e) {
            if (e.reason().equals(ENDED) || e.reason().equals("not_found")) {
                return asked;
            }
            throw failed(e);
        }
        List<Numbered> again = new ArrayList<>();
        for (Numbered each : asked) {
            int index = batches.placeOf(each.request()).orElseThrow().index();
            if (!take(each, item(response, index), false, answers)) {
                again.add(each);
            }
        }
        return again;
    }

    /** Gives back what is to be tried again. */
    private List<Numbered> handIn(List<Numbered> wanted, boolean isLast, Answers answers) throws InterruptedException {
        List<Numbered> paid = new ArrayList<>();
        for (Numbered each : wanted) {
            if (budget.reserve(calls.worst(each.request()))) {
                paid.add(each);
            } else {
                answers.accept(
                        each.number(), new Failure(RemoteModel.NO_MONEY, "the limit of cost would be passed", false));
            }
        }
        List<Numbered> again = new ArrayList<>();
        int settled = 0;
        try {
            if (paid.isEmpty()) {
                return again;
            }
            List<Request> requests = paid.stream().map(Numbered::request).toList();
            String batch;
            BatchResponse<ChatResponse> response;
            try {
                batch = tried(() -> calls.submit(requests), requests.get(0), () -> calls.lost(requests))
                        .batchId();
                batches.submitted(batch, requests);
                response = result(batch, requests.get(0));
            } catch (CallException e) {
                throw failed(e);
            }
            for (int i = 0; i < paid.size(); i++) {
                budget.settle(calls.worst(paid.get(i).request()), Usage.NONE, false);
                settled++;
                if (!take(paid.get(i), item(response, i), isLast, answers)) {
                    again.add(paid.get(i));
                }
            }
            return again;
        } finally {
            for (Numbered each : paid.subList(settled, paid.size())) {
                budget.settle(calls.worst(each.request()), Usage.NONE, false);
            }
        }
    }

    /** Whether an answer was handed over; not where the server had trouble and there is another try. */
    private boolean take(
            Numbered asked, Optional<BatchItemResult<ChatResponse>> item, boolean isLast, Answers answers) {
        if (item.isPresent() && item.get().isSuccess()) {
            Reply reply = calls.reply(item.get().response(), asked.request());
            budget.spent(reply.usage(), false);
            answers.accept(asked.number(), reply);
            return true;
        }
        int code = item.map(BatchItemResult::error).map(BatchError::code).orElse(0);
        // Numbers of google.rpc.Code, or of HTTP: what was asked for is wrong or not allowed.
        boolean isRefused = code == 3 || code == 7 || code == 9 || code == 400 || code == 403;
        if (!isRefused && !isLast) {
            return false;
        }
        answers.accept(
                asked.number(),
                new Failure(
                        isRefused ? "refused_" + code : "batch_error",
                        settings.name() + ": a request of a batch came back with error " + code,
                        !isRefused));
        return true;
    }

    private static Optional<BatchItemResult<ChatResponse>> item(BatchResponse<ChatResponse> response, int index) {
        return index < response.results().size()
                ? Optional.of(response.results().get(index))
                : Optional.empty();
    }

    /** Waits for a batch to end. */
    private BatchResponse<ChatResponse> result(String batch, Request first) throws InterruptedException {
        for (long wait = FIRST_WAIT; ; wait = Math.min(LONGEST_WAIT, wait * 2)) {
            BatchResponse<ChatResponse> response = tried(() -> calls.retrieve(batch), first, () -> {});
            if (response.state() == BatchState.SUCCEEDED) {
                return response;
            }
            if (response.state() != null && response.state().isTerminal()) {
                throw new CallException(
                        ENDED,
                        "the batch ended as " + response.state().name().toLowerCase(Locale.ROOT),
                        false,
                        false,
                        Optional.empty());
            }
            ticker.sleep(wait);
        }
    }

    private <T> T tried(Supplier<T> call, Request first, Runnable onLost) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (CallException e) {
                if (e.reason().equals("interrupted")) {
                    throw new InterruptedException();
                }
                if (e.mayBePaid()) {
                    onLost.run();
                }
                if (!e.isRetriable() || attempt >= settings.attempts()) {
                    throw e;
                }
                ticker.sleep(e.retryAfter().map(Duration::toNanos).orElse(calls.delay(first, attempt)));
            }
        }
    }

    /** The requests stay under way: whoever goes on asks for the same batch. */
    private ModelException failed(CallException e) {
        return new ModelException(settings.name() + ": " + e.getMessage());
    }
}
