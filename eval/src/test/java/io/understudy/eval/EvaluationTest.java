package io.understudy.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.Provenance;
import io.understudy.eval.leakage.GateRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {

    private static final SourceIndex ORIGINAL = Lines.index(
            "[Ada Byrne](PERSON) flies to [Oslo](CITY)",
            "[Max Frisch](PERSON) flies to [Bern](CITY)",
            "call [5550134-77](PHONE) for [Ada Byrne](PERSON)",
            "good morning",
            "Good morning");

    private static JsonNode json(Evaluation evaluation) throws Exception {
        return new ObjectMapper().readTree(evaluation.report().json());
    }

    private static JsonNode against(String... markup) throws Exception {
        return json(Lines.evaluate(Optional.of(ORIGINAL), markup));
    }

    @Test
    void writesTheBlocksOfTheContract() throws Exception {
        JsonNode tree = against("[Eva Lund](PERSON) flies to [Rome](CITY)");
        assertThat(tree.fieldNames())
                .toIterable()
                .containsExactly("validity", "diversity", "leakage", "fidelity", "utility", "bias");
        assertThat(tree.path("validity").path("lines").isNumber()).isTrue();
        assertThat(tree.path("validity").path("invalid").isNumber()).isTrue();
        tree.path("validity").path("rules").forEach(rule -> {
            assertThat(rule.path("tried").isNumber()).isTrue();
            assertThat(rule.path("failed").isNumber()).isTrue();
        });
        for (String number : List.of(
                "/diversity/surface/distinct_1",
                "/diversity/surface/distinct_2",
                "/diversity/masked/distinct_1",
                "/diversity/masked/distinct_2",
                "/diversity/duplicates",
                "/diversity/effective_templates",
                "/leakage/hard",
                "/leakage/weak",
                "/leakage/replay/lines",
                "/leakage/replay/share",
                "/leakage/replay/carriers")) {
            assertThat(tree.at(number).isNumber()).as(number).isTrue();
        }
        assertThat(tree.at("/leakage/findings").isArray()).isTrue();
    }

    @Test
    void givesEachMissingValueItsReason() throws Exception {
        JsonNode tree = json(Lines.evaluate(Optional.empty(), "hello"));
        checkReasons(tree, "");
        assertThat(tree.at("/leakage/hard").isNull()).isTrue();
        assertThat(tree.at("/leakage/hard_reason").asText()).isEqualTo("no original was given to compare with");
        assertThat(tree.at("/diversity/surface/distinct_2_reason").asText())
                .isEqualTo("nothing to measure: no line is long enough");
        assertThat(tree.at("/diversity/surface/compression_ratio_reason").asText())
                .isEqualTo("5 bytes of text; needs 2048");
    }

    private static void checkReasons(JsonNode node, String path) {
        node.properties().forEach(field -> {
            boolean inAbout = path.contains("/about");
            if (field.getValue().isNull() && !inAbout) {
                assertThat(node.path(field.getKey() + "_reason").asText())
                        .as(path + "/" + field.getKey())
                        .isNotEmpty();
            }
            checkReasons(field.getValue(), path + "/" + field.getKey());
        });
        if (node.isArray()) {
            node.forEach(element -> checkReasons(element, path + "[]"));
        }
    }

    @Test
    void saysDirectionSizeRulerAndMeaningOfEachScore() throws Exception {
        JsonNode about = against("[Eva](PERSON) flies to [Rome](CITY)", "good evening to you all")
                .at("/diversity/surface/about/distinct_2");
        assertThat(about.path("direction").asText()).isEqualTo("higher");
        assertThat(about.path("n").asLong()).isEqualTo(2);
        assertThat(about.path("original").isNumber()).isTrue();
        assertThat(about.path("what").asText()).isEqualTo("Share of all runs of 2 words that are distinct.");
    }

    @Test
    void listsALeakWithWhereItCameFrom() throws Exception {
        JsonNode leakage = against("say hello", "ask ada  byrne or 555 0134 77").path("leakage");
        assertThat(leakage.path("hard").asLong()).isEqualTo(2);
        assertThat(leakage.path("hard_lines").asLong()).isEqualTo(1);
        assertThat(leakage.path("findings").toString())
                .isEqualTo("[{\"synthetic\":\"s-2\",\"original\":\"o-1\",\"rule\":\"source_surface\","
                        + "\"severity\":\"hard\",\"label\":\"PERSON\",\"said_by\":2},"
                        + "{\"synthetic\":\"s-2\",\"original\":\"o-3\",\"rule\":\"digits\",\"severity\":\"hard\","
                        + "\"label\":\"PHONE\"}]");
        assertThat(leakage.path("came_through").path("surfaces").asLong()).isEqualTo(1);
    }

    @Test
    void countsAPhoneNumberOnceWhetherAsASurfaceOrAsDigits() throws Exception {
        JsonNode surface = against("dial 5550134-77").at("/leakage/rules");
        assertThat(surface.path("source_surface").asLong()).isEqualTo(1);
        JsonNode digits = against("dial 555013477").at("/leakage/rules");
        assertThat(digits.path("digits").asLong()).isEqualTo(1);
        for (JsonNode rules : List.of(surface, digits)) {
            long all = 0;
            for (JsonNode count : rules) {
                all += count.asLong();
            }
            assertThat(all).isEqualTo(1);
        }
    }

    @Test
    void countsACarrierThatFewRecordsShareAsWeakReplay() throws Exception {
        JsonNode leakage = against(
                        "[Eva](PERSON) FLIES to [Rome](CITY)",
                        "[Tom](PERSON) flies to [Lyon](CITY)",
                        "[Tom](PERSON) walks to [Lyon](CITY)")
                .path("leakage");
        assertThat(leakage.path("hard").asLong()).isZero();
        assertThat(leakage.path("weak").asLong()).isEqualTo(2);
        assertThat(leakage.at("/replay/share").asDouble()).isEqualTo(0.666667);
        assertThat(leakage.at("/replay/carriers").asLong()).isEqualTo(1);
        assertThat(leakage.at("/findings/0/severity").asText()).isEqualTo("weak");
        assertThat(leakage.at("/findings/0/original").asText()).isEqualTo("o-1");
    }

    @Test
    void doesNotCallACarrierReplayThatEnoughRecordsShare() throws Exception {
        Evaluation evaluation =
                Evaluation.of(new EvaluationOptions(new GateRules(2, false, false), 1, false), Optional.of(ORIGINAL));
        JsonNode leakage = json(Lines.fill(evaluation, "[Eva](PERSON) flies to [Rome](CITY)", "good morning"))
                .path("leakage");
        assertThat(leakage.path("weak").asLong()).isZero();
        assertThat(leakage.path("hard").asLong()).isZero();
    }

    @Test
    void holdsNoTextUnlessAskedTo() throws Exception {
        String[] lines = {"ask Ada Byrne", "[Eva](PERSON) flies to [Rome](CITY)", "good morning"};
        String quiet = Lines.evaluate(Optional.of(ORIGINAL), lines).report().json();
        assertThat(quiet)
                .doesNotContainIgnoringCase("byrne")
                .doesNotContain("flies")
                .doesNotContain("good morning");
        assertThat(Lines.evaluate(Optional.of(ORIGINAL), lines).report().html())
                .doesNotContainIgnoringCase("byrne")
                .doesNotContain("flies");
        Evaluation open = Evaluation.of(new EvaluationOptions(GateRules.STANDARD, 1, true), Optional.of(ORIGINAL));
        JsonNode findings = json(Lines.fill(open, lines)).at("/leakage/findings");
        assertThat(findings.findValuesAsText("text"))
                .containsExactly("ada byrne", "good morning", "<PERSON> flies to <CITY>");
    }

    @Test
    void listsAtMostTwoHundredHardFindingsAndCountsAll() throws Exception {
        String[] lines = new String[300];
        java.util.Arrays.fill(lines, "ask Ada Byrne");
        JsonNode leakage = against(lines).path("leakage");
        assertThat(leakage.path("findings").size()).isEqualTo(200);
        assertThat(leakage.path("hard").asLong()).isEqualTo(300);
        assertThat(leakage.path("findings_total").asLong()).isEqualTo(300);
    }

    @Test
    void setsTheHoldoutBesideTheOriginal() throws Exception {
        // Oslo is in the original too, and so says nothing about coincidence.
        SourceIndex holdout = Lines.index(
                "[Ann Lee](PERSON) rows", "[Bo Dahl](PERSON) runs", "[Cy Roe](PERSON) rests in [Oslo](CITY)");
        Evaluation evaluation = Evaluation.of(EvaluationOptions.STANDARD, Optional.of(ORIGINAL), Optional.of(holdout));
        JsonNode block = json(Lines.fill(evaluation, "ask Ada Byrne", "ask Ann Lee", "ask Oslo"))
                .at("/leakage/holdout/surfaces");
        assertThat(block.toString()).contains("\"came\":2,\"of\":5,\"holdout_came\":1,\"holdout_of\":3");
        // 2/5 - 1/3.
        assertThat(block.path("excess").asDouble()).isEqualTo(0.0666667);
        // P(X >= 2), 3 hits among 5 and 3: (C(5,2)C(3,1) + C(5,3)) / C(8,3) = 40/56.
        assertThat(block.path("p").asDouble()).isEqualTo(0.714286);
    }

    @Test
    void refusesAHoldoutWithoutAnOriginal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Evaluation.of(EvaluationOptions.STANDARD, Optional.empty(), Optional.of(Lines.index("a"))))
                .withMessage("a holdout was given without an original to compare it with");
    }

    @Test
    void comparesAsManyLinesAsTheSmallerSideHasAndMeasuresAllBesides() throws Exception {
        String[] lines = new String[40];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "line number " + i;
        }
        JsonNode diversity = against(lines).path("diversity");
        assertThat(diversity.at("/effective_templates").asDouble()).isEqualTo(40);
        assertThat(diversity.at("/about/effective_templates/n").asLong()).isEqualTo(40);
        assertThat(diversity.at("/about/effective_templates/same_size/n").asLong())
                .isEqualTo(5);
        assertThat(diversity.at("/about/effective_templates/same_size/value").asDouble())
                .isEqualTo(5);
        assertThat(json(Lines.evaluate(Optional.empty(), lines))
                        .at("/diversity/effective_templates")
                        .asDouble())
                .isEqualTo(40);
    }

    @Test
    void countsLinesEqualToAnEarlierOneAsDuplicates() throws Exception {
        JsonNode diversity = against("a b", "A  b", "c", "a b").path("diversity");
        assertThat(diversity.path("duplicates").asDouble()).isEqualTo(0.5);
        assertThat(diversity.at("/about/duplicates/original").asDouble()).isEqualTo(0.2);
    }

    @Test
    void readingOnManyThreadsGivesTheBytesOfReadingOnOne() {
        List<Example> lines = IntStream.rangeClosed(1, 500)
                .mapToObj(i ->
                        Lines.synthetic(i, i % 7 == 0 ? "ask [Ada Byrne](PERSON)" : "line " + i + " to [Rome](CITY)"))
                .toList();
        Evaluation one = Evaluation.of(EvaluationOptions.STANDARD, Optional.of(ORIGINAL));
        lines.forEach(one::add);
        Evaluation many = Evaluation.of(EvaluationOptions.STANDARD, Optional.of(ORIGINAL));
        lines.parallelStream().map(many::read).toList().forEach(many::add);
        assertThat(many.report().json()).isEqualTo(one.report().json());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void givesEqualBytesForEqualLines(int run) {
        String[] lines = new String[5_000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "[P" + (i % 97) + "](PERSON) goes to place " + (i % 31) + " on day " + i;
        }
        String first = Lines.evaluate(Optional.of(ORIGINAL), lines).report().json();
        String again = Lines.evaluate(Optional.of(ORIGINAL), lines).report().json();
        assertThat(again).as("run " + run).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\uD83D\uDE00",
                "a\uD800b",
                "\uDC00",
                "e\u0301\u0301",
                "\u202Eabc",
                "\u00A0",
                "\r\n",
                "\u0000",
                "<script>&amp;\""
            })
    void survivesHostileText(String text) throws Exception {
        Example hostile = new Example(
                "x", Optional.empty(), AnnotatedText.plain(text), new Provenance.Synthetic("t", Optional.empty(), 1));
        SourceIndex index = SourceIndex.builder().add(hostile).build();
        Evaluation evaluation = Evaluation.of(new EvaluationOptions(GateRules.STANDARD, 1, true), Optional.of(index));
        evaluation.add(hostile);
        assertThat(json(evaluation).at("/leakage/hard").asLong()).isEqualTo(1);
        assertThat(index.gate(GateRules.STANDARD).refuse(hostile.annotated())).contains("verbatim_record");
        assertThat(evaluation.report().html()).containsOnlyOnce("<script");
    }

    @Test
    void findsEveryPlantedLeakInRealSizedNoise() throws Exception {
        String[] lines = new String[2_000];
        for (int i = 0; i < lines.length; i++) {
            String names = (i % 100 == 7 ? "Ada Byrne" : "Eva Lund");
            lines[i] = "[Tom Ek](PERSON) told " + names + " about case " + i;
        }
        assertThat(against(lines).at("/leakage/hard").asLong()).isEqualTo(20);
    }

    @Test
    void theGateLetsPassWhatTheReportCallsClean() throws Exception {
        var gate = ORIGINAL.gate(GateRules.STANDARD);
        for (String markup : List.of("ask Ada Byrne", "[Eva](PERSON) flies", "good morning", "dial 555 0134 77")) {
            boolean refused = gate.refuse(Markup.read(markup)).isPresent();
            assertThat(against(markup).at("/leakage/hard").asLong() > 0)
                    .as(markup)
                    .isEqualTo(refused);
        }
    }
}
