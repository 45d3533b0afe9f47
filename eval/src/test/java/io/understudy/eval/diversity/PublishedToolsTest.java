package io.understudy.eval.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.core.testing.Corpora;
import io.understudy.core.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what the unmodified packages printed. */
class PublishedToolsTest {

    private static final List<String> README = List.of(
            "The quick brown fox jumps over the lazy dog.",
            "The quick brown fox jumps over the lazy dog again.",
            "Suddenly, the quick brown fox leaps swiftly over the sleeping dog.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "readme3",
                "snips validate AddToPlaylist",
                "snips validate GetWeather",
                "snips validate RateBook",
                "banking77 test (first 500 text values)",
                "inaugural addresses 1989-2021, one document each",
                "presidio templates.txt lines",
                "chatito citySearch training (seedless sample)"
            })
    void equalsTheReferenceValues(String set) throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(SharedData.path("data/reference/diversity/reference-values.json")
                        .toFile())
                .path(set);
        List<String> lines = lines(set);
        byte[] bytes = Archives.utf8(String.join(" ", lines));
        PublishedTools tools = new PublishedTools(lines);
        assertThat(lines).hasSize(expected.path("documents").intValue());
        assertThat(bytes).hasSize(expected.path("original_bytes").intValue());
        assertThat(Archives.gzip(bytes))
                .isEqualTo(expected.path("single_gzip_bytes(level9)").intValue());
        assertThat(tools.gzipTwice())
                .isEqualTo(expected.path("compression_ratio_gzip").doubleValue());
        assertThat(tools.xz()).isEqualTo(expected.path("compression_ratio_xz").doubleValue());
        assertThat(tools.ngramDiversity(4))
                .isEqualTo(expected.path("ngram_diversity_n4").doubleValue());
        assertThat(tools.ngramDiversity(3))
                .isEqualTo(expected.path("ngram_diversity_n3").doubleValue());
        assertThat(tools.selfRepetition(4))
                .isCloseTo(expected.path("self_repetition_n4").doubleValue(), within(5e-7));
    }

    private static List<String> lines(String set) throws IOException {
        if (set.equals("readme3")) {
            return README;
        }
        if (set.startsWith("snips validate ")) {
            String intent = set.substring("snips validate ".length());
            return Corpora.snipsValidate().stream()
                    .filter(example -> example.intent().orElse("").equals(intent))
                    .map(example -> example.text())
                    .toList();
        }
        if (set.startsWith("banking77")) {
            return firstColumn(Files.readString(SharedData.path("data/nlu/banking77/test.csv")))
                    .subList(0, 500);
        }
        if (set.startsWith("inaugural")) {
            List<String> texts = new ArrayList<>();
            try (DirectoryStream<Path> files =
                    Files.newDirectoryStream(SharedData.path("data/prose/inaugural"), "*.txt")) {
                List<Path> sorted = new ArrayList<>();
                files.forEach(sorted::add);
                sorted.sort(null);
                for (Path file : sorted) {
                    if (Integer.parseInt(file.getFileName().toString().substring(0, 4)) >= 1989) {
                        texts.add(text(file));
                    }
                }
            }
            return texts;
        }
        if (set.startsWith("presidio")) {
            return Files.readAllLines(SharedData.path("data/pii/presidio-research/templates.txt"));
        }
        List<String> texts = new ArrayList<>();
        JsonNode sentences = new ObjectMapper()
                .readTree(SharedData.path("data/reference/chatito/generated-2.3.5/citySearch_medium/default/"
                                + "default_dataset_training.json")
                        .toFile());
        sentences.forEach(intent -> intent.forEach(sentence -> {
            StringBuilder text = new StringBuilder();
            sentence.forEach(piece -> text.append(piece.path("value").asText()));
            texts.add(text.toString());
        }));
        return texts;
    }

    /** As the reference values were made: each byte a character. */
    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** Quoted fields may hold line breaks; no row but the first is left out. */
    private static List<String> firstColumn(String csv) {
        List<String> fields = new ArrayList<>();
        Matcher rows = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"\\n]*)),[^\\n]*\\n")
                .matcher(csv);
        while (rows.find()) {
            fields.add(rows.group(1) == null ? rows.group(2) : rows.group(1).replace("\"\"", "\""));
        }
        return fields.subList(1, fields.size());
    }

    /** texts once: 162 bytes, reported 1.141, gzip 108; a hundred times over: 95.876, gzip 189. */
    @Test
    void compressesTwiceAsThePackageDoes() {
        assertThat(new PublishedTools(README).gzipTwice()).isEqualTo(1.141);
        assertThat(Archives.gzip(Archives.utf8(String.join(" ", README)))).isEqualTo(108);
        List<String> many =
                Stream.generate(() -> README).limit(100).flatMap(List::stream).toList();
        assertThat(new PublishedTools(many).gzipTwice()).isEqualTo(95.876);
        assertThat(Archives.gzip(Archives.utf8(String.join(" ", many)))).isEqualTo(189);
    }

    /** Documents 1 and 2 share five runs of four: (ln 6 + ln 6 + ln 1) / 3; of three words (ln 8 + ln 8 + ln 3) / 3. */
    @ParameterizedTest
    @CsvSource({"4, 1.194506", "3, 1.752498"})
    void givesTheGoldenSelfRepetition(int n, double expected) {
        assertThat(new PublishedTools(README).selfRepetition(n)).isCloseTo(expected, within(1e-6));
    }

    /** Longest common subsequences of 9, 7 and 7 words: F1 of .947368, .7 and .666667. */
    @Test
    void givesTheGoldenHomogenizationAndItsFault() {
        assertThat(new PublishedTools(README).homogenization()).isEqualTo(.771);
        assertThat(PublishedTools.rougeL(new int[] {1, 2, 3}, new int[] {2, 9, 3, 4}))
                .isCloseTo(4.0 / 7, within(1e-12));
        assertThat(new PublishedTools(List.of("one two", "three four")).homogenization())
                .isEqualTo(1);
    }

    @Test
    void saysWhyATextTooShortHasNoFigures() {
        assertThat(new PublishedTools(List.of("a")).section()).isNotNull();
    }
}
