package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.format.BundleSource;
import io.understudy.core.format.BundleTarget;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Catalogue;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.CorpusFormat.Part;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.Json;
import io.understudy.core.format.JsonItems;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.Numbered;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Spool;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the two Dialogflows share: intents with phrases in chunks, entities with entries; they differ in the layout. */
final class DialogflowFiles {

    static final Set<Part> CARRIES = Set.of(
            Part.INTENT,
            Part.SPANS,
            Part.SURFACES,
            Part.ROLE,
            Part.SPACING,
            Part.LINE_BREAKS,
            Part.SYNONYMS,
            Part.CATALOGUES);

    /** An intent is wanted for every phrase. */
    private static final String NO_INTENT = "none";

    private DialogflowFiles() {}

    /** Where the phrases of an intent stand. */
    record Phrases(String file, List<String> path) {}

    /** How a version of Dialogflow lays out an agent. */
    interface Layout {
        boolean isIntent(String name);

        /** The name of the intent; phrases that are read next belong to it. */
        String intent(String file) throws IOException;

        Optional<Phrases> phrases(String intentFile) throws IOException;

        /** @param dropped where what has no place is counted */
        Example example(JsonObject phrase, Optional<String> intent, long line, Numbered numbered, Dropped dropped);

        /** The name of an entity; empty if this file is about something else. */
        Optional<String> entity(String file) throws IOException;

        Optional<String> entriesFile(String entityFile);

        List<JsonObject> entries(String entityFile, Dropped dropped) throws IOException;

        /** Whether it holds phrases or entries, in whatever language. */
        boolean isList(String name);

        /** The member of a file of an intent that is a list of phrases, in a layout that has one. */
        Optional<String> phrasesInside();

        /** The member of a file of an entity that is a list of entries, in a layout that has one. */
        Optional<String> entriesInside();

        /** Where we write an intent. */
        String intentPath(String file);

        /** Where we write an entity. */
        String entityPath(String file);
    }

    interface LayoutOf {
        Layout of(BundleSource files) throws IOException;
    }

    /** Writes phrases that are held somewhere. */
    interface Body {
        void copy(OutputStream out) throws IOException;
    }

    interface Names {
        String label(String label);

        String parameter(Mention mention);
    }

    interface LayoutOut {
        /** @throws IllegalArgumentException if a surrogate stands alone */
        ObjectNode phrase(AnnotatedText annotated, Names names, String id);

        /** What a phrase says beside its parts where nobody has changed it. */
        ObjectNode usual();

        /** Keys of a phrase that the tool has beside those we read. */
        Set<String> ofPhrases();

        void agent(KeptFiles kept) throws IOException;

        void intent(String intent, String file, Map<String, String> parameters, Body phrases, KeptFiles kept)
                throws IOException;

        void entity(String label, String file, ArrayNode entries, KeptFiles kept) throws IOException;
    }

    /** @param tool the name of the format */
    static CorpusReader read(BundleSource files, String tool, String intents, String entities, LayoutOf layout)
            throws IOException {
        return new PullReader(new Source(files, tool, layout.of(files), intents, entities));
    }

    /** The language of an agent, which is that of the phrases we read. */
    static String language(BundleSource files, String key) throws IOException {
        Optional<String> agent = files.names().stream()
                .filter(name -> name.equals("agent.json") || name.endsWith("/agent.json"))
                .findFirst();
        return agent.isEmpty()
                ? "en"
                : BundleJson.object(files, agent.get()).optionalString(key).orElse("en");
    }

    /** Of files that begin alike that in the language, or else the first. */
    static Optional<String> inLanguage(BundleSource files, String begin, String language) {
        List<String> names =
                files.names().stream().filter(name -> name.startsWith(begin)).toList();
        return names.stream()
                .filter(name -> name.equals(begin + language + ".json"))
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    /** Keys of an object with what they say, where that is not what the tool says of its own accord. */
    static Map<String, String> unusual(JsonObject object, Set<String> read, ObjectNode usual) {
        Map<String, String> rest = object.rest(read);
        rest.entrySet().removeIf(each -> usual.path(each.getKey()).toString().equals(each.getValue()));
        return rest;
    }

    /** No two of them are one, whatever the intents are called. */
    private static VendorNames fileNames() {
        return new VendorNames("[^\\p{L}\\p{N}._ -]|^[.]", "_", 100, true, new Losses(CARRIES));
    }

    private static final class Source implements PullReader.Source {
        private final BundleSource files;
        private final String tool;
        private final Layout layout;
        private final String entities;
        private final KeptFiles kept = new KeptFiles();
        private final Dropped dropped = new Dropped();
        /** Files that are read as lists. */
        private final Set<String> lists = new HashSet<>();
        /** Files of intents and entities, to where we write them. */
        private final Map<String, String> places = new HashMap<>();

        private final VendorNames intentFiles = fileNames();
        private final Deque<String> intents = new ArrayDeque<>();
        private final Numbered numbered;
        private Optional<JsonItems> phrases = Optional.empty();
        private String intentFile = "";
        private Optional<String> intent = Optional.empty();
        private CorpusData data = CorpusData.NONE;

        Source(BundleSource files, String tool, Layout layout, String intents, String entities) {
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
                intent = Optional.of(called).filter(name -> !name.equals(NO_INTENT));
                Optional<Phrases> place = layout.phrases(intentFile);
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

    /** Names of entities have letters, digits, _ and -, and begin with a letter; system entities keep theirs. */
    static final class Writer implements PushWriter.Target, Names {
        private static final String FORBIDDEN = "[^A-Za-z0-9_-]|^[^A-Za-z]+";

        private final BundleTarget files;
        private final LayoutOut layout;
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

        Writer(BundleTarget files, String tool, Losses losses, Function<BundleTarget, LayoutOut> layout) {
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
            String intent = example.intent().map(intents::of).orElseGet(() -> losses.withoutIntent(NO_INTENT));
            known = new LinkedHashMap<>(parametersOf.getOrDefault(intent, Map.of()));
            ObjectNode written =
                    layout.phrase(example.annotated(), this, BundleJson.id("phrase", Long.toString(++count)));
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
            VendorNames intentFiles = fileNames();
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
}
