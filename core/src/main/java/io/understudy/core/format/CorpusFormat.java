package io.understudy.core.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/**
 * One way to write a corpus down. Found by {@link java.util.ServiceLoader}; stateless. A corpus of several files is a
 * {@link BundleFormat}.
 */
public interface CorpusFormat {

    /** What a format may or may not be able to hold. The list of formats and the messages of losses say it so. */
    enum Part {
        ID("id", false),
        INTENT("intent", false),
        SPANS("spans", false),
        /** What stood in the text at a span; formats without it write a gap there, and the surfaces in a list. */
        SURFACES("surfaces in their places", false),
        ROLE("roles", true),
        GROUP("groups", true),
        ENTITY("entities", true),
        /** Canonical values. */
        VALUE("values", true),
        SPAN_KEYS("unknown keys of spans", true),
        OVERLAP("overlapping spans", true),
        /** Spans of several pieces. */
        DISCONTINUOUS("discontinuous spans", true),
        /** The exact white space of the text. */
        SPACING("spacing", false),
        /** Line breaks inside a text. */
        LINE_BREAKS("line breaks", false),
        PROVENANCE("provenance", false),
        UNKNOWN_KEYS("unknown keys", false),
        /** Between spans; the key {@code relations} of {@link io.understudy.core.Example#extra}. */
        RELATIONS("relations", true),
        /** Of spans; the key {@code attributes}. */
        ATTRIBUTES("attributes", true),
        /** Of annotators; the key {@code notes}. */
        NOTES("notes", false),
        /** Of values, in {@link CorpusData}. */
        SYNONYMS("synonyms", false),
        /** Lists of values, in {@link CorpusData}. */
        CATALOGUES("catalogues", false),
        /** In {@link CorpusData}. */
        PATTERNS("patterns", false);

        private final String words;
        private final boolean ofSpans;

        Part(String words, boolean ofSpans) {
            this.words = words;
            this.ofSpans = ofSpans;
        }

        /** As people read it. */
        public String words() {
            return words;
        }

        /** Whether there is none of it where there are no spans. */
        public boolean isOfSpans() {
            return ofSpans;
        }
    }

    /**
     * What a format is and holds, as data: the list of formats, the messages of losses and FORMATS.md are made of it.
     *
     * @param name as the user types it, lower case
     * @param extensions of its files, without the dot, lower case; the first is the usual one. Several formats may
     *     share an extension: then the head of a file decides, and else the format that is named like it
     * @param description one sentence for the list of formats
     * @param carries what a round trip keeps
     */
    record Facts(String name, List<String> extensions, String description, Set<Part> carries) {}

    Facts facts();

    default String name() {
        return facts().name();
    }

    default List<String> extensions() {
        return facts().extensions();
    }

    default String description() {
        return facts().description();
    }

    default Set<Part> carries() {
        return facts().carries();
    }

    default boolean reads() {
        return true;
    }

    default boolean writes() {
        return true;
    }

    /**
     * Whether a file that begins like this is surely of this format. {@link Head} knows the keys of JSON and YAML.
     *
     * @param head about 16,000 bytes, decoded
     */
    boolean recognizes(String head);

    /**
     * @param in decompressed bytes; closed by the reader
     * @param file how messages name it
     */
    CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException;

    /**
     * @param out closed by the writer
     * @throws IllegalArgumentException if this format is only read
     */
    CorpusWriter write(OutputStream out, FormatOptions options) throws IOException;
}
