package io.understudy.core.format.nlu;

import io.understudy.core.Example;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.Json;
import io.understudy.core.format.Names;

/** The sentence for an example that a tool cannot hold: which it is, why, what to do. */
final class Refused {

    private Refused() {}

    /**
     * @param problem goes on after "the text of example 'x'"
     * @param instead a format that can hold it
     */
    static IllegalArgumentException of(Example example, String problem, String instead) {
        return new IllegalArgumentException("the text of example '" + Json.brief(example.id()) + "'" + place(example)
                + " " + problem + "; take it out, or use --to " + instead);
    }

    /** Where it was read, unless its id says so. */
    private static String place(Example example) {
        return example.provenance() instanceof Original original
                        && original.line() > 0
                        && !example.id().equals(Names.id(original.corpus(), original.line()))
                ? " (" + Json.brief(original.corpus()) + ":" + original.line() + ")"
                : "";
    }
}
