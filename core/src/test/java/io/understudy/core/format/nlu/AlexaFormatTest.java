package io.understudy.core.format.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlexaFormatTest {

    @Test
    void aModelHasItsIntentsAndThoseThatAlexaWants() throws IOException {
        JsonNode model = model(Written.in("alexa", "Fly: from [Oslo](CITY) to [Bergen](CITY)", "Greet: hello"));
        assertThat(model.path("invocationName").asText()).isEqualTo("my assistant");
        assertThat(model.path("intents").get(0))
                .isEqualTo(Json.tree("{\"name\":\"Fly\",\"slots\":[{\"name\":\"CITY\",\"type\":\"CITY\"},"
                        + "{\"name\":\"CITY_b\",\"type\":\"CITY\"}],\"samples\":[\"from {CITY} to {CITY_b}\"]}"));
        assertThat(model.path("intents"))
                .extracting(intent -> intent.path("name").asText())
                .containsExactly(
                        "Fly",
                        "Greet",
                        "AMAZON.CancelIntent",
                        "AMAZON.HelpIntent",
                        "AMAZON.StopIntent",
                        "AMAZON.NavigateHomeIntent");
        assertThat(model.path("types"))
                .isEqualTo(Json.tree("[{\"name\":\"CITY\",\"values\":[{\"name\":{\"value\":\"Oslo\",\"synonyms\":[]}},"
                        + "{\"name\":{\"value\":\"Bergen\",\"synonyms\":[]}}]}]"));
    }

    /** Words, apostrophes, hyphens and the dots of spelled letters; all else is taken out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what is on at five?|what is on at five",
                "don’t wait, go!|don't wait go",
                "a u.s. flag.|a u.s flag",
                "well-known {brace}|well-known brace",
                "😀 smile|smile",
                "plain words|plain words",
            })
    void aSampleHasWordsAndNothingElse(String text, String sample) throws IOException {
        Written written = Written.in("alexa", "Say: " + text);
        assertThat(model(written).path("intents").get(0).path("samples").get(0).asText())
                .isEqualTo(sample);
        if (!text.equals(sample)) {
            assertThat(written.writer().losses()).containsEntry("punctuation", 1L);
        } else {
            assertThat(written.writer().losses()).isEmpty();
        }
    }

    @Test
    void whatHasNoWordIsRefused() {
        assertThatThrownBy(() -> Written.in("alexa", "Say: hello", "Say: ?!"))
                .hasMessage("the text of example 'in-2' has no word, and a sample must have one; take it out, or use"
                        + " --to dialogflow-cx");
    }

    @Test
    void twoExamplesThatAreOneSampleAreCounted() throws IOException {
        Written written = Written.in("alexa", "Fly: to [Oslo](CITY)", "Fly: to [Bergen](CITY)");
        assertThat(model(written).path("intents").get(0).path("samples")).hasSize(1);
        assertThat(written.writer().losses())
                .containsOnly(entry("samples that another example has", 1L), entry("surfaces in their places", 2L));
    }

    /** Letters and underscores, a letter first. */
    @ParameterizedTest
    @CsvSource({"play_music,play_music", "7up,up", "a.b,a_b", "Ünï,Uni", "漢字,name", "_x,x"})
    void namesThatAlexaForbidsAreRenamedAndListed(String name, String expected) throws IOException {
        Written written = Written.in("alexa", "Say: go [there](" + name + ")");
        assertThat(model(written).path("types").get(0).path("name").asText()).isEqualTo(expected);
        assertThat(written.writer().renamed()).isEqualTo(name.equals(expected) ? Map.of() : Map.of(name, expected));
    }

    @Test
    void namesThatBecomeOneAreToldApart() throws IOException {
        Written written = Written.in("alexa", "a.1: hello", "a.2: bye");
        assertThat(written.writer().renamed()).isEqualTo(Map.of("a.1", "a__", "a.2", "a___b"));
    }

    @Test
    void whatAModelHasBesideItsSamplesComesBack() throws IOException {
        String kept = "{\"interactionModel\":{\"languageModel\":{\"invocationName\":\"sea bird\",\"intents\":"
                + "[{\"name\":\"Fly\",\"generatedBy\":\"hand\"}]},\"dialog\":{\"intents\":[]}}}";
        Written written = Written.in("alexa", CorpusData.kept("alexa", kept), "Fly: away");
        assertThat(model(written).path("invocationName").asText()).isEqualTo("sea bird");
        assertThat(model(written).path("intents").get(0).path("generatedBy").asText())
                .isEqualTo("hand");
        assertThat(Json.tree(written.file()).at("/interactionModel/dialog/intents"))
                .isEmpty();
        assertThat(written.read("alexa")).containsExactly("Fly: away");
    }

    private static JsonNode model(Written written) {
        return Json.tree(written.file()).at("/interactionModel/languageModel");
    }
}
