package io.understudy.core.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/** One way to write a corpus down. Found by {@link java.util.ServiceLoader}; stateless. */
public interface CorpusFormat {

    /** What a format may or may not be able to hold. */
    enum Part {
        ID,
        INTENT,
        SPANS,
        /** Role, group, entity and canonical value of a mention. */
        DETAILS,
        /** The exact white space of the text. */
        SPACING,
        /** Line breaks inside a text. */
        LINE_BREAKS,
        PROVENANCE,
        UNKNOWN_KEYS
    }

    /** As the user types it, lower case. */
    String name();

    /** Of its files, without the dot; the first is the usual one. */
    List<String> extensions();

    /** One sentence for the list of formats. */
    String description();

    /** What a round trip keeps. */
    Set<Part> carries();

    /** Whether a file that begins like this is surely of this format. */
    boolean recognizes(String head);

    /**
     * @param in decompressed bytes; closed by the reader
     * @param file how messages name it
     */
    CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException;

    /** @param out closed by the writer */
    CorpusWriter write(OutputStream out, FormatOptions options) throws IOException;
}
