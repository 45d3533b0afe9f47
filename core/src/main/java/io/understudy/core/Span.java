package io.understudy.core;

/**
 * A half-open, non-empty range of UTF-16 code units: the characters {@code start} (inclusive) to {@code end}
 * (exclusive) of a text.
 *
 * @param start index of the first UTF-16 unit, 0 or more
 * @param end index after the last UTF-16 unit, greater than {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

    /** @throws IllegalArgumentException if the range is empty, reversed or starts before 0 */
    public Span {
        if (start < 0) {
            throw new IllegalArgumentException("span starts at " + start + "; expected 0 or more");
        }
        if (end <= start) {
            throw new IllegalArgumentException("span " + start + ".." + end + " is empty; expected end > start");
        }
    }

    /** The number of UTF-16 units covered. */
    public int length() {
        return end - start;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** The characters of {@code text} that this span covers. */
    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }

    /** By start, then by end. */
    @Override
    public int compareTo(Span other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
