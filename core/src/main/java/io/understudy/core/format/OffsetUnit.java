package io.understudy.core.format;

/** The unit in which a file counts offsets. */
public enum OffsetUnit {
    /** Unicode code points, as in Python. */
    CODEPOINT("code points"),
    /** UTF-16 code units, as in Java and JavaScript. */
    UTF16("UTF-16 units"),
    /** Bytes of the text in UTF-8. */
    BYTE("bytes"),
    /** Words of {@link io.understudy.core.text.Words}. */
    TOKEN("tokens");

    private final String words;

    OffsetUnit(String words) {
        this.words = words;
    }

    /** As messages say it. */
    public String words() {
        return words;
    }
}
