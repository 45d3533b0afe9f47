package io.understudy.generator.surrogate;

import io.understudy.core.Label;
import io.understudy.generator.surrogate.Kinds.Kind;

/**
 * What a mention names.
 *
 * @param surface as it is written there
 * @param canonical the fullest name of it
 * @param key equal for all that name the same
 * @param owner key of the person it belongs to; empty for kinds that belong to none
 */
record Subject(Label label, Kind kind, String surface, String canonical, String key, String owner) {

    /** The one of which all other names are made: the full name of a person or thing, an address itself. */
    Subject full() {
        boolean itself = kind.personal() && !kind.person();
        boolean named = kind.person() || surface.isEmpty();
        return itself ? this : new Subject(label, kind, named ? canonical : surface, canonical, key, owner);
    }
}
