package io.understudy.templates.foreign;

import java.util.Arrays;
import java.util.Optional;

/** What a definition of Chatito or Chatette defines; its sign stands before the bracket. */
enum Kind {
    INTENT('%'),
    SLOT('@'),
    ALIAS('~');

    final char sign;

    Kind(char sign) {
        this.sign = sign;
    }

    /** Of the definition or reference that begins here; empty where none does. */
    static Optional<Kind> at(Cursor cursor) {
        return Arrays.stream(values())
                .filter(kind -> cursor.at(kind.sign + "["))
                .findFirst();
    }
}
