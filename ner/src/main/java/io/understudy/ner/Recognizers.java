package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.ner.address.Addresses;
import io.understudy.ner.context.Lexicon;
import io.understudy.ner.context.NamesInContext;
import io.understudy.ner.corenlp.CrfRecognizer;
import io.understudy.ner.corenlp.CrfTraining;
import io.understudy.ner.corenlp.Language;
import io.understudy.ner.corenlp.LanguageRecognizer;
import io.understudy.ner.corenlp.NameLists;
import io.understudy.ner.corenlp.PipelineRecognizer;
import io.understudy.ner.corenlp.TrainedRecognizer;
import io.understudy.ner.gazetteer.Gazetteer;
import io.understudy.ner.gazetteer.Places;
import io.understudy.ner.identifier.Codes;
import io.understudy.ner.identifier.Identifiers;
import io.understudy.ner.onnx.Aggregation;
import io.understudy.ner.onnx.OnnxRecognizer;
import io.understudy.ner.pattern.Patterns;
import io.understudy.ner.phone.PhoneNumbers;
import io.understudy.onnx.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The recognizers that come with the house. Making one is cheap; models are loaded when the first text needs them. */
public final class Recognizers {

    private static final Lexicon LISTS = new Lexicon() {
        @Override
        public boolean isFirstName(String smallLetters) {
            return NameLists.firstNames().contains(smallLetters);
        }

        @Override
        public boolean isRegion(String name) {
            return Places.isCountry(name) || Places.isState(name);
        }

        @Override
        public boolean isPlace(String name) {
            return Places.isPlace(name);
        }
    };

    private Recognizers() {}

    /** What is known of names without a model. */
    static Lexicon lexicon() {
        return LISTS;
    }

    /** Patterns, identifiers of all countries and the CoreNLP model, for English. */
    public static EntityRecognizer standard() {
        return standard(RecognizerOptions.DEFAULT);
    }

    public static EntityRecognizer standard(RecognizerOptions options) {
        List<EntityRecognizer> wanted = new ArrayList<>();
        if (hasLists(options, PhraseList.Role.FIND)) {
            wanted.add(gazetteer(options, PhraseList.Role.FIND));
        }
        if (options.keepsAny(Patterns.LABELS)) {
            wanted.add(new Relabelling(new Patterns(), options));
        }
        if (options.keepsAny(PhoneNumbers.LABELS)) {
            wanted.add(new Relabelling(new PhoneNumbers(options.countries()), options));
        }
        if (options.keepsAny(Identifiers.labels())) {
            wanted.add(new Relabelling(new Identifiers(options.countries()), options));
        }
        if (options.keepsAny(Codes.LABELS)) {
            wanted.add(new Relabelling(new Codes(), options));
        }
        if (options.keepsAny(Addresses.LABELS)) {
            wanted.add(new Relabelling(new Addresses(), options));
        }
        for (Model model : options.models()) {
            if (options.keepsAny(model.labels())) {
                wanted.add(new Relabelling(model.recognizer(), options));
            }
        }
        Model names = names(options);
        if (options.keepsAny(names.labels())) {
            wanted.add(new Relabelling(names.recognizer(), options));
        }
        if (options.keepsAny(Places.LABELS)) {
            wanted.add(new Relabelling(new Places(name -> NameLists.towns().contains(name)), options));
        }
        EntityRecognizer all = new Repetition(new Union(wanted));
        if (!hasLists(options, PhraseList.Role.ALWAYS) && !hasLists(options, PhraseList.Role.NEVER)) {
            return all;
        }
        List<String> never = options.phrases().stream()
                .filter(list -> list.role() == PhraseList.Role.NEVER)
                .flatMap(list -> list.phrases().stream())
                .toList();
        return new UserLists(all, gazetteer(options, PhraseList.Role.ALWAYS), never);
    }

    /** What has a form of its own: dates, amounts, numbers with checksums, addresses of the net. No model, no file. */
    public static EntityRecognizer patterns() {
        return Union.of(new Patterns(), new PhoneNumbers(), new Identifiers(Set.of()), new Codes(), new Addresses());
    }

    private static Model names(RecognizerOptions options) {
        LoadListener listener = options.listener();
        return switch (options.names()) {
            case ENGLISH ->
                new Model(
                        new NamesInContext(new CrfRecognizer(options.casing(), listener), LISTS),
                        NamesInContext.labels(CrfRecognizer.LABELS));
            case ENGLISH_FINE_GRAINED -> new Model(new PipelineRecognizer(listener), PipelineRecognizer.LABELS);
            case GERMAN -> new Model(new LanguageRecognizer(Language.GERMAN, listener), Language.labels());
            case FRENCH -> new Model(new LanguageRecognizer(Language.FRENCH, listener), Language.labels());
            case SPANISH -> new Model(new LanguageRecognizer(Language.SPANISH, listener), Language.labels());
        };
    }

    /**
     * The user's own recognizer: a folder with an ONNX token classifier, or a file that {@link #train} wrote.
     *
     * @param device where a token classifier runs: {@code cpu}, {@code cuda}, {@code cuda:1}, {@code auto}
     * @param notice is told when a card was looked for and cannot be used
     * @throws io.understudy.core.BadDataException if it is none of both, broken, or hostile
     * @throws IllegalArgumentException if the device is unknown, or asked for by name and not there
     */
    public static Model open(Path model, String device, Consumer<String> notice) throws IOException {
        Device wanted = Device.parse(device);
        if (Files.isRegularFile(model)) {
            TrainedRecognizer trained = TrainedRecognizer.open(model);
            return new Model(trained, trained.labels());
        }
        OnnxRecognizer onnx = OnnxRecognizer.open(model, wanted, Aggregation.FIRST, notice);
        return new Model(onnx, onnx.labels());
    }

    /**
     * Trains a recognizer for the labels of a corpus.
     *
     * @param file where it is written, for {@link #open}
     * @throws IllegalArgumentException if the corpus has no mention
     */
    public static Training train(List<AnnotatedText> corpus, Path file) throws IOException {
        return CrfTraining.train(corpus, file);
    }

    /** The countries whose identifiers are known, as labels name them, in alphabetical order. */
    public static Set<String> countries() {
        return Identifiers.countries();
    }

    /** Every label that {@link #standard(RecognizerOptions)} may give when it keeps all, in alphabetical order. */
    public static Set<Label> labels(RecognizerOptions options) {
        Set<Label> labels = new TreeSet<>(Patterns.LABELS);
        labels.addAll(PhoneNumbers.LABELS);
        labels.addAll(Identifiers.labels());
        labels.addAll(Codes.LABELS);
        labels.addAll(Addresses.LABELS);
        labels.addAll(Places.LABELS);
        options.phrases().stream()
                .filter(list -> list.role() != PhraseList.Role.NEVER)
                .forEach(list -> labels.add(list.label()));
        options.models().forEach(model -> labels.addAll(model.labels()));
        labels.addAll(names(options).labels());
        return labels;
    }

    private static boolean hasLists(RecognizerOptions options, PhraseList.Role role) {
        return options.phrases().stream().anyMatch(list -> list.role() == role);
    }

    private static EntityRecognizer gazetteer(RecognizerOptions options, PhraseList.Role role) {
        List<Gazetteer.Entry> lists = options.phrases().stream()
                .filter(list -> list.role() == role)
                .map(list -> new Gazetteer.Entry(
                        list.label(),
                        list.label().name().toLowerCase(Locale.ROOT),
                        Finding.USUAL_SCORE,
                        list.phrases()))
                .toList();
        return new Relabelling(new Gazetteer(lists), options);
    }
}
