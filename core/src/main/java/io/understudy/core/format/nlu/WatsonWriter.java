package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.Json;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.Offsets;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a workspace of Watson Assistant, an example a line. */
final class WatsonWriter implements PushWriter.Target {

    /** Watson wants an intent for every example. */
    static final String NO_INTENT = "none";

    /** Names have letters, digits, _, - and, of intents, dots. */
    static final String FORBIDDEN_IN_INTENTS = "[^\\p{L}\\p{N}_.-]|^(?i:sys-)";

    private static final String FORBIDDEN_IN_ENTITIES = "[^\\p{L}\\p{N}_-]";

    private final JsonFile file;
    private final OffsetUnit unit;
    private final Losses losses;
    private final OwnKeys own;
    private final VendorNames intents;
    private final VendorNames labels;
    private final Vocabulary vocabulary = new Vocabulary();
    private CorpusData data = CorpusData.NONE;

    WatsonWriter(OutputStream out, OffsetUnit unit, Losses losses) {
        this.file = new JsonFile(out);
        this.unit = unit;
        this.losses = losses;
        this.own = new OwnKeys(
                Set.of("created", "updated"),
                Set.of(),
                Set.of("description", "metadata", "fuzzy_match", "created", "updated"),
                losses);
        this.intents = new VendorNames(FORBIDDEN_IN_INTENTS, "_", 128, true, losses);
        this.labels = new VendorNames(FORBIDDEN_IN_ENTITIES, "_", 64, true, losses);
    }

    @Override
    public void write(Example example) throws IOException {
        Utf8.requireWhole("text", example.text());
        ObjectNode written = Json.object().put("text", WatsonText.of(example, losses));
        Offsets offsets = new Offsets(example.text(), unit);
        if (!example.labels().isEmpty()) {
            ArrayNode mentions = written.putArray("mentions");
            for (Mark mark : example.labels()) {
                if (!mark.isDiscontinuous()) {
                    ObjectNode mention = mentions.addObject()
                            .put("entity", labels.of(mark.label().name()));
                    mention.putArray("location")
                            .add(offsets.ofStart(mark.start()))
                            .add(offsets.ofEnd(mark.end()));
                    own.addTo(mention, mark.details());
                }
            }
        }
        own.addTo(written, example);
        file.add(
                example.intent().map(intents::of).orElseGet(() -> losses.withoutIntent(NO_INTENT)),
                Json.whole(written));
        vocabulary.addAll(example.annotated());
        example.marks().forEach(mark -> vocabulary.addLabel(mark.label().name()));
    }

    @Override
    public void write(CorpusData more) {
        data = more;
        vocabulary.add(more, losses);
        more.patterns().keySet().forEach(vocabulary::addLabel);
    }

    @Override
    public void finish() throws IOException {
        ObjectNode kept = Kept.object(data, "watson");
        JsonNode ofIntents = kept.path("intents");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("name", "\"understudy\"");
        settings.put("language", "\"en\"");
        settings.put("description", "\"\"");
        settings.put("learning_opt_out", "false");
        kept.properties()
                .forEach(each -> settings.put(each.getKey(), each.getValue().toString()));
        settings.remove("intents");
        file.begin();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            file.member(setting.getKey(), setting.getValue());
        }
        file.beginList("intents");
        Set<String> names = new LinkedHashSet<>(file.groups());
        // Those without examples stay with what else is said of them.
        ofIntents.fieldNames().forEachRemaining(names::add);
        for (String intent : names) {
            file.beginItem();
            file.member("intent", Json.quote(intent));
            for (Map.Entry<String, JsonNode> each : ofIntents.path(intent).properties()) {
                file.member(each.getKey(), each.getValue().toString());
            }
            file.group("examples", intent);
            file.end();
        }
        file.endList();
        file.list("entities", entities());
        file.end();
        file.finish();
    }

    private List<String> entities() {
        List<String> entities = new ArrayList<>();
        for (String label : vocabulary.labels()) {
            ObjectNode entity = Json.object().put("entity", labels.of(label));
            ArrayNode values = entity.putArray("values");
            for (Entry entry : vocabulary.entries(label)) {
                if (isValue(entry.value())) {
                    ArrayNode synonyms = values.addObject()
                            .put("type", "synonyms")
                            .put("value", entry.value())
                            .putArray("synonyms");
                    entry.synonyms().stream().filter(this::isValue).forEach(synonyms::add);
                }
            }
            int number = 0;
            for (String pattern : data.patterns().getOrDefault(label, List.of())) {
                values.addObject()
                        .put("type", "patterns")
                        .put("value", labels.of(label) + "_" + ++number)
                        .putArray("patterns")
                        .add(pattern);
            }
            own.addTo(entity, vocabulary.extra(label));
            entities.add(entity.toString());
        }
        return entities;
    }

    private boolean isValue(String value) {
        boolean is =
                !value.isBlank() && value.length() <= WatsonText.LONGEST_VALUE && value.equals(WatsonText.line(value));
        if (!is) {
            losses.countData("values that are blank, have a tab or a line break, or more than 64 characters");
        }
        return is;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
