package io.understudy.core.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.FormatOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Real corpora, through the smallest readers that lose nothing of text, labels and intents. */
public final class Corpora {

    public static final List<String> SNIPS_INTENTS = List.of(
            "AddToPlaylist",
            "BookRestaurant",
            "GetWeather",
            "PlayMusic",
            "RateBook",
            "SearchCreativeWork",
            "SearchScreeningEvent");

    private static final List<String> RE3D_FOLDERS = List.of(
            "Australian Department of Foreign Affairs", "CENTCOM", "UK Government", "US State Department", "Wikipedia");

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param examples a document once for each layer of spans, for spans overlap
     * @param wrong ids of spans whose offsets do not cut out the value they claim; not in the examples
     */
    public record Re3d(List<Example> examples, List<String> wrong) {}

    private Corpora() {}

    /** 13,784 utterances. */
    public static List<Example> snipsTrain() {
        return snips("train_%s_full.json");
    }

    /** 700 utterances. */
    public static List<Example> snipsValidate() {
        return snips("validate_%s.json");
    }

    /** 1,696 sentences. */
    public static List<Example> wikigold() {
        return conll("data/ner/wikigold/CONLL-format/data/wikigold.conll.txt");
    }

    /** 1,164 sentences. */
    public static List<Example> secTrain() {
        return conll("data/ner/sec-filings/CONLL-format/data/train/FIN5.txt");
    }

    /** 303 sentences. */
    public static List<Example> secTest() {
        return conll("data/ner/sec-filings/CONLL-format/data/test/FIN3.txt");
    }

    /** 1,500 sentences. */
    public static List<Example> presidio() {
        Path file = SharedData.path("data/pii/presidio-research/samples/data/synth_dataset_v2.json");
        List<Example> examples = new ArrayList<>();
        for (JsonNode record : json(read(file))) {
            String text = record.get("full_text").textValue();
            List<Mention> mentions = new ArrayList<>();
            for (JsonNode span : record.get("spans")) {
                // Python counts code points.
                int start =
                        text.offsetByCodePoints(0, span.get("start_position").intValue());
                int end = text.offsetByCodePoints(0, span.get("end_position").intValue());
                mentions.add(new Mention(
                        start, end, new Label(span.get("entity_type").textValue())));
            }
            examples.add(example(
                    "presidio-" + (examples.size() + 1),
                    Optional.empty(),
                    AnnotatedText.sorted(text, mentions),
                    file,
                    examples.size() + 1L));
        }
        return examples;
    }

    /** 88 documents, 3,815 spans of which five are wrong. */
    public static Re3d re3d() {
        List<Example> examples = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String folder : RE3D_FOLDERS) {
            Path documents = SharedData.path("data/ner/re3d/" + folder + "/documents.json");
            Map<String, List<JsonNode>> spans = new LinkedHashMap<>();
            for (String line :
                    read(documents.resolveSibling("entities.json")).lines().toList()) {
                JsonNode span = json(line);
                spans.computeIfAbsent(span.get("documentId").textValue(), id -> new ArrayList<>())
                        .add(span);
            }
            long line = 0;
            for (String document : read(documents).lines().toList()) {
                JsonNode record = json(document);
                String id = record.get("_id").textValue();
                String text = record.get("text").textValue();
                int layer = 0;
                line++;
                for (List<Mention> mentions : layers(text, spans.getOrDefault(id, List.of()), wrong)) {
                    examples.add(example(
                            id + "-" + layer++, Optional.empty(), new AnnotatedText(text, mentions), documents, line));
                }
            }
        }
        return new Re3d(examples, wrong);
    }

    /** Spans that do not overlap, as few lists of them as one pass finds; one empty list where there are no spans. */
    private static List<List<Mention>> layers(String text, List<JsonNode> spans, List<String> wrong) {
        List<Mention> mentions = new ArrayList<>();
        for (JsonNode span : spans) {
            int begin = span.get("begin").intValue();
            int end = span.get("end").intValue();
            String value = span.get("value").textValue();
            if (begin < 0 || end > text.length() || !text.substring(begin, end).equals(value)) {
                wrong.add(span.get("_id").textValue());
            } else {
                mentions.add(new Mention(begin, end, new Label(span.get("type").textValue())));
            }
        }
        mentions.sort(Comparator.comparing(Mention::span));
        List<List<Mention>> layers = new ArrayList<>(List.of(new ArrayList<>()));
        for (Mention mention : mentions) {
            List<Mention> free = layers.stream()
                    .filter(layer ->
                            layer.isEmpty() || layer.get(layer.size() - 1).end() <= mention.start())
                    .findFirst()
                    .orElseGet(() -> {
                        layers.add(new ArrayList<>());
                        return layers.get(layers.size() - 1);
                    });
            free.add(mention);
        }
        return layers;
    }

    private static List<Example> snips(String name) {
        List<Example> examples = new ArrayList<>();
        for (String intent : SNIPS_INTENTS) {
            Path file = SharedData.path("data/nlu/snips-2017/" + intent + "/" + name.formatted(intent));
            long line = 0;
            for (JsonNode utterance : json(read(file)).get(intent)) {
                AnnotatedText.Builder builder = AnnotatedText.builder();
                for (JsonNode piece : utterance.get("data")) {
                    if (piece.has("entity")) {
                        builder.append(
                                piece.get("text").textValue(),
                                new Label(piece.get("entity").textValue()));
                    } else {
                        builder.append(piece.get("text").textValue());
                    }
                }
                line++;
                examples.add(example(intent + "-" + line, Optional.of(intent), builder.build(), file, line));
            }
        }
        return examples;
    }

    private static List<Example> conll(String path) {
        List<Example> examples = new ArrayList<>();
        try (CorpusReader reader =
                Corpus.open(SharedData.path(path).toString(), Optional.of("conll"), FormatOptions.DEFAULT)) {
            reader.forEachRemaining(examples::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }

    private static Example example(String id, Optional<String> intent, AnnotatedText annotated, Path file, long line) {
        return new Example(
                id, intent, annotated, new Original(file.getFileName().toString(), line));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** UTF-8, or Latin-1 where it is not: one file of SNIPS is not. */
    private static String read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.indexOf('\ufffd') >= 0 ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
