package io.understudy.generator.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.understudy.core.BadDataException;
import io.understudy.onnx.Graph;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes answers, many at once: each worker decodes its rows together, and a row whose answer has ended is given to
 * another job at once, in the order of {@link Waiting}. Thread-safe. Jobs may be cancelled by {@link Job.Cancel}: at
 * the next token, or, while their prompt is read, by {@link #wake}.
 */
final class Engine implements AutoCloseable {

    private final Graph graph;
    private final Layout layout;
    private final Vocabulary vocabulary;
    private final List<Integer> ends;
    private final int context;
    private final Waiting waiting;
    private final List<Worker> workers = new ArrayList<>();
    private volatile boolean closed;

    /**
     * @param ends tokens that end an answer
     * @param context tokens of prompt and answer together, at most
     * @param threads that decode, each with its own rows
     * @param rows answers at once, all threads together
     */
    Engine(Graph graph, Layout layout, Vocabulary vocabulary, List<Integer> ends, int context, int threads, int rows) {
        this.graph = graph;
        this.layout = layout;
        this.vocabulary = vocabulary;
        this.ends = ends;
        this.context = context;
        this.waiting = new Waiting(threads);
        for (int i = 0; i < threads; i++) {
            Worker worker = new Worker(i, Math.max(1, (rows + i) / threads));
            workers.add(worker);
            worker.start();
        }
    }

    void submit(Job job) {
        if (!waiting.add(job)) {
            throw new IllegalStateException("the model is closed");
        }
    }

    /** Looks for cancelled jobs whose prompt is being read, and ends that. */
    void wake() {
        workers.forEach(Worker::endCancelledReading);
    }

    @Override
    public void close() {
        end();
        workers.forEach(Worker::end);
        for (Worker worker : workers) {
            boolean interrupted = false;
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** No job is begun any more. */
    private void end() {
        closed = true;
        for (Job job : waiting.close()) {
            new Row(job).end(Job.Finish.FAILED, "the model was closed");
        }
    }

    /** An answer under way. */
    private final class Row {
        private final Job job;
        private final Picker picker;
        private final Text text;
        private final int room;
        private int[] seen;
        private int count;

        Row(Job job) {
            this.job = job;
            this.picker = new Picker(job.drawing(), io.understudy.core.Seeds.random(job.seed(), 0));
            this.text = new Text(job.stops(), vocabulary.dropsFirstSpace());
            this.room = Math.min(context, job.prompt().length + job.maxTokens());
            this.seen = java.util.Arrays.copyOf(job.prompt(), room);
            this.count = job.prompt().length;
        }

        int last() {
            return seen[count - 1];
        }

        /** Takes the next token. @return whether the answer has ended */
        boolean take(float[] logits) {
            int left = room - count;
            var allowed = job.guide().map(guide -> guide.allowed(left)).orElse(null);
            if (job.guide().isPresent() && !job.guide().get().mayEnd() && wouldEnd(logits, allowed)) {
                job.guide().get().hurry();
                allowed = job.guide().get().allowed(left);
            }
            int token = picker.pick(logits, allowed, seen, count);
            if (token < 0) {
                return end(Job.Finish.FAILED, "the form asked for cannot be reached in what is left of the answer");
            }
            if (ends.contains(token)) {
                return end(Job.Finish.STOP, "");
            }
            seen[count++] = token;
            byte[] bytes = vocabulary.bytes(token);
            job.guide().ifPresent(guide -> guide.advance(bytes));
            text.add(bytes);
            if (text.isStopped()) {
                return end(Job.Finish.STOP, "");
            }
            if (count == room) {
                boolean whole = job.guide()
                        .map(io.understudy.generator.constraint.Guide::mayEnd)
                        .orElse(false);
                return end(whole ? Job.Finish.STOP : Job.Finish.LENGTH, "");
            }
            say();
            return !job.cancel().reason().isEmpty()
                    && end(Job.Finish.FAILED, job.cancel().reason());
        }

        /** Whether the model likes an end better than anything that is allowed. */
        private boolean wouldEnd(float[] logits, io.understudy.generator.constraint.TokenSet allowed) {
            int best = Picker.best(logits, allowed);
            return best >= 0 && ends.stream().anyMatch(end -> logits[end] > logits[best]);
        }

        private void say() {
            String fresh = text.fresh();
            if (!fresh.isEmpty()) {
                job.fresh().accept(fresh);
            }
        }

        boolean end(Job.Finish finish, String problem) {
            text.end();
            if (finish != Job.Finish.FAILED) {
                say();
            }
            List<Integer> tokens = new ArrayList<>();
            for (int i = job.prompt().length; i < count; i++) {
                tokens.add(seen[i]);
            }
            job.done().accept(new Job.End(text.toString(), tokens, finish, problem));
            return true;
        }
    }

    /** A thread with rows of its own. */
    private final class Worker extends Thread {
        private final int number;
        private final Rows rows;
        private final List<Row> active = new ArrayList<>();
        private final int width;
        private final float[][] logits;
        /** The job whose prompt is read now; guarded by this. */
        private Job reading;

        private OrtSession.RunOptions options;

        Worker(int number, int width) {
            super("onnx-decode");
            this.number = number;
            setDaemon(true);
            this.width = width;
            this.rows = switch (layout.way()) {
                case IN_PLACE -> new SharedRows(graph, layout, width);
                case GAPPED -> new GappedRows(graph, layout, width);
                case ALONE -> new FedRows(graph, layout);
            };
            this.logits = new float[width][layout.vocabulary()];
        }

        @Override
        public void run() {
            try (OrtSession.RunOptions made = new OrtSession.RunOptions()) {
                work(made);
            } catch (OrtException e) {
                // Told below to whoever waits.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                active.forEach(row -> row.end(Job.Finish.FAILED, "the model was closed"));
                Engine.this.end();
                rows.close();
            }
        }

        /** Until the engine is closed; {@code made} can be told to end a run as long as this goes on. */
        private void work(OrtSession.RunOptions made) throws InterruptedException, OrtException {
            synchronized (this) {
                options = made;
            }
            try {
                while (!closed) {
                    fill();
                    if (!active.isEmpty()) {
                        step();
                    }
                }
            } finally {
                synchronized (this) {
                    options = null;
                }
            }
        }

        private void fill() throws InterruptedException, OrtException {
            while (active.size() < width && !closed) {
                Job job = active.isEmpty() ? waiting.take(number) : waiting.poll(number);
                if (job == null) {
                    return;
                }
                Row row = new Row(job);
                if (!job.cancel().reason().isEmpty()) {
                    row.end(Job.Finish.FAILED, job.cancel().reason());
                    continue;
                }
                try {
                    synchronized (this) {
                        reading = job;
                        options.setTerminate(closed);
                    }
                    float[] first = rows.add(job.prompt(), row.room, options);
                    if (row.take(first)) {
                        rows.remove(rows.size() - 1);
                    } else {
                        active.add(row);
                    }
                } catch (OrtException | RuntimeException e) {
                    while (rows.size() > active.size()) {
                        rows.remove(rows.size() - 1);
                    }
                    row.end(
                            Job.Finish.FAILED,
                            job.cancel().reason().isEmpty()
                                    ? problem(e)
                                    : job.cancel().reason());
                } finally {
                    synchronized (this) {
                        reading = null;
                        options.setTerminate(closed);
                    }
                }
            }
        }

        private void step() {
            int[] tokens = active.stream().mapToInt(Row::last).toArray();
            try {
                rows.step(tokens, logits, options);
            } catch (OrtException | RuntimeException e) {
                while (!active.isEmpty()) {
                    remove(active.size() - 1).end(Job.Finish.FAILED, closed ? "the model was closed" : problem(e));
                }
                return;
            }
            boolean[] ended = new boolean[active.size()];
            Rows.each(graph, ended.length, row -> {
                try {
                    ended[row] = active.get(row).take(logits[row]);
                } catch (RuntimeException e) {
                    ended[row] = active.get(row).end(Job.Finish.FAILED, problem(e));
                }
            });
            // Backwards: the last row takes the place of one that ends.
            for (int row = ended.length - 1; row >= 0; row--) {
                if (ended[row]) {
                    remove(row);
                }
            }
        }

        private Row remove(int row) {
            rows.remove(row);
            Row gone = active.get(row);
            Row last = active.remove(active.size() - 1);
            if (row < active.size()) {
                active.set(row, last);
            }
            return gone;
        }

        private String problem(Exception e) {
            return e instanceof BadDataException
                    ? e.getMessage()
                    : e instanceof OrtException ort
                            ? "the model failed (" + ort.getCode() + ")"
                            : "the model failed (" + e + ")";
        }

        synchronized void endCancelledReading() {
            if (reading != null && !reading.cancel().reason().isEmpty()) {
                terminate();
            }
        }

        synchronized void end() {
            terminate();
        }

        private void terminate() {
            if (options != null) {
                try {
                    options.setTerminate(true);
                } catch (OrtException e) {
                    throw new IllegalStateException("a run cannot be ended (" + e.getCode() + ")", e);
                }
            }
        }
    }
}
