package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Finding;
import io.understudy.templates.grammar.Position;

/** Ends the making of an intent; becomes what the caller sees in {@link Language}. */
final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    Wrong(Position at, String message) {
        super(message, null, false, false);
        this.finding = Finding.error(at, message);
    }

    Finding finding() {
        return finding;
    }
}
