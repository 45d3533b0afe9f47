package io.understudy.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import com.sun.jna.Memory;
import io.understudy.core.BadDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A loaded model. Thread-safe: any number of callers. */
public final class Graph implements AutoCloseable {

    /** Room for the recursion over the nodes of a graph; the system gives memory only as it is used. */
    private static final long DEEP_STACK = 512L << 20;

    private final GraphFile file;
    private final OrtSession session;
    private final Device device;
    private final Optional<Card> card;

    private Graph(GraphFile file, OrtSession session, Device device, Optional<Card> card) {
        this.file = file;
        this.session = session;
        this.device = device;
        this.card = card;
    }

    /**
     * @param threads that one run may use; 1 is best where many callers run at once
     * @param notice is told when a card that {@link Device#AUTO} looked for cannot be used
     * @throws BadDataException if the file is cut short, refers to files outside its folder, or is no model that can be
     *     run
     * @throws IllegalArgumentException if a card was asked for by name and cannot be used
     */
    public static Graph open(Path model, Device device, int threads, Consumer<String> notice) throws IOException {
        return open(GraphFile.read(model), device, threads, notice);
    }

    /** As {@link #open(Path, Device, int, Consumer)}, of a file that has been looked at. */
    public static Graph open(GraphFile file, Device device, int threads, Consumer<String> notice) {
        file.checkFitsMemory();
        return deep(() -> {
            if (device.kind() != Device.Kind.CPU) {
                try {
                    Device card = new Device(Device.Kind.CUDA, device.index());
                    return new Graph(file, session(file, card, threads), card, memory(card, notice));
                } catch (OrtException e) {
                    String reason = "no CUDA device can be used here (" + e.getCode() + ")";
                    if (device.kind() == Device.Kind.CUDA) {
                        throw new IllegalArgumentException(
                                reason
                                        + "; build with the Maven profile gpu on a machine with CUDA 12, or say --device cpu",
                                e);
                    }
                    notice.accept(reason + "; the processor does the work");
                }
            }
            try {
                return new Graph(file, session(file, Device.CPU, threads), Device.CPU, Optional.empty());
            } catch (OrtException e) {
                throw unusable(file, e);
            }
        });
    }

    private static Optional<Card> memory(Device card, Consumer<String> notice) {
        try {
            return Optional.of(new Card(card));
        } catch (IllegalStateException e) {
            notice.accept(e.getMessage() + "; what a run leaves is copied from the card and back, which is slower");
            return Optional.empty();
        }
    }

    private static OrtSession session(GraphFile file, Device device, int threads) throws OrtException {
        // Before the options: a card cannot be asked for where there is no environment yet.
        OrtEnvironment environment = environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // Threads that wait for work by spinning take it from each other: only where one run has several.
            options.addConfigEntry("session.intra_op.allow_spinning", threads > 1 ? "1" : "0");
            if (device.kind() == Device.Kind.CUDA) {
                options.addCUDA(device.index());
            }
            LargePages pages = LargePages.watch();
            Optional<OrtSession> changed = changed(file, options);
            OrtSession session = changed.isPresent()
                    ? changed.get()
                    : environment.createSession(file.path().toString(), options);
            pages.use();
            return session;
        } catch (IOException e) {
            throw new BadDataException(file.path().toString(), 0, "cannot be read");
        }
    }

    /** Empty if nothing is to be changed, or ONNX Runtime does not take the graph so; the file alone may do. */
    private static Optional<OrtSession> changed(GraphFile file, OrtSession.SessionOptions options) throws IOException {
        try (Memory memory = file.changed().orElse(null)) {
            if (memory == null) {
                return Optional.empty();
            }
            options.addConfigEntry(
                    "session.model_external_initializers_file_folder_path",
                    file.folder().toString());
            return Optional.of(environment().createSession(memory.getByteBuffer(0, memory.size()), options));
        } catch (OrtException | OutOfMemoryError e) {
            return Optional.empty();
        }
    }

    private static BadDataException unusable(GraphFile file, OrtException e) {
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return new BadDataException(
                file.path().toString(),
                0,
                said.contains("bad_alloc") || said.contains("bad allocation") || said.contains("failed to allocate")
                        ? "is too large for the memory that is free here; take a smaller or more strongly quantized model"
                        : "cannot be loaded as an ONNX model (" + e.getCode()
                                + "); it may be cut short, or need files that are not there");
    }

    /** One for the process; never closed. Its own log is silent: failures are exceptions. */
    public static OrtEnvironment environment() {
        return Environment.ONLY;
    }

    private static OrtEnvironment newEnvironment() {
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    }

    /** Made with the first model: that it is made at all recurses as deep as a model does. */
    private static final class Environment {
        // A method of the outer class: the other thread must not wait for this one to be initialised.
        static final OrtEnvironment ONLY = deep(Graph::newEnvironment);
    }

    private static <T> T deep(Supplier<T> opening) {
        CompletableFuture<T> opened = new CompletableFuture<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        opened.complete(opening.get());
                    } catch (Throwable e) {
                        opened.completeExceptionally(e);
                    }
                },
                "onnx-open",
                DEEP_STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return opened.join();
        } catch (CompletionException | CancellationException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** The session, which this graph closes. */
    public OrtSession session() {
        return session;
    }

    public GraphFile file() {
        return file;
    }

    /** Where the model runs: never {@link Device#AUTO}. */
    public Device device() {
        return device;
    }

    /** The memory of the card that the model runs on; empty on the processor, and where it cannot be reached. */
    public Optional<Card> card() {
        return card;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(file.path() + ": the model cannot be closed (" + e.getCode() + ")", e);
        }
    }
}
