package io.understudy.core;

/**
 * Input that cannot be used. The message is one sentence: {@code file:line: what was found; what was expected}; no
 * source text.
 */
public final class BadDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;

    /**
     * @param file as the user named it; {@code -} is standard input
     * @param line 1-based, or 0 where no line is at fault
     * @param problem what was found, what was expected, what can be done
     */
    public BadDataException(String file, long line, String problem) {
        super(file + (line > 0 ? ":" + line : "") + ": " + problem);
        this.file = file;
        this.line = line;
    }

    /**
     * @param column 1-based, in UTF-16 units
     * @param problem what was found, what was expected, what can be done
     */
    public BadDataException(String file, long line, int column, String problem) {
        super(file + ":" + line + ":" + column + ": " + problem);
        this.file = file;
        this.line = line;
    }

    public String file() {
        return file;
    }

    /** 1-based, or 0 where no line is at fault. */
    public long line() {
        return line;
    }
}
