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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An agent of Dialogflow ES, as it exports and imports it: training phrases in chunks, entities with values and
 * synonyms. What an entity is called in an intent, its alias, is a role where it is another word. Older exports, with
 * the phrases inside the intents, are read.
 */
public final class DialogflowFormat implements BundleFormat {

    private static final Pattern INTENT = Pattern.compile("(?:.*/)?intents/[^/]+\\.json");

    @Override
    public Facts facts() {
        return new Facts(
                "dialogflow",
                List.of("zip"),
                "Dialogflow ES agent (zip or folder): training phrases, entities with synonyms",
                DialogflowFiles.CARRIES);
    }

    @Override
    public boolean recognizes(List<String> names) {
        return names.stream().anyMatch(name -> INTENT.matcher(name).matches())
                && names.stream().anyMatch(name -> name.equals("agent.json") || name.endsWith("/agent.json"));
    }

    @Override
    public CorpusReader read(BundleSource files, FormatOptions options) throws IOException {
        return DialogflowFiles.read(
                files,
                name(),
                "intents/",
                "entities/",
                from -> new Es(from, DialogflowFiles.language(from, "language")));
    }

    @Override
    public CorpusWriter write(BundleTarget files, FormatOptions options) {
        Losses losses = OwnKeys.losses(DialogflowFiles.CARRIES);
        return new PushWriter(new DialogflowWriter(files, name(), losses, EsOut::new), losses);
    }

    /** How ES lays out an agent. */
    private record Es(BundleSource files, String language) implements DialogflowFiles.Layout {
        @Override
        public boolean isIntent(String name) {
            return INTENT.matcher(name).matches() && !name.contains("_usersays_");
        }

        @Override
        public String intent(String file) throws IOException {
            return BundleJson.object(files, file).string("name");
        }

        @Override
        public Optional<DialogflowFiles.Phrases> phrases(String file) throws IOException {
            String stem = file.substring(0, file.length() - ".json".length());
            Optional<String> apart = DialogflowFiles.inLanguage(files, stem + "_usersays_", language);
            if (apart.isPresent()) {
                return Optional.of(new DialogflowFiles.Phrases(apart.get(), List.of(JsonItems.EACH)));
            }
            return BundleJson.object(files, file).find("userSays").isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DialogflowFiles.Phrases(file, List.of("userSays", JsonItems.EACH)));
        }

        @Override
        public Example example(
                JsonObject phrase, Optional<String> intent, long line, Numbered numbered, Dropped dropped) {
            AnnotatedText.Builder text = AnnotatedText.builder();
            for (JsonObject chunk : phrase.objects("data")) {
                dropped.keys(chunk, "parts of phrases", Set.of("text", "alias", "meta", "userDefined"));
                Optional<String> label = chunk.optionalString("meta")
                        .map(meta -> meta.startsWith("@") ? meta.substring(1) : meta)
                        .filter(meta -> !meta.isEmpty() && !meta.equals("sys.ignore"));
                Chunks.add(
                        text,
                        chunk.string("text"),
                        label,
                        Chunks.role(chunk.optionalString("alias"), label.orElse("")));
            }
            Map<String, String> extra = DialogflowFiles.unusual(
                    phrase,
                    Set.of("id", "data"),
                    usualPhrase().put("isAuto", false).put("lang", "en"));
            return numbered.example(line, intent, text.build(), List.of(), extra);
        }

        @Override
        public Optional<String> entity(String file) throws IOException {
            return file.contains("_entries_")
                    ? Optional.empty()
                    : Optional.of(BundleJson.object(files, file).string("name"));
        }

        @Override
        public Optional<String> entriesFile(String file) {
            String stem = file.substring(0, file.length() - ".json".length());
            return DialogflowFiles.inLanguage(files, stem + "_entries_", language);
        }

        @Override
        public boolean isList(String name) {
            return name.contains("_usersays_") || name.contains("_entries_");
        }

        @Override
        public Optional<String> phrasesInside() {
            return Optional.of("userSays");
        }

        @Override
        public Optional<String> entriesInside() {
            return Optional.of("entries");
        }

        @Override
        public String intentPath(String file) {
            return "intents/" + file + ".json";
        }

        @Override
        public String entityPath(String file) {
            return "entities/" + file + ".json";
        }

        @Override
        public List<JsonObject> entries(String file, Dropped dropped) throws IOException {
            Optional<String> apart = entriesFile(file);
            return apart.isPresent()
                    ? BundleJson.array(files, apart.get()).objects("items")
                    : BundleJson.object(files, file).objects("entries");
        }
    }

    /** What a phrase says of itself where nobody has changed it. */
    private static ObjectNode usualPhrase() {
        return Json.object().put("isTemplate", false).put("count", 0).put("updated", 0);
    }

    private static final class EsOut implements DialogflowFiles.LayoutOut {
        private final BundleTarget files;
        private String language = "en";

        EsOut(BundleTarget files) {
            this.files = files;
        }

        @Override
        public ObjectNode usual() {
            return usualPhrase();
        }

        @Override
        public Set<String> ofPhrases() {
            return Set.of("isTemplate", "count", "updated", "isAuto", "lang");
        }

        @Override
        public ObjectNode phrase(AnnotatedText annotated, DialogflowFiles.Names names, String id) {
            ObjectNode phrase = Json.object().put("id", id);
            ArrayNode data = phrase.putArray("data");
            Chunks.of(
                    annotated,
                    literal -> data.addObject().put("text", literal).put("userDefined", false),
                    (mention, surface) -> data.addObject()
                            .put("text", surface)
                            .put("alias", names.parameter(mention))
                            .put("meta", "@" + names.label(mention.label().name()))
                            .put("userDefined", true));
            return phrase;
        }

        @Override
        public void agent(KeptFiles kept) throws IOException {
            ObjectNode agent = Json.object()
                    .put("description", "")
                    .put("language", "en")
                    .put("shortDescription", "")
                    .put("displayName", "understudy")
                    .put("classifierMode", "use.after")
                    .put("mlMinConfidence", 0.3)
                    .put("isPrivate", true)
                    .put("defaultTimezone", "Etc/GMT");
            agent.putArray("supportedLanguages");
            language = kept.look("agent.json").path("language").asText("en");
            BundleJson.write(files, "agent.json", kept.take("agent.json", agent));
            BundleJson.write(
                    files,
                    "package.json",
                    kept.take("package.json", Json.object().put("version", "1.0.0")));
        }

        @Override
        public void intent(
                String intent,
                String file,
                Map<String, String> parameters,
                DialogflowFiles.Body phrases,
                KeptFiles kept)
                throws IOException {
            ObjectNode written = Json.object()
                    .put("id", BundleJson.id("intent", intent))
                    .put("name", intent)
                    .put("auto", true);
            written.putArray("contexts");
            ObjectNode response = written.putArray("responses").addObject();
            response.put("resetContexts", false);
            response.putArray("affectedContexts");
            ArrayNode list = response.putArray("parameters");
            parameters.forEach((name, label) -> list.addObject()
                    .put("id", BundleJson.id(intent, name))
                    .put("required", false)
                    .put("dataType", "@" + label)
                    .put("name", name)
                    .put("value", "$" + name)
                    .put("isList", false));
            response.putArray("messages");
            written.put("priority", 500000).put("webhookUsed", false).put("fallbackIntent", false);
            written.putArray("events");
            String path = "intents/" + file + ".json";
            if (kept.look(path).at("/responses/0") instanceof ObjectNode before) {
                before.set("parameters", KeptFiles.byName(before.path("parameters"), list, "name", "dataType"));
            }
            BundleJson.write(files, path, kept.take(path, written, "name"));
            try (OutputStream out = files.create("intents/" + file + "_usersays_" + language + ".json")) {
                out.write("[\n".getBytes(StandardCharsets.UTF_8));
                phrases.copy(out);
                out.write("\n]\n".getBytes(StandardCharsets.UTF_8));
            }
        }

        @Override
        public void entity(String label, String file, ArrayNode entries, KeptFiles kept) throws IOException {
            ObjectNode entity = Json.object()
                    .put("id", BundleJson.id("entity", label))
                    .put("name", label)
                    .put("isOverridable", true)
                    .put("isEnum", false)
                    .put("isRegexp", false)
                    .put("automatedExpansion", true)
                    .put("allowFuzzyExtraction", false);
            String path = "entities/" + file + ".json";
            BundleJson.write(files, path, kept.take(path, entity, "name"));
            BundleJson.write(files, "entities/" + file + "_entries_" + language + ".json", entries);
        }
    }
}
