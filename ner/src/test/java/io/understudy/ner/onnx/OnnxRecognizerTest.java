package io.understudy.ner.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.core.Markup;
import io.understudy.core.testing.SharedData;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Finding;
import io.understudy.ner.RecognizerContract;
import io.understudy.onnx.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real token classifier against what onnxruntime under Python found with it. */
class OnnxRecognizerTest implements RecognizerContract {

    private static Path folder;
    private static OnnxRecognizer recognizer;

    @BeforeAll
    static void open() throws IOException {
        folder = SharedData.path("models/minilm-ner-onnx");
        recognizer = OnnxRecognizer.open(folder);
    }

    @AfterAll
    static void close() {
        if (recognizer != null) {
            recognizer.close();
        }
    }

    @Override
    public EntityRecognizer recognizer() {
        return recognizer;
    }

    /** A model reads some ten thousand characters a second and thread. */
    @Override
    public int hostileLength() {
        return 1_000;
    }

    private static List<JsonNode> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        new ObjectMapper()
                .readTree(folder.resolve("golden.json").toFile())
                .get("cases")
                .forEach(cases::add);
        assertThat(cases).hasSize(14);
        return cases;
    }

    private static void assertEqual(List<Finding> found, JsonNode spans, String text) {
        List<String> places = new ArrayList<>();
        spans.forEach(span -> places.add(span.get("start").asInt() + "-"
                + span.get("end").asInt() + " " + span.get("label").asText()));
        assertThat(found)
                .as(text)
                .extracting(each -> each.mention().start() + "-"
                        + each.mention().end() + " " + each.mention().label())
                .isEqualTo(places);
        for (int i = 0; i < places.size(); i++) {
            assertThat(found.get(i).score())
                    .as(text)
                    .isCloseTo(spans.get(i).get("score").asDouble(), within(1e-3));
        }
    }

    @Test
    void findsTheGoldenSpansWithTheirScores() throws IOException {
        for (JsonNode each : cases()) {
            String text = each.get("text").asText();
            assertEqual(recognizer.findings(text), each.get("spans"), text);
        }
    }

    @Test
    void findsTheGoldenSpansOfSimpleAggregation() throws IOException {
        try (OnnxRecognizer simple = OnnxRecognizer.open(folder, Device.CPU, Aggregation.SIMPLE, notice -> {})) {
            for (JsonNode each : cases()) {
                String text = each.get("text").asText();
                assertEqual(simple.findings(text), each.get("spans_simple"), text);
            }
        }
    }

    @Test
    void findsTheSameInABatchAsAlone() throws IOException {
        List<String> texts = new ArrayList<>(List.of("", " "));
        for (JsonNode each : cases()) {
            texts.add(each.get("text").asText());
        }
        List<List<Finding>> together = recognizer.findings(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i)).isEqualTo(recognizer.findings(texts.get(i)));
        }
    }

    @Test
    void findsNamesAnywhereInTextThatIsLongerThanAWindow() {
        StringBuilder text = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            text.append("my name is ");
            places.add(text.length());
            text.append("anna kowalska and i live in warsaw\n");
        }
        List<Integer> found = recognizer.findings(text.toString()).stream()
                .filter(each -> each.mention().label().name().equals("PERSON"))
                .map(each -> each.mention().start())
                .toList();
        // The small model sometimes takes a surname for a person of its own.
        assertThat(found).containsAll(places).allMatch(start -> places.contains(start) || places.contains(start - 5));
    }

    @Test
    void countsOffsetsInUtf16UnitsBehindEmojiAndAccents() {
        String text =
                "\ud83d\ude00\ud83d\udc69\u200d\ud83d\ude80 my name is Jose\u0301 Garci\u0301a and i live in Warsaw";
        assertThat(Markup.write(recognizer.recognize(text)))
                .endsWith(" my name is [Jose\u0301 Garci\u0301a](PERSON) and i live in [Warsaw](LOCATION)");
    }
}
