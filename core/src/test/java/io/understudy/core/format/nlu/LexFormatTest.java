package io.understudy.core.format.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Catalogue;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As Amazon documents its import: "JSON format for importing and exporting". */
class LexFormatTest {

    private static final String LOCALE = "understudy/BotLocales/en_US/";

    @Test
    void aBotIsLaidOutAsLexImportsIt() throws IOException {
        Written bot = Written.in("lex", "fly: from [Oslo](CITY) to [Bergen](CITY)", "greet: hello");
        assertThat(bot.files().keySet())
                .containsExactlyInAnyOrder(
                        "Manifest.json",
                        "understudy/Bot.json",
                        LOCALE + "BotLocale.json",
                        LOCALE + "Intents/fly/Intent.json",
                        LOCALE + "Intents/fly/Slots/CITY/Slot.json",
                        LOCALE + "Intents/fly/Slots/CITY_2/Slot.json",
                        LOCALE + "Intents/greet/Intent.json",
                        LOCALE + "Intents/FallbackIntent/Intent.json",
                        LOCALE + "SlotTypes/CITY/SlotType.json");
        assertThat(json(bot, "Manifest.json"))
                .isEqualTo(
                        Json.tree(
                                "{\"metaData\":{\"schemaVersion\":\"1.0\",\"fileFormat\":\"LexJson\",\"resourceType\":\"BOT\"}}"));
        assertThat(json(bot, LOCALE + "Intents/fly/Intent.json"))
                .isEqualTo(
                        Json.tree(
                                "{\"name\":\"fly\",\"sampleUtterances\":[{\"utterance\":\"from {CITY} to {CITY_2}\"}],"
                                        + "\"slotPriorities\":[{\"priority\":1,\"slotName\":\"CITY\"},{\"priority\":2,\"slotName\":\"CITY_2\"}]}"));
        assertThat(json(bot, LOCALE + "Intents/fly/Slots/CITY_2/Slot.json"))
                .isEqualTo(Json.tree("{\"name\":\"CITY_2\",\"slotTypeName\":\"CITY\","
                        + "\"valueElicitationSetting\":{\"slotConstraint\":\"Optional\"}}"));
        // A list of synonyms has one at least, or is not there.
        assertThat(json(bot, LOCALE + "SlotTypes/CITY/SlotType.json"))
                .isEqualTo(Json.tree("{\"name\":\"CITY\",\"slotTypeValues\":[{\"sampleValue\":{\"value\":\"Oslo\"}},"
                        + "{\"sampleValue\":{\"value\":\"Bergen\"}}],"
                        + "\"valueSelectionSetting\":{\"resolutionStrategy\":\"ORIGINAL_VALUE\"}}"));
        assertThat(json(bot, LOCALE + "Intents/FallbackIntent/Intent.json").path("parentIntentSignature"))
                .isEqualTo(Json.tree("\"AMAZON.FallbackIntent\""));
        assertThat(bot.writer().renamed()).isEmpty();
        assertThat(bot.writer().losses()).containsExactly(entry("surfaces in their places", 1L));
    }

    @Test
    void aBotComesBackWithTheValuesOfItsTypesInTurn() throws IOException {
        Written bot = Written.in("lex", "fly: to [Oslo](CITY)", "fly: [Bergen](CITY) please", "hello");
        assertThat(bot.read("lex"))
                .containsExactlyInAnyOrder("fly: to [Oslo](CITY)", "fly: [Bergen](CITY) please", "hello");
    }

    @Test
    void synonymsAskForTheTopResolution() throws IOException {
        CorpusData data = new CorpusData(
                List.of(new Catalogue("CITY", List.of(new Entry("New York", List.of("NYC"))))),
                Map.of(),
                Map.of(),
                Map.of());
        assertThat(json(Written.in("lex", data, "fly: to [Oslo](CITY)"), LOCALE + "SlotTypes/CITY/SlotType.json"))
                .isEqualTo(Json.tree("{\"name\":\"CITY\",\"slotTypeValues\":[{\"sampleValue\":{\"value\":\"Oslo\"}},"
                        + "{\"sampleValue\":{\"value\":\"New York\"},\"synonyms\":[{\"value\":\"NYC\"}]}],"
                        + "\"valueSelectionSetting\":{\"resolutionStrategy\":\"TOP_RESOLUTION\"}}"));
    }

    @Test
    void valuesBeyondLexsLimitsAreLeftOutAndCounted() throws IOException {
        Written bot =
                Written.in("lex", "fly: to [" + "x".repeat(140) + "](CITY)", "fly: [" + "y".repeat(141) + "](CITY)");
        assertThat(json(bot, LOCALE + "SlotTypes/CITY/SlotType.json").path("slotTypeValues"))
                .hasSize(1);
        assertThat(bot.writer().dataLosses())
                .containsExactly(entry("values beyond Lex's 10,000 of 140 characters a slot type", 1L));
    }

    /** A slot has one type: a role that two labels have is two slots. */
    @Test
    void aRoleOfTwoLabelsIsTwoSlots() throws IOException {
        Written bot = Written.in("lex", List.of(to("CITY", "CITY"), to("CITY", "STREET"), to("STREET")));
        assertThat(bot.files().keySet().stream()
                        .filter(name -> name.contains("/Slots/"))
                        .map(name -> name.split("/", -1)[6]))
                .containsExactlyInAnyOrder("to", "to_2", "toofSTREET_2", "toofSTREET");
    }

    private static Example to(String... labels) {
        AnnotatedText.Builder text = AnnotatedText.builder();
        for (String label : labels) {
            text.append("go ")
                    .append("there", new Label(label), Details.NONE.withRole("to"))
                    .append(" ");
        }
        return new Example("x", Optional.of("go"), text.build(), new Original("in.txt", 1));
    }

    @Test
    void amazonsOwnTypesAreNotWrittenAsOurs() throws IOException {
        Written bot = Written.in("lex", "fly: on [3 May](AMAZON.Date)");
        assertThat(bot.files().keySet()).noneMatch(name -> name.contains("SlotTypes"));
        assertThat(json(bot, LOCALE + "Intents/fly/Slots/AMAZONDate/Slot.json").path("slotTypeName"))
                .isEqualTo(Json.tree("\"AMAZON.Date\""));
    }

    /** Letters, digits, and single _ or - after one of them. */
    @ParameterizedTest
    @CsvSource({"book flight!,bookflight", "__a--b,a-b", "Café,Cafe", "FallbackIntent,FallbackIntent_2", "a_b,a_b"})
    void namesThatLexForbidsAreRenamedAndListed(String intent, String expected) throws IOException {
        Written bot = Written.in("lex", intent + ": hello");
        assertThat(bot.files()).containsKey(LOCALE + "Intents/" + expected + "/Intent.json");
        assertThat(bot.writer().renamed()).isEqualTo(intent.equals(expected) ? Map.of() : Map.of(intent, expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a{b [Oslo](CITY)|the text of example 'in-1' holds a brace, which begins or ends a slot and has no escape;"
                        + " take it out, or use --to dialogflow-cx",
                "' '|the text of example 'in-1' has no word, and a sample must have one; take it out, or use --to"
                        + " dialogflow-cx",
            })
    void whatLexCannotSayIsRefused(String markup, String message) {
        assertThatThrownBy(() -> Written.in("lex", markup)).hasMessage(message);
    }

    private static JsonNode json(Written bot, String file) throws IOException {
        return Json.tree(bot.files().get(file));
    }
}
