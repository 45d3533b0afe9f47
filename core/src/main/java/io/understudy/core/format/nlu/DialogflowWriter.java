package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.format.BundleTarget;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.Json;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Spool;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes an agent; phrases wait until the end, many of them on disk. Names of entities have letters, digits, _ and -,
 * and begin with a letter; system entities keep theirs.
 */
final class DialogflowWriter implements PushWriter.Target, DialogflowFiles.Names {

    private static final String FORBIDDEN = "[^A-Za-z0-9_-]|^[^A-Za-z]+";

    private final BundleTarget files;
    private final DialogflowFiles.LayoutOut layout;
    private final Losses losses;
    private final Spool spool = new Spool();
    private final VendorNames intents;
    private final VendorNames labels;
    private final VendorNames parameters;
    private final Map<String, Map<String, String>> parametersOf = new LinkedHashMap<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private final OwnKeys own;
    private final String tool;
    private KeptFiles kept = new KeptFiles();
    private Map<String, String> known = Map.of();
    private long count;

    DialogflowWriter(
            BundleTarget files, String tool, Losses losses, Function<BundleTarget, DialogflowFiles.LayoutOut> layout) {
        this.files = files;
        this.tool = tool;
        this.layout = layout.apply(files);
        this.losses = losses;
        this.own = new OwnKeys(this.layout.ofPhrases(), Set.of(), Set.of(), losses);
        this.intents = new VendorNames("[\\p{Cntrl}]", "_", 100, true, losses);
        this.labels = new VendorNames(FORBIDDEN, "_", 30, true, losses);
        this.parameters = new VendorNames(FORBIDDEN, "_", 30, true, losses);
    }

    @Override
    public void write(Example example) throws IOException {
        String intent =
                example.intent().map(intents::of).orElseGet(() -> losses.withoutIntent(DialogflowFiles.NO_INTENT));
        known = new LinkedHashMap<>(parametersOf.getOrDefault(intent, Map.of()));
        ObjectNode written = layout.phrase(example.annotated(), this, BundleJson.id("phrase", Long.toString(++count)));
        own.addTo(written, example);
        layout.usual().properties().forEach(each -> written.putIfAbsent(each.getKey(), each.getValue()));
        String phrase = Json.whole(written);
        parametersOf.put(intent, known);
        spool.add(intent, spool.groups().contains(intent) ? ",\n" + phrase : phrase);
        vocabulary.addAll(example.annotated());
    }

    @Override
    public String label(String label) {
        return label.startsWith("sys.") ? label : labels.of(label);
    }

    /** One parameter has one entity. */
    @Override
    public String parameter(Mention mention) {
        String label = mention.label().name();
        String type = label(label);
        Optional<String> role = mention.details().role();
        String name = role.isPresent() ? parameters.of(role.get()) : type.replace('.', '-');
        if (!known.getOrDefault(name, type).equals(type)) {
            name = parameters.of(role.orElse("") + " of " + label);
        }
        known.put(name, type);
        return name;
    }

    @Override
    public void write(CorpusData data) {
        kept = KeptFiles.of(data, tool);
        vocabulary.add(data, losses);
    }

    @Override
    public void finish() throws IOException {
        layout.agent(kept);
        VendorNames intentFiles = DialogflowFiles.fileNames();
        for (String intent : spool.groups()) {
            layout.intent(
                    intent,
                    intentFiles.of(intent),
                    parametersOf.getOrDefault(intent, Map.of()),
                    out -> spool.copy(intent, out),
                    kept);
        }
        for (String label : vocabulary.labels()) {
            String name = label(label);
            if (!name.startsWith("sys.")) {
                ArrayNode entries = Json.object().putArray("entries");
                for (Entry entry : vocabulary.entries(label)) {
                    // Both Dialogflows want the value among its synonyms.
                    ArrayNode synonyms =
                            entries.addObject().put("value", entry.value()).putArray("synonyms");
                    synonyms.add(entry.value());
                    entry.synonyms().forEach(synonyms::add);
                }
                layout.entity(name, name, entries, kept);
            }
        }
        kept.writeRest(files);
        files.finish();
    }

    @Override
    public void close() throws IOException {
        try (files) {
            spool.close();
        }
    }
}
