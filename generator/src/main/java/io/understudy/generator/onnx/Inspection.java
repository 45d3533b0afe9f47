package io.understudy.generator.onnx;

import io.understudy.onnx.Device;
import io.understudy.onnx.GraphFile;
import io.understudy.prompts.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What a decoder's folder is, found by looking and by trying. */
public final class Inspection {

    private static final int TRIAL = 12;

    private Inspection() {}

    /**
     * Opens a model and lets it write: words for a person, in order.
     *
     * @param device as {@link Device#parse} reads it
     * @throws io.understudy.core.BadDataException if the folder holds no decoder that can be used
     * @throws IllegalArgumentException if there is no such device, or it cannot be used
     */
    public static Map<String, String> of(Path folder, String device, Consumer<String> notice) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Decoder decoder = Decoder.open(folder, Device.parse(device), 1, notice)) {
            Layout layout = decoder.layout();
            found.put("graph", decoder.folder().model().getFileName().toString());
            found.put("size", "%.1f MB".formatted(decoder.graph().file().bytes() / 1e6));
            found.put("weights", precision(decoder.graph().file()));
            found.put("layers", layers(layout));
            found.put(
                    "cache",
                    switch (layout.way()) {
                        case IN_PLACE -> "GroupQueryAttention, written in place; rows are decoded together";
                        case GAPPED -> "outputs copied behind what was there; rows are decoded together";
                        case ALONE -> "outputs fed back; rows are decoded one by one";
                    });
            found.put("context", decoder.folder().context() + " tokens");
            found.put(
                    "vocabulary",
                    layout.vocabulary() + " tokens, " + decoder.ends().size() + " of them end an answer");
            found.put("chat template", decoder.hasTemplate() ? "yes" : "none; messages are joined");
            found.put("licence", decoder.folder().licence());
            found.put("device", decoder.graph().device().toString());
            trial(decoder, found);
        }
        return found;
    }

    private static String layers(Layout layout) {
        long others =
                layout.states().stream().filter(state -> state.growing() < 0).count();
        Layout.State first = layout.states().stream()
                .filter(state -> state.growing() >= 0)
                .findFirst()
                .orElse(layout.states().get(0));
        long[] shape = first.shape();
        long tensors = layout.states().size() - others;
        return (shape.length == 5 ? tensors : tensors / 2) + " of attention, " + shape[shape.length - 3]
                + " heads of keys, " + shape[shape.length - 1] + " numbers each"
                + (others > 0 ? "; " + others + " of convolution" : "");
    }

    private static String precision(GraphFile file) {
        if (file.operators().contains("MatMulNBits")) {
            return "4 or 8 bits in blocks (MatMulNBits)";
        }
        if (file.operators().contains("MatMulInteger") || file.operators().contains("DynamicQuantizeMatMul")) {
            return "8 bits (MatMulInteger)";
        }
        int type = file.weights().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        return switch (type) {
            case 1 -> "32 bits (float)";
            case 10 -> "16 bits (half)";
            case 16 -> "16 bits (bfloat16)";
            default -> "of ONNX type " + type;
        };
    }

    private static void trial(Decoder decoder, Map<String, String> found) {
        int[] prompt = decoder.chat(List.of(new Message(Message.Role.USER, "Say hello in one short sentence.")));
        List<List<Integer>> alone = write(decoder, prompt, 1);
        found.put("trial", decoder.vocabulary().text(alone.get(0)));
        boolean same = alone.equals(write(decoder, prompt, 4));
        found.put(
                "in a batch",
                same
                        ? "the same answers as alone"
                        : "other answers than alone; a run is only repeated with as many rows");
    }

    /** Four answers, drawn. */
    private static List<List<Integer>> write(Decoder decoder, int[] prompt, int rows) {
        List<CompletableFuture<Job.End>> ends = new ArrayList<>();
        try (Engine engine = decoder.engine(1, rows)) {
            for (int seed = 0; seed < 4; seed++) {
                CompletableFuture<Job.End> end = new CompletableFuture<>();
                ends.add(end);
                engine.submit(new Job(
                        prompt,
                        new Drawing(seed == 0 ? 0 : 1, 0, 1, 0, 1),
                        TRIAL,
                        List.of(),
                        seed,
                        java.util.Optional.empty(),
                        fresh -> {},
                        end::complete,
                        new Job.Cancel()));
            }
            return ends.stream()
                    .map(CompletableFuture::join)
                    .map(Inspection::tokens)
                    .toList();
        }
    }

    private static List<Integer> tokens(Job.End end) {
        if (end.finish() == Job.Finish.FAILED) {
            throw new IllegalArgumentException("the model cannot write: " + end.problem());
        }
        return end.tokens();
    }
}
