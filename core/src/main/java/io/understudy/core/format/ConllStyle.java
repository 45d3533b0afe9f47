package io.understudy.core.format;

import io.understudy.core.format.CorpusFormat.Part;
import java.util.Set;

/**
 * A way to write tokens with tags.
 *
 * @param name of the format
 * @param comments whether ids, intents and texts stand in comments before the tokens
 * @param head what a file begins with
 * @param columns what stands between a token and its tag
 */
record ConllStyle(String name, TagScheme scheme, boolean comments, String head, String columns) {

    static final Set<Part> CARRIES =
            Set.of(Part.ID, Part.INTENT, Part.SPANS, Part.SURFACES, Part.SPACING, Part.LINE_BREAKS);
    /** Without comments. */
    static final Set<Part> BARE = Set.of(Part.SPANS, Part.SURFACES);

    static ConllStyle commented(String name, TagScheme scheme) {
        return new ConllStyle(name, scheme, true, "", " ");
    }

    /** Of the shared task of 2003: parts of speech and chunks, which we do not know, in columns of their own. */
    static final ConllStyle OF_2003 =
            new ConllStyle("conll2003", TagScheme.BIO, false, "-DOCSTART- -X- O O\n\n", " -X- O ");
}
