package io.understudy.cli;

import io.understudy.ner.LoadListener;
import io.understudy.ner.Model;
import io.understudy.ner.Names;
import io.understudy.ner.RecognizerOptions;
import io.understudy.ner.Recognizers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Who looks for mentions. */
final class RecognizeOptions {

    @Option(
            names = "--model",
            paramLabel = "PATH",
            description = "One more recognizer: a folder with an ONNX token classifier (model.onnx, config.json,"
                    + " tokenizer.json), or a file that 'annotate --train' wrote; may be given again.")
    List<Path> models = new ArrayList<>();

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "Where token classifiers run: cpu (default), cuda, cuda:N or auto.")
    String device = "cpu";

    @Option(
            names = "--language",
            paramLabel = "CODE",
            converter = Choice.Language.class,
            description = "Language of names: en (default), de, fr or es; the last three need a build with the profile"
                    + " german, french or spanish.")
    Names language = Names.ENGLISH;

    @Option(
            names = "--fine-grained",
            description = "Run CoreNLP's whole pipeline, which tells towns, states, countries, nationalities, religions"
                    + " and titles apart; some ten times slower.")
    boolean fineGrained;

    /**
     * Opens the models.
     *
     * @throws IllegalArgumentException if two of the options exclude each other
     */
    RecognizerOptions open(LoadListener listener, Narrator narrator) throws IOException {
        if (fineGrained && language != Names.ENGLISH) {
            throw new IllegalArgumentException("--fine-grained knows English only; leave out one of it and --language");
        }
        List<Model> opened = new ArrayList<>();
        for (Path model : models) {
            opened.add(Recognizers.open(model, device, narrator::say));
        }
        return RecognizerOptions.DEFAULT
                .withNames(fineGrained ? Names.ENGLISH_FINE_GRAINED : language)
                .withModels(opened)
                .withListener(listener);
    }

    /** What of this shapes the output, by option; models by their names, for a path may tell too much. */
    void record(Map<String, String> recipe) {
        if (!models.isEmpty()) {
            recipe.put(
                    "model",
                    models.stream().map(model -> Inputs.name(model.toString())).collect(Collectors.joining(",")));
            recipe.put("device", device);
        }
        if (language != Names.ENGLISH) {
            recipe.put("language", Choice.name(language));
        }
        if (fineGrained) {
            recipe.put("fine_grained", "true");
        }
    }
}
