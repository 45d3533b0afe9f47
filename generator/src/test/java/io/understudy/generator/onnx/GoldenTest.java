package io.understudy.generator.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.core.testing.SharedData;
import io.understudy.onnx.Device;
import io.understudy.prompts.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decode loop against what other engines wrote with the same weights. */
class GoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private static JsonNode golden(String model) throws IOException {
        return JSON.readTree(SharedData.path("models/" + model + "/golden.json").toFile());
    }

    private static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    private static Decoder open(Path folder) throws IOException {
        return Decoder.open(folder, Device.CPU, 1, notice -> {});
    }

    @ParameterizedTest(name = "written in place: {0}")
    @ValueSource(booleans = {true, false})
    void storiesAreThoseOfTheReferenceAndAsLikely(boolean inPlace) throws IOException {
        JsonNode golden = golden("stories260k");
        try (Decoder decoder = open(Stories.write(folder, inPlace))) {
            assertThat(decoder.layout().shared()).isEqualTo(inPlace);
            for (JsonNode each : golden.get("nll")) {
                int[] ids = ints(each.get("ids"));
                assertThat(decoder.encode(each.get("text").asText(), true)).containsExactly(ids);
                double[] surprise = decoder.surprise(ids);
                for (int i = 0; i < surprise.length; i++) {
                    // Four digits are given.
                    assertThat(surprise[i])
                            .as("%s, token %d", each.get("text"), i)
                            .isCloseTo(each.get("nll_per_token_nats").get(i).asDouble(), within(2e-3));
                }
                assertThat(IntStream.range(0, surprise.length)
                                .mapToDouble(i -> surprise[i])
                                .sum())
                        .isCloseTo(each.get("total_nll").asDouble(), within(5e-3));
            }
            try (Engine engine = decoder.engine(1, 4)) {
                for (JsonNode each : golden.get("greedy")) {
                    int[] prompt = decoder.encode(each.get("prompt").asText(), true);
                    // The reference stops when so many tokens were printed, those of the prompt counted.
                    int steps = each.get("steps").asInt() - prompt.length + 1;
                    Job.End end = Writing.all(engine, List.of(prompt), Drawing.BEST, steps)
                            .get(0);
                    StringBuilder all = new StringBuilder(each.get("prompt").asText());
                    end.tokens()
                            .forEach(token -> all.append(new String(
                                    decoder.vocabulary().bytes(token), java.nio.charset.StandardCharsets.UTF_8)));
                    assertThat(all.toString().strip())
                            .isEqualTo(each.get("output").asText().strip());
                }
            }
        }
    }

    @ParameterizedTest(name = "written in place: {0}")
    @ValueSource(booleans = {true, false})
    void whatIsWrittenBesideAnAnswerChangesNothingInIt(boolean inPlace) throws IOException {
        try (Decoder decoder = open(Stories.write(folder, inPlace))) {
            List<int[]> prompts = new ArrayList<>();
            for (String text : List.of(
                    "Once upon a time",
                    "Once upon a time there was a dog",
                    "Tom",
                    "Lily and Tom went to the park",
                    "")) {
                for (int i = 0; i < 5; i++) {
                    prompts.add(decoder.encode(text, true));
                }
            }
            Drawing drawing = new Drawing(0.9, 40, 0.95, 0.01, 1.1);
            List<Job.End> alone;
            try (Engine engine = decoder.engine(1, 1)) {
                alone = Writing.all(engine, prompts, drawing, 40);
            }
            assertThat(alone.stream().map(Job.End::text).distinct().count()).isGreaterThan(20);
            for (int[] shape : new int[][] {{1, 4}, {1, 16}, {2, 7}, {3, 32}}) {
                try (Engine engine = decoder.engine(shape[0], shape[1])) {
                    assertThat(Writing.all(engine, prompts, drawing, 40))
                            .as("%d threads, %d rows", shape[0], shape[1])
                            .isEqualTo(alone);
                }
            }
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, prompts.size()).boxed().toList());
            Collections.shuffle(order, new java.util.Random(1));
            try (Engine engine = decoder.engine(2, 6)) {
                List<java.util.concurrent.CompletableFuture<Job.End>> ends = new ArrayList<>();
                for (int i : order) {
                    ends.add(new java.util.concurrent.CompletableFuture<>());
                    engine.submit(Writing.job(prompts.get(i), drawing, 40, i, ends.get(ends.size() - 1)));
                }
                for (int i = 0; i < order.size(); i++) {
                    assertThat(ends.get(i).join()).isEqualTo(alone.get(order.get(i)));
                }
            }
        }
    }

    @Test
    void rowsWithAGapBehindTheirPastWriteWhatEachWritesAlone() throws IOException {
        try (Decoder decoder = open(Stories.write(folder, false))) {
            assertThat(decoder.layout().way()).isEqualTo(Layout.Way.GAPPED);
            List<int[]> prompts = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                prompts.add(decoder.encode("Once upon a time there was a big red dog".substring(0, 4 + i), true));
            }
            for (Drawing drawing : List.of(Drawing.BEST, new Drawing(0.9, 40, 0.95, 0, 1))) {
                List<Job.End> alone;
                try (Engine engine = engine(decoder, decoder.layout().alone(), 1)) {
                    alone = Writing.all(engine, prompts, drawing, 60);
                }
                try (Engine engine = engine(decoder, decoder.layout(), 11)) {
                    assertThat(Writing.all(engine, prompts, drawing, 60)).isEqualTo(alone);
                }
            }
        }
    }

    private static Engine engine(Decoder decoder, Layout layout, int rows) {
        return new Engine(decoder.graph(), layout, decoder.vocabulary(), decoder.ends(), 512, 1, rows);
    }

    @ParameterizedTest(name = "{0} threads, {1} rows")
    @CsvSource({"1, 1", "2, 8", "1, 3"})
    void theInstructModelWritesWhatFourEnginesWrite(int threads, int rows) throws IOException {
        JsonNode golden = golden("smollm2-135m-instruct-onnx");
        try (Decoder decoder = open(SharedData.path("models/smollm2-135m-instruct-onnx"));
                Engine engine = decoder.engine(threads, rows)) {
            List<int[]> prompts = new ArrayList<>();
            for (JsonNode each : golden.get("prompts")) {
                int[] prompt = decoder.chat(
                        List.of(new Message(Message.Role.USER, each.get("user").asText())));
                assertThat(prompt).containsExactly(ints(each.get("prompt_ids")));
                prompts.add(prompt);
            }
            List<Job.End> ends = Writing.all(
                    engine, prompts, Drawing.BEST, golden.get("max_new_tokens").asInt());
            for (int i = 0; i < ends.size(); i++) {
                JsonNode each = golden.get("prompts").get(i);
                boolean stopped = each.get("stopped_at_eos").asBoolean();
                List<Integer> expected = new ArrayList<>();
                for (int id : ints(each.get("greedy_ids"))) {
                    expected.add(id);
                }
                if (stopped) {
                    expected.remove(expected.size() - 1);
                }
                assertThat(ends.get(i).tokens()).as(each.get("user").asText()).isEqualTo(expected);
                assertThat(ends.get(i).text()).isEqualTo(each.get("greedy_text").asText());
                assertThat(ends.get(i).finish()).isEqualTo(stopped ? Job.Finish.STOP : Job.Finish.LENGTH);
            }
        }
    }

    @Test
    void theInstructModelReadsAsTheReferenceDoes() throws IOException {
        JsonNode golden = golden("smollm2-135m-instruct-onnx");
        try (Decoder decoder = open(SharedData.path("models/smollm2-135m-instruct-onnx"))) {
            assertThat(decoder.layout().shared()).isTrue();
            for (JsonNode each : golden.get("tokenizer")) {
                int[] ids = ints(each.get("ids"));
                assertThat(decoder.encode(each.get("text").asText(), false)).containsExactly(ids);
                Text text = new Text(List.of(), decoder.vocabulary().dropsFirstSpace());
                for (int id : ids) {
                    text.add(decoder.vocabulary().bytes(id));
                }
                text.end();
                // Marks of a chat are no text.
                assertThat(text.toString())
                        .isEqualTo(each.get("decoded").asText().replaceAll("<\\|im_\\w+\\|>", ""));
            }
            JsonNode paragraph = golden.get("paragraph");
            int[] ids = ints(paragraph.get("ids"));
            assertThat(decoder.encode(paragraph.get("text").asText(), false)).containsExactly(ids);
            double sum = 0;
            for (double each : decoder.surprise(ids)) {
                sum += each;
            }
            assertThat(sum).isCloseTo(paragraph.get("nll_sum").asDouble(), within(0.01 * sum));
        }
    }
}
