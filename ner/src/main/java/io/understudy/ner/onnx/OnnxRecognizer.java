package io.understudy.ner.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.understudy.core.AnnotatedText;
import io.understudy.core.BadDataException;
import io.understudy.core.Label;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Finding;
import io.understudy.onnx.Device;
import io.understudy.onnx.Tokenizers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Mentions by a token classifier from a folder. Long text goes through in windows that share {@value #OVERLAP} pieces.
 * Thread-safe: one session with one thread inside, as many callers as there are cores. For an fp32 model what is found
 * in a text does not depend on what goes through beside it.
 */
public final class OnnxRecognizer implements EntityRecognizer, AutoCloseable {

    static final int OVERLAP = 64;

    /** Windows in one run: more gain nothing on a processor and hold more memory. */
    private static final int BATCH = 16;

    private final ModelFolder folder;
    private final HuggingFaceTokenizer tokenizer;
    private final Session session;
    private final Decoder decoder;

    private OnnxRecognizer(
            ModelFolder folder, HuggingFaceTokenizer tokenizer, Session session, Aggregation aggregation) {
        this.folder = folder;
        this.tokenizer = tokenizer;
        this.session = session;
        this.decoder = new Decoder(folder.tags(), aggregation);
    }

    /** As {@link #open(Path, Device, Aggregation, Consumer)}: on the processor, words tagged by their first piece. */
    public static OnnxRecognizer open(Path folder) throws IOException {
        return open(folder, Device.CPU, Aggregation.FIRST, notice -> {});
    }

    /**
     * @param folder holds {@code model.onnx}, {@code config.json} and {@code tokenizer.json}
     * @param notice is told when a card that {@link Device#AUTO} looked for cannot be used
     * @throws BadDataException if a file is missing, broken, hostile, or of another kind
     * @throws IllegalArgumentException if the card asked for cannot be used
     */
    public static OnnxRecognizer open(Path folder, Device device, Aggregation aggregation, Consumer<String> notice)
            throws IOException {
        ModelFolder files = ModelFolder.read(folder);
        HuggingFaceTokenizer tokenizer = Tokenizers.open(files.tokenizer());
        try {
            return new OnnxRecognizer(
                    files, tokenizer, new Session(files.graph(), files.tags().size(), device, notice), aggregation);
        } catch (RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    /** Labels that the model may give, in alphabetical order. */
    public Set<Label> labels() {
        Set<Label> labels = new TreeSet<>();
        folder.tags().forEach(tag -> tag.label().ifPresent(labels::add));
        return labels;
    }

    @Override
    public AnnotatedText recognize(String text) {
        return new AnnotatedText(
                text, findings(text).stream().map(Finding::mention).toList());
    }

    /** Scores are mean softmax probabilities; findings come by start, none overlapping another. */
    @Override
    public List<Finding> findings(String text) {
        return findings(List.of(text)).get(0);
    }

    /**
     * As {@link #findings(String)} for many texts, which go through the model together: quicker by a fifth than one by
     * one.
     *
     * @return mentions of each text, in their order
     */
    public List<List<Finding>> findings(List<String> texts) {
        List<Optional<Encoded>> encoded = texts.stream().map(this::encode).toList();
        List<Job> jobs = new ArrayList<>();
        List<float[][]> answers = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            float[][] answer = new float[encoded.get(i).map(Encoded::pieces).orElse(0)][];
            answers.add(answer);
            encoded.get(i).ifPresent(each -> windows(each).forEach(window -> jobs.add(new Job(each, window, answer))));
        }
        // Texts of like length side by side need the least padding.
        jobs.sort(Comparator.comparingInt(job -> job.window.length()));
        for (int from = 0; from < jobs.size(); from += BATCH) {
            run(jobs.subList(from, Math.min(jobs.size(), from + BATCH)));
        }
        List<List<Finding>> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            float[][] answer = answers.get(i);
            String text = texts.get(i);
            found.add(encoded.get(i)
                    .map(each -> decoder.decode(text, each, answer))
                    .orElse(List.of()));
        }
        return found;
    }

    /** A window of a text, and where its answers go. */
    private static final class Job {
        private final Encoded text;
        private final Window window;
        private final float[][] answer;

        Job(Encoded text, Window window, float[][] answer) {
            this.text = text;
            this.window = window;
            this.answer = answer;
        }

        long[] ids() {
            long[] ids = new long[text.prefix.length + window.length() + text.suffix.length];
            System.arraycopy(text.prefix, 0, ids, 0, text.prefix.length);
            System.arraycopy(text.ids, window.from(), ids, text.prefix.length, window.length());
            System.arraycopy(text.suffix, 0, ids, text.prefix.length + window.length(), text.suffix.length);
            return ids;
        }

        void take(float[][] rows) {
            for (int piece = window.ownFrom(); piece < window.ownTo(); piece++) {
                answer[piece] = rows[text.prefix.length + piece - window.from()];
            }
        }
    }

    private void run(List<Job> jobs) {
        float[][][] rows = session.probabilities(jobs.stream().map(Job::ids).toList());
        for (int i = 0; i < rows.length; i++) {
            jobs.get(i).take(rows[i]);
        }
    }

    private List<Window> windows(Encoded encoded) {
        int longest = folder.longest() - encoded.prefix.length - encoded.suffix.length;
        return Window.over(encoded.words, longest, Math.min(OVERLAP, longest / 4));
    }

    private Optional<Encoded> encode(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        String whole = wellFormed(text);
        Encoded encoded = Encoded.of(whole, tokenizer.encode(whole));
        return encoded.pieces() == 0 ? Optional.empty() : Optional.of(encoded);
    }

    /** Lone surrogates have no UTF-8, which the tokenizer works in; another character of the same length stands in. */
    private static String wellFormed(String text) {
        char[] chars = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                chars = chars == null ? text.toCharArray() : chars;
                chars[i] = '\ufffd';
            }
        }
        return chars == null ? text : new String(chars);
    }

    @Override
    public void close() {
        session.close();
        tokenizer.close();
    }

    @Override
    public String toString() {
        return "OnnxRecognizer" + Arrays.toString(labels().toArray());
    }
}
