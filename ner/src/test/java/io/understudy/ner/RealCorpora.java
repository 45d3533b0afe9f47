package io.understudy.ner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Labelled corpora of the shared folder, as the recognizers' tests and benchmark need them. */
public final class RealCorpora {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RealCorpora() {}

    /** 1,696 sentences of Wikipedia, tokens joined by spaces; tags without B, so that neighbours of a kind are one. */
    public static List<AnnotatedText> wikigold(Path shared) throws IOException {
        List<AnnotatedText> sentences = new ArrayList<>();
        List<String[]> tokens = new ArrayList<>();
        for (String line :
                Files.readAllLines(shared.resolve("data/ner/wikigold/CONLL-format/data/wikigold.conll.txt"))) {
            if (line.isBlank()) {
                addSentence(tokens, sentences);
            } else {
                tokens.add(line.split(" ", -1));
            }
        }
        addSentence(tokens, sentences);
        return sentences;
    }

    private static void addSentence(List<String[]> tokens, List<AnnotatedText> sentences) {
        StringBuilder text = new StringBuilder();
        List<Mention> mentions = new ArrayList<>();
        String open = "O";
        for (String[] token : tokens) {
            text.append(text.length() == 0 ? "" : " ");
            int start = text.length();
            text.append(token[0]);
            String tag = token[token.length - 1];
            if (!tag.equals("O")) {
                int from =
                        tag.equals(open) ? mentions.remove(mentions.size() - 1).start() : start;
                mentions.add(new Mention(from, text.length(), wikigoldLabel(tag)));
            }
            open = tag;
        }
        if (!tokens.isEmpty()) {
            sentences.add(new AnnotatedText(text.toString(), mentions));
        }
        tokens.clear();
    }

    private static Label wikigoldLabel(String tag) {
        return switch (tag.substring(2)) {
            case "PER" -> Label.PERSON;
            case "LOC" -> Label.LOCATION;
            case "ORG" -> Label.ORGANIZATION;
            default -> Label.MISC;
        };
    }

    /** 1,500 sentences of presidio-research's synth_dataset_v2; its types, GPE as LOCATION. */
    public static List<AnnotatedText> presidio(Path shared) throws IOException {
        List<AnnotatedText> sentences = new ArrayList<>();
        for (JsonNode record :
                JSON.readTree(shared.resolve("data/pii/presidio-research/samples/data/synth_dataset_v2.json")
                        .toFile())) {
            String text = record.get("full_text").asText();
            List<Mention> mentions = new ArrayList<>();
            for (JsonNode span : record.get("spans")) {
                String type = span.get("entity_type").asText();
                mentions.add(new Mention(
                        text.offsetByCodePoints(0, span.get("start_position").asInt()),
                        text.offsetByCodePoints(0, span.get("end_position").asInt()),
                        type.equals("GPE") ? Label.LOCATION : new Label(type)));
            }
            sentences.add(AnnotatedText.sorted(text, mentions));
        }
        return sentences;
    }

    /** The 700 utterances of SNIPS validate in small letters, with its slots as labels. */
    public static List<AnnotatedText> snipsLowerCase(Path shared) throws IOException {
        List<AnnotatedText> utterances = new ArrayList<>();
        TreeSet<Path> files = new TreeSet<>(Comparator.comparing(Path::toString));
        try (DirectoryStream<Path> intents = Files.newDirectoryStream(shared.resolve("data/nlu/snips-2017"))) {
            for (Path intent : intents) {
                files.add(intent.resolve("validate_" + intent.getFileName() + ".json"));
            }
        }
        for (Path file : files) {
            if (!Files.exists(file)) {
                continue;
            }
            for (JsonNode utterance : JSON.readTree(file.toFile()).iterator().next()) {
                AnnotatedText.Builder text = AnnotatedText.builder();
                for (JsonNode piece : utterance.get("data")) {
                    String surface = piece.get("text").asText().toLowerCase(Locale.ROOT);
                    if (piece.has("entity")) {
                        text.append(surface, new Label(piece.get("entity").asText()));
                    } else {
                        text.append(surface);
                    }
                }
                utterances.add(text.build());
            }
        }
        return utterances;
    }
}
