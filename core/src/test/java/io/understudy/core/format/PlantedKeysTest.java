package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.BadDataException;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.CorpusData.Catalogue;
import io.understudy.core.format.CorpusData.Entry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An unknown key in any object of a JSON or YAML file comes back through the same tool, or is announced; never is it
 * dropped in silence.
 */
class PlantedKeysTest {

    private static final String KEY = "planted";

    /** Of formats that we only read, or that their tool writes with more in it than we do. */
    private static final Map<String, List<String>> MORE = Map.of(
            "rasa-json",
            List.of("{'rasa_nlu_data':{'common_examples':[{'text':'fly to Oslo','intent':'fly','entities':[{'start':7,"
                    + "'end':11,'value':'oslo','entity':'city'}]}],'entity_synonyms':[{'value':'oslo','synonyms':['Oslo']}],"
                    + "'regex_features':[{'name':'zip','pattern':'[0-9]'}],'lookup_tables':[{'name':'city','elements':"
                    + "['Oslo']}]}}"),
            "rasa",
            List.of("{'version':'3.1','nlu':[{'intent':'fly','metadata':{'a':{}},'examples':[{'text':'to [Oslo](city)',"
                    + "'metadata':{'b':1}}]},{'lookup':'city','examples':'- Oslo\\n'},{'synonym':'oslo','examples':'- Oslo\\n'},"
                    + "{'regex':'zip','examples':'- [0-9]\\n'}],'stories':[{'story':'x'}]}"),
            "snips-yaml",
            List.of(
                    "{'type':'intent','name':'fly','slots':[{'name':'to','entity':'city'},{'name':'from','entity':'city'}],"
                            + "'utterances':['go to [to](Oslo)']}\n---\n{'type':'entity','name':'city','automatically_extensible':"
                            + "false,'values':['Oslo',['New York','NYC']]}"),
            "alexa",
            List.of(
                    "{'interactionModel':{'languageModel':{'invocationName':'a b','intents':[{'name':'Fly','slots':[{'name':"
                            + "'to','type':'CITY','samples':['to {to}']},{'name':'unused','type':'CITY'}],'samples':['fly to {to}']},"
                            + "{'name':'AMAZON.YesIntent','samples':[]}],'types':[{'name':'CITY','values':[{'id':'osl','name':"
                            + "{'value':'Oslo','synonyms':['Christiania']}}]}],'modelConfiguration':{}},'dialog':{'intents':[{}]},"
                            + "'prompts':[{}]}}"));

    static Stream<Named<CorpusFormat>> formats() {
        return Corpus.formats().stream()
                .filter(format -> !parts(format, sample(format)).isEmpty())
                .map(format -> Named.of(format.name(), format));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void noKeyIsDroppedInSilence(CorpusFormat format) throws IOException {
        List<String> silent = new ArrayList<>();
        List<byte[]> samples = new ArrayList<>(List.of(sample(format)));
        MORE.getOrDefault(format.name(), List.of())
                .forEach(each -> samples.add(each.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        int places = 0;
        for (byte[] sample : samples) {
            Map<String, JsonNode> parts = parts(format, sample);
            String before = roundTrip(format, bytes(format, parts));
            for (Map.Entry<String, JsonNode> part : parts.entrySet()) {
                for (String place : objects(part.getValue())) {
                    Map<String, JsonNode> planted = new LinkedHashMap<>(parts);
                    JsonNode copy = part.getValue().deepCopy();
                    ((ObjectNode) copy.at(place)).put(KEY, "x");
                    planted.put(part.getKey(), copy);
                    places++;
                    try {
                        String after = roundTrip(format, bytes(format, planted));
                        if (!after.contains(KEY)
                                && after.lines()
                                        .findFirst()
                                        .equals(before.lines().findFirst())) {
                            silent.add(part.getKey() + " " + place);
                        }
                    } catch (BadDataException e) {
                        // Refused with a sentence, which is no silence.
                        assertThat(e.getMessage()).doesNotContain("\n");
                    }
                }
            }
        }
        assertThat(places).isPositive();
        assertThat(silent).isEmpty();
    }

    /** The losses of both sides in the first line, and what was written. */
    private static String roundTrip(CorpusFormat format, byte[] file) throws IOException {
        List<Example> examples = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        CorpusData data;
        try (CorpusReader reader = format.read(new ByteArrayInputStream(file), "in.x", FormatOptions.DEFAULT)) {
            reader.forEachRemaining(examples::add);
            data = reader.data();
            said.append(reader.losses());
        }
        if (!format.writes()) {
            return said + "\n" + examples + data;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CorpusWriter writer = format.write(out, FormatOptions.DEFAULT)) {
            for (Example example : examples) {
                writer.write(example);
            }
            writer.write(data);
            writer.commit();
            said.append(writer.losses()).append(writer.dataLosses());
        }
        return said + "\n" + parts(format, out.toByteArray());
    }

    /** A corpus of a little of everything, as the format writes it; empty if it is only read. */
    private static byte[] sample(CorpusFormat format) {
        if (!format.writes()) {
            return MORE.get(format.name()) == null
                    ? new byte[0]
                    : MORE.get(format.name()).get(0).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        }
        AnnotatedText text = AnnotatedText.builder()
                .append("fly from ")
                .append("Oslo", new Label("CITY"), Details.NONE.withRole("origin"))
                .append(" to ")
                .append("Rome", new Label("CITY"))
                .build();
        List<Example> examples = List.of(
                new Example(
                        "a", Optional.of("fly"), text, new Original("in", 1), Map.of("meta", "{\"m\":{}}"), List.of()),
                new Example("b", Optional.of("greet"), AnnotatedText.plain("hello"), new Original("in", 2)));
        CorpusData data = new CorpusData(
                List.of(new Catalogue("CITY", List.of(new Entry("Oslo", List.of("Christiania"))))),
                Map.of(),
                Map.of("CITY", List.of("[A-Z]+")),
                Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CorpusWriter writer = format.write(out, FormatOptions.DEFAULT)) {
            for (Example example : examples) {
                writer.write(example);
            }
            writer.write(data);
            writer.commit();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The JSON or YAML documents of a file, by name; empty where it holds none. */
    private static Map<String, JsonNode> parts(CorpusFormat format, byte[] file) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        String text = new String(file, StandardCharsets.UTF_8);
        try {
            if (format instanceof BundleFormat) {
                ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file));
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.getName().endsWith(".json")) {
                        parts.put(entry.getName(), Json.tree(new String(zip.readAllBytes(), StandardCharsets.UTF_8)));
                    }
                }
            } else if (format.extensions().contains("yaml")) {
                YamlDocument yaml = new YamlDocument(new ByteArrayInputStream(file), "in.x");
                while (yaml.nextDocument()) {
                    parts.put("document " + parts.size(), Json.tree(yaml.value().json()));
                }
            } else if (format.extensions().contains("json")
                    || format.extensions().contains("jsonl")) {
                boolean lines = text.startsWith("{") && text.lines().allMatch(line -> line.endsWith("}"));
                for (String each : lines ? text.lines().toList() : List.of(text)) {
                    parts.put("document " + parts.size(), Json.tree(each));
                }
            }
            return parts;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] bytes(CorpusFormat format, Map<String, JsonNode> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (format instanceof BundleFormat) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, JsonNode> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().toString().getBytes(StandardCharsets.UTF_8));
                }
            }
        } else {
            String between = format.extensions().contains("yaml") ? "\n---\n" : "\n";
            out.writeBytes(String.join(
                            between,
                            parts.values().stream().map(JsonNode::toString).toList())
                    .getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /** Pointers to all objects of a document. */
    private static List<String> objects(JsonNode document) {
        List<String> pointers = new ArrayList<>();
        collect(document, "", pointers);
        return pointers;
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        if (node.isObject()) {
            pointers.add(pointer);
            node.properties()
                    .forEach(each -> collect(
                            each.getValue(),
                            pointer + "/" + each.getKey().replace("~", "~0").replace("/", "~1"),
                            pointers));
        } else {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, pointers);
            }
        }
    }
}
