package io.understudy.generator.journal;

import io.understudy.generator.model.Answer;
import io.understudy.generator.model.Answer.Failure;
import io.understudy.generator.model.Answer.Reply;
import io.understudy.generator.model.Answer.Usage;
import io.understudy.generator.model.Batches;
import io.understudy.generator.model.Identity;
import io.understudy.generator.model.ModelException;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.TextModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * A model that remembers. Each answer is written as soon as it comes, so that it outlives the process, and forced to
 * disk before it is handed over, many in one go where many come at once; a request that was answered in an earlier run
 * is answered from there. So a run that was killed at any point and begun again asks for nothing that it was told of,
 * and ends as if it had not been killed. What it was asking when it was killed, it cannot know the answer of: that is
 * asked again, and may be paid for twice; each request is noted before it is asked, so that this is told. Failures that
 * a retry may mend are not remembered. Memory: the answers of the earlier run that were not asked for yet.
 */
public final class Journal implements TextModel {

    /** How long the calls under way may take, in milliseconds, when a run fails. */
    private static final long PATIENCE_MS = 60_000;

    private final TextModel model;
    private final JournalFile file;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile Consumer<Request> onAskedAgain = request -> {};

    private Journal(TextModel model, JournalFile file) {
        this.model = model;
        this.file = file;
    }

    /**
     * @param run says which run this is: the same recipe, inputs, prompt and model; another is refused
     * @throws io.understudy.core.BadDataException if the file is no journal, or that of another run
     * @throws IOException if it cannot be read or written, or another process writes it
     */
    public static Journal open(TextModel model, Path path, String run) throws IOException {
        return new Journal(model, JournalFile.open(path, run));
    }

    /** Whether a journal holds no answer and no loss: at most what was asked. */
    public static boolean isEmpty(Path path) throws IOException {
        return JournalFile.isEmpty(path);
    }

    /** Tokens of all replies in the journal when it was opened. */
    public Usage usedBefore() {
        return file.used();
    }

    /** Tokens of replies that were lost, when it was opened. */
    public Usage lostBefore() {
        return file.lost();
    }

    /** How many answers it held when it was opened. */
    public int answeredBefore() {
        return file.size();
    }

    /** Is told of a request that an earlier run was asking when it ended, before it is asked again; from any thread. */
    public void onAskedAgain(Consumer<Request> sink) {
        onAskedAgain = sink;
    }

    /** What was handed in together, over the ends of processes. */
    public Batches batches() {
        return new Batches() {
            @Override
            public void submitted(String batch, List<Request> requests) {
                try {
                    file.submitted(
                            batch, requests.stream().map(JournalFile::key).toList());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public Optional<Place> placeOf(Request request) {
                return file.placeOf(JournalFile.key(request));
            }
        };
    }

    /**
     * Notes what a lost reply may have cost. Any thread may, while requests are answered.
     *
     * @throws UncheckedIOException if the journal cannot be written
     */
    public void lost(Usage usage) {
        write(JournalFile.line(usage));
    }

    private sealed interface Event {}

    private record Answered(long number, String key, Answer answer, boolean isNew) implements Event {}

    private record Ended(Optional<Throwable> why) implements Event {}

    @Override
    public Identity identity() {
        return model.identity();
    }

    @Override
    public void answer(Iterator<Request> requests, Answers answers) throws InterruptedException {
        Unanswered unanswered = new Unanswered(requests);
        Thread asking = new Thread(() -> ask(unanswered), "asking");
        asking.setDaemon(true);
        asking.start();
        try {
            while (!handOver(answers)) {
                // All that has come so far was handed over.
            }
        } catch (InterruptedException e) {
            keepWhatComes(asking, 0);
            throw e;
        } catch (RuntimeException e) {
            unanswered.end();
            keepWhatComes(asking, PATIENCE_MS);
            throw e;
        } finally {
            asking.interrupt();
        }
    }

    /** Calls under way are paid for, whether or not anybody still waits for their answers. */
    private void keepWhatComes(Thread asking, long patienceMs) throws InterruptedException {
        if (patienceMs > 0) {
            asking.join(patienceMs);
        }
        asking.interrupt();
        asking.join();
        force();
    }

    private void ask(Unanswered unanswered) {
        Optional<Throwable> why = Optional.empty();
        try {
            model.answer(unanswered, (number, answer) -> {
                Numbered asked = unanswered.asked.remove(number);
                write(isFinal(answer) ? JournalFile.line(asked.key(), answer) : JournalFile.failed(asked.key()));
                events.add(new Answered(asked.number(), asked.key(), answer, true));
            });
        } catch (RuntimeException | Error | InterruptedException e) {
            why = Optional.of(e);
        }
        events.add(new Ended(why));
    }

    /** Whether that was all. */
    private boolean handOver(Answers answers) throws InterruptedException {
        List<Event> batch = new ArrayList<>();
        batch.add(events.take());
        events.drainTo(batch);
        if (batch.stream().anyMatch(event -> event instanceof Answered answered && answered.isNew())) {
            force();
        }
        for (Event event : batch) {
            if (event instanceof Answered answered) {
                answers.accept(answered.number(), answered.answer());
            } else if (event instanceof Ended ended) {
                rethrow(ended.why());
                return true;
            }
        }
        return false;
    }

    private void write(String line) {
        try {
            file.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void force() {
        try {
            file.force();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A failure for want of money is not the request's fault. */
    private static boolean isFinal(Answer answer) {
        return answer instanceof Reply
                || (answer instanceof Failure failure
                        && !failure.retriable()
                        && failure.reason().startsWith("refused"));
    }

    private static void rethrow(Optional<Throwable> why) throws InterruptedException {
        if (why.isEmpty()) {
            return;
        }
        if (why.get() instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        if (why.get() instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (why.get() instanceof Error error) {
            throw error;
        }
        throw new ModelException("the model failed", why.get());
    }

    private record Numbered(long number, String key) {}

    /** The requests that were not answered before; the others are answered on the way. */
    private final class Unanswered implements Iterator<Request> {
        private final Iterator<Request> requests;
        private final Map<Long, Numbered> asked = new ConcurrentHashMap<>();
        private long taken;
        private long given;
        private Optional<Request> next = Optional.empty();
        private String nextKey = "";
        private volatile boolean isEnded;

        Unanswered(Iterator<Request> requests) {
            this.requests = requests;
        }

        /** Hands out no more. */
        void end() {
            isEnded = true;
        }

        @Override
        public boolean hasNext() {
            while (!isEnded && next.isEmpty() && requests.hasNext()) {
                Request request = requests.next();
                String key = JournalFile.key(request);
                Optional<Answer> known = file.take(key);
                if (known.isPresent()) {
                    events.add(new Answered(taken++, key, known.get(), false));
                } else {
                    next = Optional.of(request);
                    nextKey = key;
                }
            }
            return next.isPresent();
        }

        @Override
        public Request next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Request request = next.orElseThrow();
            next = Optional.empty();
            if (file.wasUnderWay(nextKey)) {
                onAskedAgain.accept(request);
            }
            try {
                file.asking(nextKey);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            asked.put(given++, new Numbered(taken++, nextKey));
            return request;
        }
    }

    /** Closes the file; the model is its opener's. */
    @Override
    public void close() {
        file.close();
    }
}
