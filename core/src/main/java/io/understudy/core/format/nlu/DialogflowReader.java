package io.understudy.core.format.nlu;

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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an agent intent by intent, phrase by phrase, then its entities, then what is beside them. */
final class DialogflowReader implements PullReader.Source {

    private final BundleSource files;
    private final String tool;
    private final DialogflowFiles.Layout layout;
    private final String entities;
    private final KeptFiles kept = new KeptFiles();
    private final Dropped dropped = new Dropped();
    /** Files that are read as lists. */
    private final Set<String> lists = new HashSet<>();
    /** Files of intents and entities, to where we write them. */
    private final Map<String, String> places = new LinkedHashMap<>();

    private final VendorNames intentFiles = DialogflowFiles.fileNames();
    private final Deque<String> intents = new ArrayDeque<>();
    private final Numbered numbered;
    private Optional<JsonItems> phrases = Optional.empty();
    private String intentFile = "";
    private Optional<String> intent = Optional.empty();
    private CorpusData data = CorpusData.NONE;

    DialogflowReader(BundleSource files, String tool, DialogflowFiles.Layout layout, String intents, String entities) {
        this.files = files;
        this.tool = tool;
        this.layout = layout;
        this.entities = entities;
        this.numbered = new Numbered(files.location());
        files.names().stream()
                .filter(name -> isIn(name, intents) && layout.isIntent(name))
                .forEach(this.intents::add);
    }

    @Override
    public Optional<Example> read() throws IOException {
        while (true) {
            if (phrases.isPresent()) {
                JsonItems open = phrases.get();
                Optional<JsonObject> phrase = open.next();
                if (phrase.isPresent()) {
                    try {
                        return Optional.of(layout.example(
                                phrase.get(), intent, phrase.get().line(), numbered, dropped));
                    } catch (IllegalArgumentException e) {
                        throw phrase.get().problem(": " + e.getMessage());
                    }
                }
                open.close();
                if (!open.document().file().equals(files.file(intentFile))) {
                    dropped.keys(open.rest(), "lists of phrases", Set.of());
                }
                phrases = Optional.empty();
            }
            if (intents.isEmpty()) {
                catalogues();
                keep();
                return Optional.empty();
            }
            intentFile = intents.remove();
            String called = layout.intent(intentFile);
            places.put(intentFile, layout.intentPath(intentFiles.of(called)));
            intent = Optional.of(called).filter(name -> !name.equals(DialogflowFiles.NO_INTENT));
            Optional<DialogflowFiles.Phrases> place = layout.phrases(intentFile);
            if (place.isPresent()) {
                String name = place.get().file();
                lists.add(name);
                phrases = Optional.of(new JsonItems(
                        files.open(name), files.file(name), place.get().path()));
            }
        }
    }

    private void catalogues() throws IOException {
        List<Catalogue> catalogues = new ArrayList<>();
        for (String file : files.names()) {
            Optional<String> label =
                    isIn(file, entities) && file.endsWith(".json") ? layout.entity(file) : Optional.empty();
            if (label.isPresent()) {
                List<Entry> entries = new ArrayList<>();
                places.put(file, layout.entityPath(label.get()));
                layout.entriesFile(file).ifPresent(lists::add);
                for (JsonObject entry : layout.entries(file, dropped)) {
                    dropped.keys(entry, "values", Set.of("value", "synonyms"));
                    entries.add(new Entry(entry.string("value"), entry.strings("synonyms")));
                }
                catalogues.add(new Catalogue(label.get(), entries));
            }
        }
        data = new CorpusData(catalogues, Map.of(), Map.of(), Map.of());
    }

    /** What is beside the lists. */
    private void keep() throws IOException {
        String root = places.keySet().stream()
                .map(name -> name.substring(
                        0, Math.max(0, Math.max(name.lastIndexOf("intents/"), name.lastIndexOf(entities)))))
                .findFirst()
                .orElse("");
        for (String name : files.names()) {
            if (layout.isList(name)) {
                if (!lists.contains(name)) {
                    dropped.count("lists in further languages");
                }
            } else {
                String rest = name.startsWith(root) ? name.substring(root.length()) : name;
                keep(name, places.getOrDefault(name, rest));
            }
        }
        data = data.and(kept.data(tool));
    }

    private void keep(String name, String as) throws IOException {
        Optional<String> inside = !places.containsKey(name)
                ? Optional.empty()
                : layout.isIntent(name) ? layout.phrasesInside() : layout.entriesInside();
        if (inside.isPresent()) {
            kept.keepWithout(inside.get(), files, name, as, dropped);
        } else {
            kept.keep(files, name, as, dropped);
        }
    }

    private static boolean isIn(String name, String folder) {
        return name.startsWith(folder) || name.contains("/" + folder);
    }

    @Override
    public CorpusData data() {
        return data;
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
            if (phrases.isPresent()) {
                phrases.get().close();
            }
        }
    }
}
