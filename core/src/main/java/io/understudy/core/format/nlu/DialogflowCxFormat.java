package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.format.BundleFormat;
import io.understudy.core.format.BundleSource;
import io.understudy.core.format.BundleTarget;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Json;
import io.understudy.core.format.JsonItems;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.Numbered;
import io.understudy.core.format.PushWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An agent of Dialogflow CX in its JSON package: training phrases in parts that name a parameter of their intent,
 * entity types with values and synonyms. A parameter that is not called like its entity type is a role.
 */
public final class DialogflowCxFormat implements BundleFormat {

    private static final Pattern PHRASES = Pattern.compile("(?:.*/)?intents/[^/]+/trainingPhrases/[^/]+\\.json");
    private static final Pattern INTENT = Pattern.compile("(?:.*/)?intents/([^/]+)/\\1\\.json");
    private static final String FLOW = "flows/Default Start Flow/Default Start Flow.json";
    private static final String SYSTEM = "projects/-/locations/-/agents/-/entityTypes/";

    @Override
    public Facts facts() {
        return new Facts(
                "dialogflow-cx",
                List.of("zip"),
                "Dialogflow CX agent (JSON package, zip or folder): training phrases, entity types",
                DialogflowFiles.CARRIES);
    }

    @Override
    public boolean recognizes(List<String> names) {
        return names.stream().anyMatch(name -> PHRASES.matcher(name).matches());
    }

    @Override
    public CorpusReader read(BundleSource files, FormatOptions options) throws IOException {
        return DialogflowFiles.read(
                files,
                name(),
                "intents/",
                "entityTypes/",
                from -> new Cx(from, DialogflowFiles.language(from, "defaultLanguageCode")));
    }

    @Override
    public CorpusWriter write(BundleTarget files, FormatOptions options) {
        Losses losses = OwnKeys.losses(DialogflowFiles.CARRIES);
        return new PushWriter(new DialogflowWriter(files, name(), losses, CxOut::new), losses);
    }

    private static final class Cx implements DialogflowFiles.Layout {
        private final BundleSource files;
        private final String language;
        private final Map<String, String> parameters = new HashMap<>();

        Cx(BundleSource files, String language) {
            this.files = files;
            this.language = language;
        }

        @Override
        public boolean isIntent(String name) {
            return INTENT.matcher(name).matches();
        }

        @Override
        public String intent(String file) throws IOException {
            JsonObject intent = BundleJson.object(files, file);
            parameters.clear();
            for (JsonObject parameter : intent.objects("parameters")) {
                String type = parameter.string("entityType");
                parameters.put(
                        parameter.string("id"),
                        type.substring(type.lastIndexOf('/') + 1).replaceFirst("^@", ""));
            }
            return intent.string("displayName");
        }

        @Override
        public Optional<DialogflowFiles.Phrases> phrases(String file) {
            String folder = file.substring(0, file.lastIndexOf('/')) + "/trainingPhrases/";
            return DialogflowFiles.inLanguage(files, folder, language)
                    .map(name -> new DialogflowFiles.Phrases(name, List.of("trainingPhrases", JsonItems.EACH)));
        }

        @Override
        public Example example(
                JsonObject phrase, Optional<String> intent, long line, Numbered numbered, Dropped dropped) {
            AnnotatedText.Builder text = AnnotatedText.builder();
            for (JsonObject part : phrase.objects("parts")) {
                dropped.keys(part, "parts of phrases", Set.of("text", "parameterId", "auto"));
                Optional<String> parameter = part.optionalString("parameterId").filter(each -> !each.isEmpty());
                Optional<String> label = parameter.map(each -> parameters.getOrDefault(each, each));
                Chunks.add(text, part.string("text"), label, Chunks.role(parameter, label.orElse("")));
            }
            Map<String, String> extra = DialogflowFiles.unusual(phrase, Set.of("id", "parts"), usualPhrase());
            return numbered.example(line, intent, text.build(), List.of(), extra);
        }

        @Override
        public Optional<String> entity(String file) throws IOException {
            return file.contains("/entities/")
                    ? Optional.empty()
                    : Optional.of(BundleJson.object(files, file).string("displayName"));
        }

        @Override
        public Optional<String> entriesFile(String file) {
            return DialogflowFiles.inLanguage(files, file.substring(0, file.lastIndexOf('/')) + "/entities/", language);
        }

        @Override
        public List<JsonObject> entries(String file, Dropped dropped) throws IOException {
            Optional<String> apart = entriesFile(file);
            if (apart.isEmpty()) {
                return List.of();
            }
            JsonObject list = BundleJson.object(files, apart.get());
            dropped.keys(list, "lists of values", Set.of("entities"));
            return list.objects("entities");
        }

        @Override
        public boolean isList(String name) {
            return name.contains("/trainingPhrases/") || name.contains("/entities/");
        }

        @Override
        public Optional<String> phrasesInside() {
            return Optional.empty();
        }

        @Override
        public Optional<String> entriesInside() {
            return Optional.empty();
        }

        @Override
        public String intentPath(String file) {
            return path("intents/", file);
        }

        @Override
        public String entityPath(String file) {
            return path("entityTypes/", file);
        }
    }

    private static String path(String folder, String file) {
        return folder + file + "/" + file + ".json";
    }

    /** What a phrase says of itself where nobody has changed it. */
    private static ObjectNode usualPhrase() {
        return Json.object().put("repeatCount", 1).put("languageCode", "en");
    }

    private static final class CxOut implements DialogflowFiles.LayoutOut {
        private final BundleTarget files;
        private String language = "en";

        CxOut(BundleTarget files) {
            this.files = files;
        }

        @Override
        public ObjectNode usual() {
            return usualPhrase();
        }

        @Override
        public Set<String> ofPhrases() {
            return Set.of("repeatCount", "languageCode");
        }

        @Override
        public ObjectNode phrase(AnnotatedText annotated, DialogflowFiles.Names names, String id) {
            ObjectNode phrase = Json.object().put("id", id);
            ArrayNode parts = phrase.putArray("parts");
            Chunks.of(
                    annotated,
                    literal -> parts.addObject().put("text", literal).put("auto", true),
                    (mention, surface) -> parts.addObject()
                            .put("text", surface)
                            .put("parameterId", names.parameter(mention))
                            .put("auto", true));
            return phrase;
        }

        @Override
        public void agent(KeptFiles kept) throws IOException {
            language = kept.look("agent.json").path("defaultLanguageCode").asText("en");
            ObjectNode agent = Json.object()
                    .put("displayName", "understudy")
                    .put("defaultLanguageCode", "en")
                    .put("timeZone", "Etc/GMT")
                    .put("startFlow", "Default Start Flow");
            BundleJson.write(files, "agent.json", kept.take("agent.json", agent));
            ObjectNode flow = Json.object()
                    .put("name", "00000000-0000-0000-0000-000000000000")
                    .put("displayName", "Default Start Flow");
            flow.putObject("nluSettings")
                    .put("modelType", "MODEL_TYPE_STANDARD")
                    .put("classificationThreshold", 0.3);
            if (kept.names().stream().noneMatch(name -> name.startsWith("flows/") && !name.equals(FLOW))) {
                BundleJson.write(files, FLOW, kept.take(FLOW, flow));
            }
        }

        @Override
        public void intent(
                String intent,
                String file,
                Map<String, String> parameters,
                DialogflowFiles.Body phrases,
                KeptFiles kept)
                throws IOException {
            String path = path("intents/", file);
            ArrayNode list = Json.object().putArray("parameters");
            parameters.forEach((name, label) -> list.addObject()
                    .put("id", name)
                    .put("entityType", label.startsWith("sys.") ? SYSTEM + label : "@" + label));
            ObjectNode written = Json.object()
                    .put("name", BundleJson.id("intent", intent))
                    .put("displayName", intent)
                    .put("priority", 500000)
                    .set("parameters", KeptFiles.byName(kept.look(path).path("parameters"), list, "id", "entityType"));
            BundleJson.write(files, path, kept.take(path, written, "displayName", "parameters"));
            try (OutputStream out = files.create("intents/" + file + "/trainingPhrases/" + language + ".json")) {
                out.write("{\"trainingPhrases\": [\n".getBytes(StandardCharsets.UTF_8));
                phrases.copy(out);
                out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
            }
        }

        @Override
        public void entity(String label, String file, ArrayNode entries, KeptFiles kept) throws IOException {
            String path = path("entityTypes/", file);
            ObjectNode entity = Json.object()
                    .put("name", BundleJson.id("entity", label))
                    .put("displayName", label)
                    .put("kind", "KIND_MAP")
                    .put("autoExpansionMode", "AUTO_EXPANSION_MODE_DEFAULT");
            BundleJson.write(files, path, kept.take(path, entity, "displayName"));
            BundleJson.write(
                    files,
                    "entityTypes/" + file + "/entities/" + language + ".json",
                    Json.object().set("entities", entries));
        }
    }
}
