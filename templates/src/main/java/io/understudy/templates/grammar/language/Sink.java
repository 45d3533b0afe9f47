package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Expression;
import java.util.Optional;

/** Is told a derivation from left to right. */
interface Sink {

    /** @param text not empty */
    void chars(String text);

    void gap();

    void article(boolean capital);

    void open(Expression.Open open);

    void begin(Tag tag);

    void end();

    /** Counts if it is the first in the mention; empty: the surface. */
    void value(Optional<String> value);

    /** Whether the next character is to be in upper case. */
    void capital(boolean next);

    /** An alternative of the grammar was chosen. */
    default void chosen(Alternative alternative) {}
}
