package io.understudy.generator.onnx;

import io.understudy.core.BadDataException;
import io.understudy.core.Template;
import io.understudy.generator.constraint.Constraint;
import io.understudy.generator.constraint.Forbidden;
import io.understudy.generator.constraint.Guide;
import io.understudy.generator.model.Answer;
import io.understudy.generator.model.Identity;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.TextModel;
import io.understudy.generator.onnx.jinja.JinjaException;
import io.understudy.onnx.Device;
import io.understudy.onnx.GraphFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A language model in a folder, run on this machine. A request with a template is answered under constraint: each slot
 * of the template stands in the answer exactly once. Answers are written side by side; none depends on the others, on
 * the number of threads or of rows (the package says for which models this holds bit by bit). Thread-safe.
 */
public final class OnnxModel implements TextModel {

    /** Bytes of an answer to a template: so many times its length, and this many more. */
    private static final int TIMES = 2;

    private static final int MORE = 80;
    private static final int ROWS = 32;
    private static final int CARD_ROWS = 256;
    /** Requests taken before they are needed, times the rows: among many there are more that begin alike. */
    private static final int AHEAD = 16;

    private static final int USUAL_LENGTH = 512;
    private static final long USUAL_MEMORY = 1L << 30;
    private static final long CARD_MEMORY = 4L << 30;

    private final Decoder decoder;
    private final Engine engine;
    private final int rows;
    private final Optional<Duration> timeout;
    private final Identity identity;
    private final ScheduledExecutorService clock;
    private final Forms forms;

    private OnnxModel(Builder builder, Decoder decoder, Identity identity) {
        this.decoder = decoder;
        this.identity = identity;
        this.rows = builder.rows(decoder);
        this.forms = new Forms(decoder.tokens(), Forbidden.of(builder.forbidden));
        this.timeout = builder.timeout;
        this.engine = decoder.engine(onCard(decoder) ? 1 : Math.min(builder.threads, rows), rows);
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "onnx-clock");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Looks at the files of a model and loads none: whatever takes long may wait until they are known to be good.
     *
     * @param folder as {@link #builder} takes it
     * @throws BadDataException if a file is missing, cut short, hostile, too large, or of another kind
     */
    public static void check(Path folder) throws IOException {
        Folder files = Folder.read(folder);
        files.readTokenizer();
        GraphFile.read(files.model()).checkFitsMemory();
    }

    private static boolean onCard(Decoder decoder) {
        return !decoder.graph().device().equals(Device.CPU);
    }

    /** @param folder holds the graph, {@code config.json} and {@code tokenizer.json}; or one of several graphs in it */
    public static Builder builder(Path folder) {
        return new Builder(folder);
    }

    /** Settings of a model; each has a default. */
    public static final class Builder {
        private final Path folder;
        private Device device = Device.CPU;
        private int threads = Runtime.getRuntime().availableProcessors();
        private OptionalInt rows = OptionalInt.empty();
        private Collection<String> forbidden = List.of();
        private Optional<Duration> timeout = Optional.empty();
        private Consumer<String> notice = text -> {};

        private Builder(Path folder) {
            this.folder = folder;
        }

        /** Where the model runs; the processor. */
        public Builder device(Device where) {
            device = where;
            return this;
        }

        /** As {@link #device(Device)}: {@code cpu}, {@code cuda}, {@code cuda:1}, {@code auto}. */
        public Builder device(String where) {
            return device(Device.parse(where));
        }

        /** Threads that compute; as many as there are cores. A card has one, since more get into each other's way. */
        public Builder threads(int number) {
            threads = atLeastOne("threads", number);
            return this;
        }

        /**
         * Answers that are written at once; 32, on a card 256, fewer where their caches would fill more than 1 GB, on a
         * card 4 GB.
         */
        public Builder rows(int number) {
            rows = OptionalInt.of(atLeastOne("rows", number));
            return this;
        }

        /**
         * Surfaces that an answer to a template must not hold as whole words, such as the names of the source; none.
         */
        public Builder forbidden(Collection<String> surfaces) {
            forbidden = List.copyOf(surfaces);
            return this;
        }

        /** How long an answer may take from when it is asked for, its wait included; as long as it likes. */
        public Builder timeout(Duration longest) {
            timeout = Optional.of(longest);
            return this;
        }

        /** Is told what a user should know, such as a card that cannot be used; nobody. */
        public Builder notice(Consumer<String> listener) {
            notice = listener;
            return this;
        }

        private static int atLeastOne(String what, int number) {
            if (number < 1) {
                throw new IllegalArgumentException(what + " is " + number + "; expected 1 or more");
            }
            return number;
        }

        /** As many as the memory of their caches allows, at the length that a usual answer has with its prompt. */
        private int rows(Decoder decoder) {
            int most = onCard(decoder) ? CARD_ROWS : ROWS;
            long memory = onCard(decoder) ? CARD_MEMORY : USUAL_MEMORY;
            long each = Math.max(1, decoder.layout().tokenBytes() * USUAL_LENGTH);
            return rows.orElse((int) Math.max(1, Math.min(most, memory / each)));
        }

        private Decoder decoder() throws IOException {
            return Decoder.open(folder, device, rows.orElse(2) == 1 ? threads : 1, notice);
        }

        /**
         * @throws BadDataException if a file is missing, broken, hostile, too large, or of another kind
         * @throws IllegalArgumentException if the card asked for cannot be used
         */
        public OnnxModel open() throws IOException {
            Decoder decoder = decoder();
            try {
                Path name =
                        decoder.folder().folder().toAbsolutePath().normalize().getFileName();
                return new OnnxModel(
                        this,
                        decoder,
                        new Identity(
                                String.valueOf(name),
                                sha256(decoder.folder().model()),
                                decoder.folder().licence()));
            } catch (RuntimeException | IOException e) {
                decoder.close();
                throw e;
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public Identity identity() {
        return identity;
    }

    /** Whether the model was made for chats. */
    public boolean isChatModel() {
        return decoder.hasTemplate();
    }

    Decoder decoder() {
        return decoder;
    }

    @Override
    public void answer(Iterator<Request> requests, Answers answers) throws InterruptedException {
        int permits = AHEAD * rows;
        Semaphore room = new Semaphore(permits);
        Object turn = new Object();
        Throwable[] thrown = new Throwable[1];
        Map<Long, Job.Cancel> open = new ConcurrentHashMap<>();
        long number = 0;
        try {
            while (requests.hasNext() && failure(turn, thrown) == null) {
                room.acquire();
                Request request = next(requests, room);
                long mine = number++;
                Job.Cancel cancel = new Job.Cancel();
                open.put(mine, cancel);
                try {
                    ask(request, cancel, answer -> {
                        open.remove(mine);
                        synchronized (turn) {
                            try {
                                if (thrown[0] == null) {
                                    answers.accept(mine, answer);
                                }
                            } catch (RuntimeException | Error e) {
                                thrown[0] = e;
                            }
                        }
                        room.release();
                    });
                } catch (RuntimeException e) {
                    open.remove(mine);
                    room.release();
                    throw e;
                }
            }
            room.acquire(permits);
        } catch (InterruptedException | RuntimeException e) {
            open.values().forEach(cancel -> cancel.now("given up"));
            engine.wake();
            room.acquireUninterruptibly(permits);
            throw e;
        }
        if (thrown[0] instanceof RuntimeException e) {
            throw e;
        }
        if (thrown[0] instanceof Error e) {
            throw e;
        }
    }

    private static Request next(Iterator<Request> requests, Semaphore room) {
        try {
            return requests.next();
        } catch (RuntimeException e) {
            room.release();
            throw e;
        }
    }

    private static Throwable failure(Object turn, Throwable[] thrown) {
        synchronized (turn) {
            return thrown[0];
        }
    }

    private void ask(Request request, Job.Cancel cancel, Consumer<Answer> done) {
        Job job;
        int read;
        try {
            int[] prompt = decoder.chat(request.prompt().messages());
            read = prompt.length;
            if (read == 0 || read >= decoder.folder().context()) {
                done.accept(new Answer.Failure(
                        "too-long",
                        "the prompt has " + read + " tokens; the model reads 1 to "
                                + (decoder.folder().context() - 1),
                        false));
                return;
            }
            Optional<Template> template = request.template();
            Optional<Guide> guide = template.map(this::guide);
            // The slots come first: an answer may be longer than asked for rather than lack one.
            int least = template.map(each -> forms.of(each).constraint().shortest() + 1)
                    .orElse(1);
            job = new Job(
                    prompt,
                    Drawing.of(request.sampling(), decoder.folder()),
                    Math.max(request.sampling().maxTokens(), least),
                    template.isPresent() ? List.of() : request.sampling().stop(),
                    request.seed(),
                    guide,
                    fresh -> {},
                    end -> done.accept(answer(end, read)),
                    cancel);
        } catch (JinjaException e) {
            done.accept(new Answer.Failure("chat-template", e.getMessage(), false));
            return;
        } catch (IllegalArgumentException e) {
            done.accept(new Answer.Failure("template", e.getMessage(), false));
            return;
        }
        submit(job);
    }

    /** Hands a job over, and ends it where its time is over. */
    void submit(Job job) {
        if (timeout.isEmpty()) {
            engine.submit(job);
            return;
        }
        ScheduledFuture<?> over = clock.schedule(
                () -> cancel(job.cancel(), "timeout"), timeout.get().toMillis(), TimeUnit.MILLISECONDS);
        engine.submit(job.done(end -> {
            over.cancel(false);
            job.done().accept(end);
        }));
    }

    void cancel(Job.Cancel cancel, String reason) {
        cancel.now(reason);
        engine.wake();
    }

    private static Answer answer(Job.End end, int read) {
        if (end.finish() == Job.Finish.FAILED) {
            return end.problem().equals("timeout")
                    ? new Answer.Failure("timeout", "the answer took longer than it may", true)
                    : new Answer.Failure("model", end.problem(), false);
        }
        return new Answer.Reply(
                end.text(),
                new Answer.Usage(read, end.tokens().size()),
                end.finish() == Job.Finish.STOP ? Answer.Finish.STOP : Answer.Finish.LENGTH);
    }

    private Guide guide(Template template) {
        int most = TIMES * template.toString().getBytes(StandardCharsets.UTF_8).length + MORE;
        return forms.of(template).within(most);
    }

    /** @param key what is equal where the constraint is the same */
    Guide guide(Object key, Supplier<Constraint> constraint) {
        return forms.of(key, constraint).guide();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        engine.close();
        decoder.close();
    }
}
