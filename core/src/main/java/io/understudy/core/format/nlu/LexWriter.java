package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.Example;
import io.understudy.core.format.BundleTarget;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.Json;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Spool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Writes a bot of Lex; samples wait until the end, many of them on disk. */
final class LexWriter implements PushWriter.Target {

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
    private final Spool utterances = new Spool();
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
    public void write(Example example) throws IOException {
        Optional<Samples.Sample> sample = samples.of(example, literal -> literal.replaceAll("\\s+", " "));
        if (sample.isPresent()) {
            String intent = sample.get().intent();
            String json = Json.object().put("utterance", sample.get().text()).toString();
            utterances.add(intent, (utterances.groups().contains(intent) ? ",\n    " : "\n    ") + json);
        }
    }

    @Override
    public void write(CorpusData data) {
        kept = KeptFiles.of(data, "lex");
        kept.names().stream()
                .map(LexFormat.PLACE::matcher)
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
        for (String intent : utterances.groups()) {
            intent(intent);
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

    private void intent(String name) throws IOException {
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
        intent.set("slotPriorities", KeptFiles.byName(before, priorities, "slotName"));
        ObjectNode all = kept.take(folder + "Intent.json", intent, "name", "slotPriorities");
        all.remove(LexFormat.SAMPLES);
        try (OutputStream out = files.create(folder + "Intent.json")) {
            // The object without its end, and the samples as its last member.
            String rest = all.toPrettyString();
            out.write((rest.substring(0, rest.lastIndexOf('}')).stripTrailing() + ",\n  \"" + LexFormat.SAMPLES
                            + "\" : [")
                    .getBytes(StandardCharsets.UTF_8));
            utterances.copy(name, out);
            out.write("\n  ]\n}\n".getBytes(StandardCharsets.UTF_8));
        }
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
        try (files) {
            utterances.close();
        }
    }
}
