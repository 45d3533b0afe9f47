package io.understudy.cli;

import io.understudy.core.BadDataException;
import io.understudy.core.Label;
import io.understudy.ner.LoadListener;
import io.understudy.ner.Model;
import io.understudy.ner.Names;
import io.understudy.ner.PhraseList;
import io.understudy.ner.RecognizerOptions;
import io.understudy.ner.Recognizers;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Who looks for mentions. */
final class RecognizeOptions {

    @Option(
            names = {"--recognizer", "--model"},
            paramLabel = "PATH",
            description = "One more recognizer: a folder with an ONNX token classifier (model.onnx, config.json,"
                    + " tokenizer.json), or a file that 'annotate --train' wrote; may be given again. 'generate' also takes as --model what writes its sentences:"
                    + " PROVIDER:NAME (openai, anthropic, gemini, mistral, ollama), or a folder with an ONNX decoder.")
    List<String> models = new ArrayList<>();

    /** Whether a model on this machine writes, on the device that is given here too. */
    boolean writes;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "Where models in folders run: cpu (default), cuda, cuda:N or auto.")
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

    @Option(
            names = "--countries",
            paramLabel = "A,B",
            split = ",",
            converter = Choice.Country.class,
            description = "Countries whose identifiers to look for, such as US,UK,DE (default: all that are known).")
    Set<String> countries = new LinkedHashSet<>();

    @Option(
            names = "--threshold",
            paramLabel = "LABEL=SCORE",
            converter = Choice.Threshold.class,
            description = "Leave out mentions of a label with a score below this, 0 to 1 (default: 0.4);"
                    + " may be given again.")
    List<Choice.Least> thresholds = new ArrayList<>();

    @Option(
            names = "--gazetteer",
            paramLabel = "LABEL=FILE",
            converter = Choice.LabelledFile.class,
            description = "Find the phrases of FILE, one a line, as whole words, case and accents aside;"
                    + " may be given again.")
    List<Choice.Listed> gazetteers = new ArrayList<>();

    @Option(
            names = "--deny",
            paramLabel = "LABEL=FILE",
            converter = Choice.LabelledFile.class,
            description = "As --gazetteer, but what it finds is a mention whatever else is there.")
    List<Choice.Listed> denied = new ArrayList<>();

    @Option(
            names = "--allow",
            paramLabel = "FILE",
            description = "Never find the phrases of FILE, one a line; may be given again.")
    List<Path> allowed = new ArrayList<>();

    /** Whether each span says why it was found; an option of the verb that shows spans of the source. */
    boolean explain;

    /**
     * Opens the models.
     *
     * @throws IllegalArgumentException if two of the options exclude each other
     */
    RecognizerOptions open(LoadListener listener, Narrator narrator) throws IOException {
        if (fineGrained && language != Names.ENGLISH) {
            throw new IllegalArgumentException("--fine-grained knows English only; leave out one of it and --language");
        }
        if (models.isEmpty() && !writes && !device.equals("cpu")) {
            throw new IllegalArgumentException("--device says where a --model runs, and none is given");
        }
        List<Model> opened = new ArrayList<>();
        for (String model : models) {
            if (Writers.isRemote(model)) {
                throw new IllegalArgumentException("--model " + model
                        + ": a model on a server finds no mentions, it writes sentences; give it to generate");
            }
            opened.add(Recognizers.open(Path.of(model), device, narrator::say));
        }
        Map<Label, Double> least = new LinkedHashMap<>();
        thresholds.forEach(each -> least.put(each.label(), each.score()));
        return RecognizerOptions.DEFAULT
                .withCountries(countries)
                .withThresholds(least)
                .withPhrases(phrases())
                .withNames(fineGrained ? Names.ENGLISH_FINE_GRAINED : language)
                .withModels(opened)
                .withListener(listener);
    }

    private List<PhraseList> phrases() throws IOException {
        List<PhraseList> lists = new ArrayList<>();
        for (Choice.Listed list : denied) {
            lists.add(new PhraseList(list.label(), PhraseList.Role.ALWAYS, lines(list.file())));
        }
        for (Choice.Listed list : gazetteers) {
            lists.add(new PhraseList(list.label(), PhraseList.Role.FIND, lines(list.file())));
        }
        for (Path file : allowed) {
            lists.add(new PhraseList(Label.MISC, PhraseList.Role.NEVER, lines(file)));
        }
        return lists;
    }

    /** Phrases, one a line; empty lines left out. */
    private static List<String> lines(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file).stream()
                    .map(line -> line.replace("\ufeff", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (CharacterCodingException e) {
            throw new BadDataException(file.toString(), 0, "is not UTF-8; expected one phrase a line");
        } catch (NoSuchFileException e) {
            throw new BadDataException(file.toString(), 0, "no such file; expected one phrase a line");
        } catch (IOException e) {
            throw Failure.named(file.toString(), e);
        }
        if (lines.isEmpty()) {
            throw new BadDataException(file.toString(), 0, "holds no phrase; expected one a line");
        }
        return lines;
    }

    /** What of this shapes the output, by option; models by their names, for a path may tell too much. */
    void record(Map<String, String> recipe) {
        if (!models.isEmpty()) {
            recipe.put("model", models.stream().map(Inputs::name).collect(Collectors.joining(",")));
            recipe.put("device", device);
        }
        if (language != Names.ENGLISH) {
            recipe.put("language", Choice.name(language));
        }
        if (fineGrained) {
            recipe.put("fine_grained", "true");
        }
        put(recipe, "countries", countries.stream());
        put(recipe, "threshold", thresholds.stream().map(each -> each.label() + "=" + each.score()));
        put(recipe, "gazetteer", gazetteers.stream().map(Choice.Listed::named));
        put(recipe, "deny", denied.stream().map(Choice.Listed::named));
        put(recipe, "allow", allowed.stream().map(file -> Inputs.name(file.toString())));
    }

    private static void put(Map<String, String> recipe, String option, Stream<String> values) {
        String all = values.collect(Collectors.joining(","));
        if (!all.isEmpty()) {
            recipe.put(option, all);
        }
    }
}
