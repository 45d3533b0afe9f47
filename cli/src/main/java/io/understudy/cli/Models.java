package io.understudy.cli;

import io.understudy.core.Label;
import io.understudy.eval.report.Manifest;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.LoadListener;
import io.understudy.ner.RecognizerOptions;
import io.understudy.ner.Recognizers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The recognizers' models: says when they are loaded, and knows what a manifest tells of them. */
final class Models implements LoadListener {

    private static final List<String> ENGLISH =
            List.of("english.all.3class.distsim", "english.all.3class.caseless.distsim");

    private static final String PLACE = "edu/stanford/nlp/models/ner/%s.crf.ser.gz";

    private final Narrator narrator;
    private final RecognizeOptions options;
    private final Map<String, Long> begun = new ConcurrentHashMap<>();

    Models(Narrator narrator, RecognizeOptions options) {
        this.narrator = narrator;
        this.options = options;
    }

    /** Finds the labels that are kept, under their own names. */
    EntityRecognizer recognizer(Relabel relabel) throws IOException {
        RecognizerOptions all = options.open(this, narrator);
        Set<Label> wanted = new LinkedHashSet<>(Recognizers.labels(all));
        wanted.removeIf(label -> !relabel.keeps(label));
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("no recognizer finds any of the labels asked for; found are: "
                    + String.join(
                            ", ",
                            Recognizers.labels(all).stream().map(Label::name).toList()));
        }
        return Recognizers.standard(all.withKeep(wanted));
    }

    /** Whether reasons are to be told. */
    boolean explains() {
        return options.explain;
    }

    @Override
    public void loading(String model) {
        begun.put(model, System.nanoTime());
        narrator.say("loading model " + model);
    }

    @Override
    public void loaded(String model) {
        double seconds = (System.nanoTime() - begun.getOrDefault(model, System.nanoTime())) / 1e9;
        narrator.say(String.format(Locale.ROOT, "loaded model %s in %.1f s", model, seconds));
    }

    /** All models of the recognizers asked for; which of them a text needs is the recognizers' matter. */
    static List<Manifest.Model> described(RecognizeOptions options) throws IOException {
        List<Manifest.Model> models = new ArrayList<>();
        for (String name : names(options)) {
            InputStream in = Models.class.getClassLoader().getResourceAsStream(PLACE.formatted(name));
            if (in == null) {
                throw new IOException("model " + name + " is not on the class path");
            }
            try (DigestedInput model = DigestedInput.of(in)) {
                models.add(new Manifest.Model(name, model.hash(), "GPL-3.0-or-later"));
            }
        }
        for (String given : options.models) {
            Path model = Path.of(given);
            Path file = Files.isDirectory(model) ? graph(model) : model;
            try (DigestedInput in = DigestedInput.of(Files.newInputStream(file))) {
                models.add(new Manifest.Model(Inputs.name(model.toString()), in.hash(), "the user's"));
            }
        }
        return models;
    }

    private static Path graph(Path folder) {
        Path own = folder.resolve("model.onnx");
        return Files.exists(own) ? own : folder.resolve("onnx/model.onnx");
    }

    private static List<String> names(RecognizeOptions options) {
        return switch (options.language) {
            case ENGLISH, ENGLISH_FINE_GRAINED -> ENGLISH;
            case GERMAN -> List.of("german.distsim");
            case FRENCH -> List.of("french-wikiner-4class");
            case SPANISH -> List.of("spanish.ancora.distsim.s512");
        };
    }
}
