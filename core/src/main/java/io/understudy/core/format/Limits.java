package io.understudy.core.format;

/** What is read at most: a file that asks for more is refused with one sentence, before it costs time or memory. */
final class Limits {

    /** Bytes of a line, or of a file that is one example. */
    static final int LINE = 64 << 20;

    /** Characters of one string of a JSON, XML or YAML document. */
    static final int STRING = 64 << 20;

    /** Characters of a YAML document, which is parsed by the event but read ahead. */
    static final int YAML = 256 << 20;

    /** Characters of a line of YAML; the parser's time grows with the square of it. */
    static final int YAML_LINE = 1 << 20;

    static final int NESTING = 500;
    static final int YAML_NESTING = 50;

    /** Files of a folder or zip; brat has two for each example. */
    static final int FILES = 400_000;

    /** Bytes of a zip, as it lies there. */
    static final long ZIP = 2L << 30;

    /** Bytes of all files of a zip together, unpacked. */
    static final long UNPACKED = 8L << 30;

    /** A file of a zip may be this many times as large as packed; real text packs to a tenth, bombs to a thousandth. */
    static final int RATIO = 200;

    /** Below this, no ratio is wrong: a small file of the same line again and again packs well. */
    static final long SMALL = 64 << 20;

    private Limits() {}
}
