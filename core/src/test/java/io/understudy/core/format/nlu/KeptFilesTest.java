package io.understudy.core.format.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.Example;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What an agent or bot has beside its samples comes back into the files of the same tool. */
class KeptFilesTest {

    @Test
    void anAgentOfDialogflowKeepsItsSettings() throws IOException {
        Map<String, String> agent = new LinkedHashMap<>();
        agent.put("agent.json", "{'language':'de','displayName':'kiosk','webhook':{'url':'x'}}");
        agent.put("package.json", "{'version':'1.0.0'}");
        agent.put(
                "intents/fly.json",
                "{'id':'7','name':'fly','auto':false,'contexts':['a'],'responses':[{'action':'book','parameters':[{'id':'1',"
                        + "'name':'city','dataType':'@city','prompts':[{'lang':'de','value':'wohin?'}]},{'id':'2','name':'unused',"
                        + "'dataType':'@sys.date'}],'messages':[{'speech':'gut'}]}],'priority':1,'events':[{'name':'E'}]}");
        agent.put(
                "intents/fly_usersays_de.json",
                "[{'id':'p','data':[{'text':'nach ','userDefined':false},{'text':'Oslo','alias':'city','meta':'@city',"
                        + "'userDefined':true}],'isTemplate':false,'count':3,'updated':0,'lang':'de'}]");
        agent.put("intents/fly_usersays_en.json", "[{'id':'q','data':[{'text':'away','userDefined':false}]}]");
        agent.put("intents/Fallback.json", "{'id':'8','name':'Fallback','fallbackIntent':true}");
        agent.put("entities/city.json", "{'id':'9','name':'city','isEnum':true}");
        agent.put("entities/city_entries_de.json", "[{'value':'Oslo','synonyms':['Oslo','Kristiania']}]");
        Read read = read("dialogflow", agent);
        assertThat(read.losses).isEqualTo(Map.of("lists in further languages", 1L));

        Map<String, JsonNode> expected = trees(agent);
        expected.remove("intents/fly_usersays_en.json");
        // Ids of phrases are made again, and members that we say come where they are missing.
        assertThat(read.written.keySet()).isEqualTo(expected.keySet());
        for (String name : List.of("agent.json", "intents/fly.json", "entities/city.json")) {
            expected.get(name)
                    .properties()
                    .forEach(each -> assertThat(read.written.get(name).path(each.getKey()))
                            .as(name + " " + each.getKey())
                            .isEqualTo(each.getValue()));
        }
        assertThat(read.written.get("intents/Fallback.json")).isEqualTo(expected.get("intents/Fallback.json"));
        assertThat(read.written.get("entities/city_entries_de.json"))
                .isEqualTo(expected.get("entities/city_entries_de.json"));
        JsonNode phrase = read.written.get("intents/fly_usersays_de.json").get(0);
        assertThat(phrase.path("data"))
                .isEqualTo(expected.get("intents/fly_usersays_de.json").get(0).path("data"));
        assertThat(phrase.path("count").asInt()).isEqualTo(3);
        assertThat(phrase.path("lang").asText()).isEqualTo("de");
    }

    @Test
    void anAgentOfDialogflowCxKeepsItsFlows() throws IOException {
        Map<String, String> agent = new LinkedHashMap<>();
        agent.put("agent.json", "{'displayName':'kiosk','defaultLanguageCode':'en','timeZone':'Europe/Oslo'}");
        agent.put("flows/Main/Main.json", "{'displayName':'Main','transitionRoutes':[]}");
        agent.put("flows/Main/pages/Ask.json", "{'displayName':'Ask','form':{}}");
        agent.put(
                "intents/fly/fly.json",
                "{'name':'1','displayName':'fly','labels':{'a':'b'},'parameters':[{'id':'city','entityType':'@city',"
                        + "'redact':true}]}");
        agent.put(
                "intents/fly/trainingPhrases/en.json",
                "{'trainingPhrases':[{'id':'p','parts':[{'text':'to ','auto':true},{'text':'Oslo','parameterId':'city',"
                        + "'auto':true}],'repeatCount':2,'languageCode':'en'}]}");
        agent.put(
                "entityTypes/city/city.json",
                "{'name':'2','displayName':'city','kind':'KIND_MAP','enableFuzzyExtraction':true}");
        agent.put("entityTypes/city/entities/en.json", "{'entities':[{'value':'Oslo','synonyms':['Oslo']}]}");
        Read read = read("dialogflow-cx", agent);
        assertThat(read.losses).isEmpty();
        Map<String, JsonNode> expected = trees(agent);
        assertThat(read.written.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, tree) -> tree.properties().forEach(each -> {
            if (!name.endsWith("trainingPhrases/en.json")) {
                assertThat(read.written.get(name).path(each.getKey())).as(name).isEqualTo(each.getValue());
            }
        }));
        assertThat(read.written
                        .get("intents/fly/trainingPhrases/en.json")
                        .at("/trainingPhrases/0/repeatCount")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aBotOfLexKeepsItsPrompts() throws IOException {
        String locale = "kiosk/BotLocales/de_DE/";
        Map<String, String> bot = new LinkedHashMap<>();
        bot.put("Manifest.json", "{'metaData':{'schemaVersion':'1','fileFormat':'LexJson','resourceType':'BOT'}}");
        bot.put("kiosk/Bot.json", "{'name':'kiosk','version':'DRAFT','idleSessionTTLInSeconds':60}");
        bot.put(locale + "BotLocale.json", "{'name':'German','identifier':'de_DE','voiceSettings':{'voiceId':'Hans'}}");
        bot.put(
                locale + "Intents/fly/Intent.json",
                "{'name':'fly','sampleUtterances':[{'utterance':'nach {to}'}],'slotPriorities':[{'priority':4,'slotName':'to'},"
                        + "{'priority':2,'slotName':'unused'}],'dialogCodeHook':{'enabled':true}}");
        bot.put(
                locale + "Intents/fly/Slots/to/Slot.json",
                "{'name':'to','slotTypeName':'city','valueElicitationSetting':{'slotConstraint':'Required'}}");
        bot.put(locale + "Intents/fly/Slots/unused/Slot.json", "{'name':'unused','slotTypeName':'AMAZON.Date'}");
        bot.put(
                locale + "Intents/FallbackIntent/Intent.json",
                "{'name':'FallbackIntent','description':'mine','parentIntentSignature':'AMAZON.FallbackIntent'}");
        bot.put(
                locale + "SlotTypes/city/SlotType.json",
                "{'name':'city','description':'towns','slotTypeValues':[{'sampleValue':{'value':'Oslo'}}],"
                        + "'valueSelectionSetting':{'resolutionStrategy':'TOP_RESOLUTION'}}");
        Read read = read("lex", bot);
        assertThat(read.losses).isEmpty();
        assertThat(read.written).isEqualTo(trees(bot));
    }

    private record Read(Map<String, Long> losses, Map<String, JsonNode> written) {}

    private static Map<String, JsonNode> trees(Map<String, String> files) {
        Map<String, JsonNode> trees = new TreeMap<>();
        files.forEach((name, content) -> trees.put(name, Json.tree(content.replace('\'', '"'))));
        return trees;
    }

    private static Read read(String name, Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            }
        }
        CorpusFormat format = Corpus.format(name);
        List<Example> examples = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CorpusReader reader =
                        format.read(new ByteArrayInputStream(bytes.toByteArray()), "in.zip", FormatOptions.DEFAULT);
                CorpusWriter writer = format.write(out, FormatOptions.DEFAULT)) {
            reader.forEachRemaining(examples::add);
            for (Example example : examples) {
                writer.write(example);
            }
            writer.write(reader.data());
            writer.commit();
            Map<String, JsonNode> written = new TreeMap<>();
            ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                written.put(entry.getName(), Json.tree(new String(zip.readAllBytes(), StandardCharsets.UTF_8)));
            }
            return new Read(reader.losses(), written);
        }
    }
}
