package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import io.understudy.core.format.BundleSource;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Catalogue;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.JsonItems;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Numbered;
import io.understudy.core.format.PullReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Reads a bot of Lex intent by intent, sample by sample; the values of its types are in memory. */
final class LexReader implements PullReader.Source {

    private final BundleSource files;
    private final Deque<String> intents = new ArrayDeque<>();
    /** Of the files of intents. */
    private final Map<String, String> names = new HashMap<>();

    private final Map<String, List<Entry>> values = new LinkedHashMap<>();
    private final KeptFiles kept = new KeptFiles();
    private final Dropped dropped = new Dropped();
    private final Numbered numbered;
    private final Map<String, String> slots = new LinkedHashMap<>();
    private Optional<JsonItems> samples = Optional.empty();
    private Optional<String> intent = Optional.empty();
    private boolean begun;
    private long turn;

    LexReader(BundleSource files) {
        this.files = files;
        this.numbered = new Numbered(files.location());
    }

    @Override
    public Optional<Example> read() throws IOException {
        if (!begun) {
            begun = true;
            begin();
        }
        while (true) {
            if (samples.isPresent()) {
                Optional<JsonObject> sample = samples.get().next();
                if (sample.isPresent()) {
                    return Optional.of(example(sample.get()));
                }
                samples.get().close();
                samples = Optional.empty();
            }
            if (intents.isEmpty()) {
                return Optional.empty();
            }
            intent(intents.remove());
        }
    }

    private void begin() throws IOException {
        for (String name : files.names()) {
            if (LexFormat.TYPE.matcher(name).matches()) {
                type(BundleJson.object(files, name));
                kept.keepWithout("slotTypeValues", files, name, name, dropped);
            } else if (LexFormat.INTENT.matcher(name).matches()) {
                intents.add(name);
                ObjectNode rest = kept.keepWithout(LexFormat.SAMPLES, files, name, name, dropped);
                JsonObject said = new JsonObject(rest, "the file", problem -> wrong(name, problem));
                // Here only where it is no list.
                said.array(LexFormat.SAMPLES);
                names.put(name, said.string("name"));
            } else {
                kept.keep(files, name, name, dropped);
            }
        }
    }

    private BadDataException wrong(String name, String problem) {
        return new BadDataException(files.file(name), 1, problem);
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
        values.computeIfAbsent(type.string("name"), key -> new ArrayList<>()).addAll(entries);
    }

    private void intent(String name) throws IOException {
        Matcher place = LexFormat.INTENT.matcher(name);
        String folder = place.matches() ? place.group(1) + "Intents/" + place.group(2) + "/Slots/" : "";
        slots.clear();
        for (String file : files.names()) {
            if (file.startsWith(folder) && file.endsWith("/Slot.json")) {
                JsonObject slot = BundleJson.object(files, file);
                slots.put(slot.string("name"), slot.string("slotTypeName"));
            }
        }
        intent = Optional.of(names.get(name)).filter(each -> !each.equals(Samples.NO_INTENT));
        samples = Optional.of(
                new JsonItems(files.open(name), files.file(name), List.of(LexFormat.SAMPLES, JsonItems.EACH)));
    }

    private Example example(JsonObject sample) {
        dropped.keys(sample, "samples", Set.of("utterance"));
        try {
            AnnotatedText text = Samples.fill(sample.string("utterance"), slots, values, turn++);
            return numbered.example(sample.line(), intent, text, List.of(), Map.of());
        } catch (IllegalArgumentException e) {
            throw sample.problem(": " + e.getMessage());
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
        try (files) {
            if (samples.isPresent()) {
                samples.get().close();
            }
        }
    }
}
