package io.understudy.generator.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.understudy.onnx.Device;
import io.understudy.onnx.Graph;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The memory of answers that are being written: a row each. Rows are numbered from 0 without holes. Used by one thread.
 */
sealed interface Rows extends AutoCloseable permits SharedRows, GappedRows, FedRows {

    /** Tokens that go through the model at once while a prompt is read: some graphs make logits for all of them. */
    int CHUNK = 128;

    /** Rows in use. */
    int size();

    /**
     * Reads a prompt into a new row, the last one. What this prompt has in common with the one before is not read
     * again.
     *
     * @param prompt one token or more
     * @param room tokens that the row will hold at most, the prompt included
     * @param options through which another thread can end the run
     * @return logits behind the last token; valid until the next call
     * @throws OrtException if the run fails or is ended; the row is not there then
     */
    float[] add(int[] prompt, int room, OrtSession.RunOptions options) throws OrtException;

    /**
     * One token more in each row.
     *
     * @param tokens [size]
     * @param logits [size][vocabulary], overwritten
     * @throws OrtException if the run fails or is ended; the same step can be tried again
     */
    void step(int[] tokens, float[][] logits, OrtSession.RunOptions options) throws OrtException;

    /** Frees a row; the last one takes its number. */
    void remove(int row);

    @Override
    void close();

    /**
     * What is to be done for each row after a step. A card leaves the processor's cores idle, and would wait for one of
     * them: there, all work. On a processor they are busy with other engines' rows.
     */
    static void each(Graph graph, int size, IntConsumer row) {
        IntStream all = IntStream.range(0, size);
        (graph.device().equals(Device.CPU) ? all : all.parallel()).forEach(row);
    }

    /**
     * How much of a prompt is to be read at once. Two tokens at least wherever there are two: a run of one token rounds
     * otherwise, and what was read before must change no bit.
     *
     * @param left tokens of the prompt that are not read yet
     */
    static int chunk(int left) {
        return left <= CHUNK ? left : left == CHUNK + 1 ? CHUNK - 1 : CHUNK;
    }

    /**
     * Tokens of a prompt that need not be read, because they were.
     *
     * @param known tokens that were read last
     * @param count of them
     */
    static int common(int[] known, int count, int[] prompt) {
        int same = 0;
        while (same < count && same < prompt.length && known[same] == prompt[same]) {
            same++;
        }
        return Math.max(0, Math.min(same, prompt.length - 2));
    }
}
