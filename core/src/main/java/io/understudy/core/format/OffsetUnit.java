package io.understudy.core.format;

/** The unit in which a file counts offsets. */
public enum OffsetUnit {
    /** Unicode code points, as in Python. */
    CODEPOINT,
    /** UTF-16 code units, as in Java and JavaScript. */
    UTF16,
    /** Bytes of the text in UTF-8. */
    BYTE,
    /** Words of {@link io.understudy.core.text.Words}. */
    TOKEN
}
