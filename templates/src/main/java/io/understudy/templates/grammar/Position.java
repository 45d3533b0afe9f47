package io.understudy.templates.grammar;

/**
 * Where something stands in a grammar.
 *
 * @param file as the user named it
 * @param line 1-based; 0 where no line is at fault
 * @param column 1-based, in UTF-16 units; 0 where no column is at fault
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

    /** Of what was made by a program. */
    public static final Position NOWHERE = new Position("-", 0, 0);

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
    }

    @Override
    public int compareTo(Position other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
