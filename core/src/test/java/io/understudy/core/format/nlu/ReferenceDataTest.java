package io.understudy.core.format.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Example;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What other tools wrote is read as they meant it. Counts are those of DATA.md, or derived beside them. */
class ReferenceDataTest {

    private static final String HWU = "data/reference/hwu64-in-four-formats/";
    private static final String RASA =
            HWU + "out4RasaReal/rasa_json_2018_03_22-13_01_25_169_80Train/CrossValidation/KFold_1/merged/";
    private static final String LUIS =
            HWU + "out4LuisReal/Luis_trainset_2018_03_22-13_01_25_169/CrossValidation/KFold_1/merged/";
    private static final String WATSON =
            HWU + "out4WatsonReal/Watson_2018_03_22-13_01_25_169_trainset/CrossValidation/KFold_1/merged/intents/";
    private static final String DIALOGFLOW =
            HWU + "out4ApiaiReal/Apiai_trainset_2018_03_22-13_01_25_169/CrossValidation/KFold_1/merged";

    private record Read(List<Example> examples, CorpusData data) {}

    @Test
    void oneCorpusInFourFormatsIsOneCorpus() throws IOException {
        Read rasa = read(RASA + "RasaNlu_Merged_KFold_1_2018_03_22-13_01_25_169.json");
        assertThat(rasa.examples()).hasSize(9_960);
        assertThat(rasa.examples().stream()
                        .mapToInt(each -> each.labels().size())
                        .sum())
                .isEqualTo(8_253);
        assertThat(rasa.examples().stream().map(Example::intent).distinct()).hasSize(64);
        // 67 regex_features in the file, each of a name of its own.
        assertThat(rasa.data().patterns()).hasSize(67);

        List<String> expected = lines(rasa.examples(), true);
        assertThat(lines(
                        read(LUIS + "Luis_KFold_1_2018_03_22-13_01_25_169_20180327170202385.json")
                                .examples(),
                        true))
                .containsExactlyInAnyOrderElementsOf(expected);
        // The exporter to Watson's CSV took the commas out, and left spaces in some places.
        assertThat(withoutCommasAndSpaces(read(WATSON + "WatsonNluIntentsMerged_2018_03_22-13_01_25_169.csv")
                        .examples()))
                .containsExactlyInAnyOrderElementsOf(withoutCommasAndSpaces(rasa.examples()));
        // Two intents of the agent are at hand: all their phrases are in the corpus, and all the corpus has of them.
        List<Example> agent = read(DIALOGFLOW).examples();
        assertThat(agent.stream().map(each -> each.intent().orElse("")).distinct())
                .containsExactlyInAnyOrder("audio_volume_down", "iot_hue_lighton");
        assertThat(lines(agent, true))
                .containsExactlyInAnyOrderElementsOf(lines(
                        rasa.examples().stream()
                                .filter(each -> agent.stream()
                                        .anyMatch(one -> one.intent().equals(each.intent())))
                                .toList(),
                        true));
    }

    @Test
    void theCorpusGoesThroughEveryFormatWithSpansAndSurfaces() throws IOException {
        Read rasa = read(RASA + "RasaNlu_Merged_KFold_1_2018_03_22-13_01_25_169.json");
        for (String name : List.of(
                "rasa", "snips", "snips-yaml", "luis", "clu", "watson", "dialogflow", "dialogflow-cx", "json", "tsv")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            CorpusWriter writer = Corpus.create(out, Corpus.format(name), FormatOptions.DEFAULT);
            for (Example example : rasa.examples()) {
                writer.write(example);
            }
            writer.write(rasa.data());
            writer.commit();
            CorpusReader reader = Corpus.open(
                    new ByteArrayInputStream(out.toByteArray()), "in", Optional.of(name), FormatOptions.DEFAULT);
            List<Example> examples = new ArrayList<>();
            reader.forEachRemaining(examples::add);
            assertThat(lines(examples, true))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(lines(rasa.examples(), true));
            reader.close();
        }
    }

    @Test
    void rasaThree() throws IOException {
        Read rasa = read("data/reference/rasa-yaml/data/nlu/nlu.yml");
        // A line of the file is an example, or a value of a list.
        long examples = java.nio.file.Files.readString(SharedData.path("data/reference/rasa-yaml/data/nlu/nlu.yml"))
                .lines()
                .filter(line -> line.startsWith("    - "))
                .count();
        int listed = rasa.data().synonyms().values().stream()
                        .mapToInt(List::size)
                        .sum()
                + rasa.data().patterns().values().stream().mapToInt(List::size).sum()
                + rasa.data().catalogues().stream()
                        .mapToInt(each -> each.entries().size())
                        .sum();
        assertThat(rasa.examples().size() + listed).isEqualTo((int) examples);
        assertThat(rasa.data().kept().get("rasa")).isEqualTo("{\"version\":\"3.1\"}");
    }

    /** The benchmark of 2017: 100 utterances of each intent to validate with. */
    @Test
    void snipsOf2017() throws IOException {
        Read songs = read("data/nlu/snips-2017/AddToPlaylist/validate_AddToPlaylist.json");
        assertThat(songs.examples()).hasSize(100);
        assertThat(songs.examples().stream().map(Example::intent).distinct())
                .containsExactly(Optional.of("AddToPlaylist"));
        assertThat(songs.examples().stream()
                        .mapToInt(each -> each.labels().size())
                        .sum())
                .isEqualTo(273);
        assertThat(songs.data()).isEqualTo(CorpusData.NONE);
    }

    @Test
    void snipsSamples() throws IOException {
        Read flights = read("data/reference/snips-nlu-format/sample_datasets/flights_dataset.json");
        Example first = flights.examples().get(0);
        assertThat(first.text()).isEqualTo("Book me a flight from Paris to London this weekend");
        assertThat(first.annotated().mentions())
                .extracting(mention ->
                        mention.label() + " " + mention.details().role().orElse(""))
                .containsExactly("locality departure", "locality destination", "snips/datetime flight_time");
        assertThat(flights.data().catalogues().get(0).entries())
                .contains(new CorpusData.Entry("new york city", List.of("new york", "big apple")));
    }

    private static List<String> withoutCommasAndSpaces(List<Example> examples) {
        return lines(examples, false).stream()
                .map(line -> line.replaceAll("[ ,]+", ""))
                .toList();
    }

    /** Intent, text and, where they are asked for, spans. */
    private static List<String> lines(List<Example> examples, boolean spans) {
        return examples.stream()
                .map(each -> each.intent().orElse("") + "\t" + each.text()
                        + (spans
                                ? each.labels().stream()
                                        .map(mark -> mark.label() + " " + mark.pieces())
                                        .sorted()
                                        .toList()
                                : ""))
                .toList();
    }

    private static Read read(String path) throws IOException {
        Path file = SharedData.path(path);
        try (CorpusReader reader = Corpus.open(file.toString(), Optional.empty(), FormatOptions.DEFAULT)) {
            List<Example> examples = new ArrayList<>();
            reader.forEachRemaining(examples::add);
            return new Read(examples, reader.data());
        }
    }
}
