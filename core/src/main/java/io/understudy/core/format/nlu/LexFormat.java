package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.Example;
import io.understudy.core.format.BundleFormat;
import io.understudy.core.format.BundleSource;
import io.understudy.core.format.BundleTarget;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Catalogue;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Json;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.Numbered;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bot of Amazon Lex V2, as its console exports and imports it: samples with slots, slot types with values and
 * synonyms, in one language. What else a bot's files say, such as prompts, is kept for Lex.
 */
public final class LexFormat implements BundleFormat {

    static final Set<Part> CARRIES = Set.of(Part.INTENT, Part.SPANS, Part.ROLE, Part.SYNONYMS, Part.CATALOGUES);

    private static final Pattern INTENT = Pattern.compile("(.*/BotLocales/[^/]+/)Intents/([^/]+)/Intent\\.json");
    private static final Pattern PLACE = Pattern.compile("((.*?/)BotLocales/[^/]+/).*");
    private static final Pattern TYPE = Pattern.compile(".*/BotLocales/[^/]+/SlotTypes/[^/]+/SlotType\\.json");

    @Override
    public String name() {
        return "lex";
    }

    @Override
    public List<String> extensions() {
        return List.of("zip");
    }

    @Override
    public String description() {
        return "Amazon Lex V2 bot (zip or folder): sample utterances with slots, slot types";
    }

    @Override
    public Set<Part> carries() {
        return CARRIES;
    }

    @Override
    public boolean recognizes(List<String> names) {
        return names.stream().anyMatch(name -> INTENT.matcher(name).matches());
    }

    @Override
    public CorpusReader read(BundleSource files, FormatOptions options) {
        return new PullReader(new Source(files));
    }

    @Override
    public CorpusWriter write(BundleTarget files, FormatOptions options) {
        Losses losses = new Losses(CARRIES);
        return new PushWriter(new LexWriter(files, losses), losses);
    }

    private static final class Source implements PullReader.Source {
        private final BundleSource files;
        private final Deque<String> intents = new ArrayDeque<>();
        private final Deque<Example> ready = new ArrayDeque<>();
        private final Map<String, List<Entry>> values = new LinkedHashMap<>();
        private final KeptFiles kept = new KeptFiles();
        private final Dropped dropped = new Dropped();
        private final Numbered numbered;
        private boolean begun;
        private long turn;

        Source(BundleSource files) {
            this.files = files;
            this.numbered = new Numbered(files.location());
        }

        @Override
        public Optional<Example> read() throws IOException {
            if (!begun) {
                begun = true;
                begin();
            }
            while (ready.isEmpty() && !intents.isEmpty()) {
                intent(intents.remove());
            }
            return Optional.ofNullable(ready.poll());
        }

        private void begin() throws IOException {
            for (String name : files.names()) {
                if (TYPE.matcher(name).matches()) {
                    type(BundleJson.object(files, name));
                } else if (INTENT.matcher(name).matches()) {
                    intents.add(name);
                }
                kept.keep(files, name, name, List.of("sampleUtterances", "slotTypeValues"), dropped);
            }
        }

        private void type(JsonObject type) {
            List<Entry> entries = new ArrayList<>();
            for (JsonObject value : type.objects("slotTypeValues")) {
                dropped.keys(value, "values", Set.of("sampleValue", "synonyms"));
                List<String> synonyms = new ArrayList<>();
                for (JsonObject synonym : value.objects("synonyms")) {
                    dropped.keys(synonym, "synonyms", Set.of("value"));
                    synonyms.add(synonym.string("value"));
                }
                JsonObject sample = value.object("sampleValue");
                dropped.keys(sample, "values", Set.of("value"));
                entries.add(new Entry(sample.string("value"), synonyms));
            }
            // Each language of a bot has a type of the name.
            values.computeIfAbsent(type.string("name"), key -> new ArrayList<>())
                    .addAll(entries);
        }

        private void intent(String name) throws IOException {
            Matcher place = INTENT.matcher(name);
            String folder = place.matches() ? place.group(1) + "Intents/" + place.group(2) + "/Slots/" : "";
            Map<String, String> slots = new LinkedHashMap<>();
            for (String file : files.names()) {
                if (file.startsWith(folder) && file.endsWith("/Slot.json")) {
                    JsonObject slot = BundleJson.object(files, file);
                    slots.put(slot.string("name"), slot.string("slotTypeName"));
                }
            }
            JsonObject intent = BundleJson.object(files, name);
            Optional<String> called =
                    Optional.of(intent.string("name")).filter(each -> !each.equals(Samples.NO_INTENT));
            for (JsonObject sample : intent.objects("sampleUtterances")) {
                dropped.keys(sample, "samples", Set.of("utterance"));
                try {
                    ready.add(numbered.example(
                            1,
                            called,
                            Samples.fill(sample.string("utterance"), slots, values, turn++),
                            List.of(),
                            Map.of()));
                } catch (IllegalArgumentException e) {
                    throw sample.problem(": " + e.getMessage());
                }
            }
        }

        @Override
        public CorpusData data() {
            List<Catalogue> catalogues = new ArrayList<>();
            values.forEach((label, entries) -> catalogues.add(new Catalogue(label, entries)));
            return new CorpusData(catalogues, Map.of(), Map.of(), Map.of()).and(kept.data("lex"));
        }

        @Override
        public Map<String, Long> losses() {
            return dropped.counts();
        }

        @Override
        public long bytesRead() {
            return files.bytesRead();
        }

        @Override
        public void close() throws IOException {
            files.close();
        }
    }

    private static final class LexWriter implements PushWriter.Target {
        /** Lex's names have letters, digits, and single _ or - between them. */
        private static final String FORBIDDEN = "^[^0-9A-Za-z]+|[_-](?=[^0-9A-Za-z]*[_-])|[^0-9A-Za-z_-]";
        /** Every bot has this intent, which takes what is none of the others. */
        private static final String FALLBACK = "FallbackIntent";
        /** What a slot type holds at most. */
        private static final int VALUES = 10_000;

        private static final int LETTERS = 140;

        private final BundleTarget files;
        private final Losses losses;
        private final Samples samples;
        private final Map<String, ArrayNode> utterances = new LinkedHashMap<>();
        private KeptFiles kept = new KeptFiles();
        private String bot = "understudy/";
        private String locale = "understudy/BotLocales/en_US/";

        LexWriter(BundleTarget files, Losses losses) {
            this.files = files;
            this.losses = losses;
            this.samples = new Samples(
                    new VendorNames(FORBIDDEN, "", 100, true, losses).without(FALLBACK),
                    new VendorNames(FORBIDDEN, "", 100, true, losses),
                    new VendorNames(FORBIDDEN, "", 100, true, losses),
                    losses);
        }

        @Override
        public void write(Example example) {
            samples.of(example, literal -> literal.replaceAll("\\s+", " "))
                    .ifPresent(sample -> utterances
                            .computeIfAbsent(
                                    sample.intent(), key -> Json.object().putArray("sampleUtterances"))
                            .addObject()
                            .put("utterance", sample.text()));
        }

        @Override
        public void write(CorpusData data) {
            kept = KeptFiles.of(data, "lex");
            kept.names().stream()
                    .map(PLACE::matcher)
                    .filter(Matcher::matches)
                    .findFirst()
                    .ifPresent(place -> {
                        bot = place.group(2);
                        locale = place.group(1);
                    });
            samples.vocabulary().add(data, losses);
        }

        @Override
        public void finish() throws IOException {
            ObjectNode manifest = Json.object();
            manifest.putObject("metaData")
                    .put("schemaVersion", "1.0")
                    .put("fileFormat", "LexJson")
                    .put("resourceType", "BOT");
            write("Manifest.json", manifest);
            ObjectNode settings = Json.object().put("name", "understudy").put("version", "DRAFT");
            settings.putObject("dataPrivacy").put("childDirected", false);
            settings.put("idleSessionTTLInSeconds", 300);
            write(bot + "Bot.json", settings);
            write(
                    locale + "BotLocale.json",
                    Json.object()
                            .put("name", "English (US)")
                            .put("identifier", "en_US")
                            .put("nluConfidenceThreshold", 0.4));
            for (Map.Entry<String, ArrayNode> each : utterances.entrySet()) {
                intent(each.getKey(), each.getValue());
            }
            write(
                    locale + "Intents/" + FALLBACK + "/Intent.json",
                    Json.object()
                            .put("name", FALLBACK)
                            .put("description", "Takes what is none of the other intents")
                            .put("parentIntentSignature", "AMAZON.FallbackIntent"));
            for (String label : samples.vocabulary().labels()) {
                type(label);
            }
            kept.writeRest(files);
            files.finish();
        }

        private void write(String name, ObjectNode ours, String... said) throws IOException {
            BundleJson.write(files, name, kept.take(name, ours, said));
        }

        private void intent(String name, JsonNode sampleUtterances) throws IOException {
            String folder = locale + "Intents/" + name + "/";
            JsonNode before = kept.look(folder + "Intent.json").path("slotPriorities");
            int last = 0;
            for (JsonNode each : before) {
                last = Math.max(last, each.path("priority").asInt());
            }
            ArrayNode priorities = Json.object().putArray("slotPriorities");
            for (Map.Entry<String, String> slot : samples.slots(name).entrySet()) {
                priorities.addObject().put("priority", ++last).put("slotName", slot.getKey());
                ObjectNode written = Json.object().put("name", slot.getKey()).put("slotTypeName", slot.getValue());
                written.putObject("valueElicitationSetting").put("slotConstraint", "Optional");
                write(folder + "Slots/" + slot.getKey() + "/Slot.json", written, "name", "slotTypeName");
            }
            ObjectNode intent = Json.object().put("name", name);
            intent.set("sampleUtterances", sampleUtterances);
            intent.set("slotPriorities", KeptFiles.byName(before, priorities, "slotName"));
            write(folder + "Intent.json", intent, "name", "sampleUtterances", "slotPriorities");
        }

        private void type(String label) throws IOException {
            String name = samples.type(label);
            if (name.startsWith("AMAZON.")) {
                return;
            }
            ObjectNode type = Json.object().put("name", name);
            ArrayNode values = type.putArray("slotTypeValues");
            boolean synonyms = false;
            for (Entry entry : samples.vocabulary().entries(label)) {
                if (values.size() == VALUES || entry.value().length() > LETTERS) {
                    losses.countData("values beyond Lex's 10,000 of 140 characters a slot type");
                    continue;
                }
                ObjectNode value = values.addObject();
                value.putObject("sampleValue").put("value", entry.value());
                List<String> others = entry.synonyms().stream()
                        .filter(each -> each.length() <= LETTERS)
                        .toList();
                if (!others.isEmpty()) {
                    // An empty list is none that Lex takes.
                    ArrayNode list = value.putArray("synonyms");
                    others.forEach(each -> list.addObject().put("value", each));
                    synonyms = true;
                }
            }
            if (values.isEmpty()) {
                // As those that extend a type of Lex's own.
                type.remove("slotTypeValues");
            }
            type.putObject("valueSelectionSetting")
                    .put("resolutionStrategy", synonyms ? "TOP_RESOLUTION" : "ORIGINAL_VALUE");
            write(locale + "SlotTypes/" + name + "/SlotType.json", type, "name", "slotTypeValues");
        }

        @Override
        public void close() throws IOException {
            files.close();
        }
    }
}
