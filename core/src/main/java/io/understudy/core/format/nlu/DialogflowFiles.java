package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.format.BundleSource;
import io.understudy.core.format.CorpusFormat.Part;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.Numbered;
import io.understudy.core.format.PullReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    static final String NO_INTENT = "none";

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
        return new PullReader(new DialogflowReader(files, tool, layout.of(files), intents, entities));
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
    static VendorNames fileNames() {
        return new VendorNames("[^\\p{L}\\p{N}._ -]|^[.]", "_", 100, true, new Losses(CARRIES));
    }
}
