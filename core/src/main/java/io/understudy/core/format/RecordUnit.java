package io.understudy.core.format;

/** What one example is in plain text. */
public enum RecordUnit {
    /** Each line; empty lines are skipped. */
    LINE,
    /** Lines up to an empty line. */
    PARAGRAPH,
    /** The whole file. */
    FILE
}
