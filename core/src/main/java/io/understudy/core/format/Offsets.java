package io.understudy.core.format;

import io.understudy.core.text.Words;
import java.util.Arrays;

/**
 * Turns offsets of one text from a file's unit into UTF-16 and back. A cursor walks the text: offsets asked for in
 * rising order cost one walk together. Not thread-safe.
 */
public final class Offsets {

    /** The text is shorter. */
    public static final int OUTSIDE = -1;
    /** The offset falls inside a character. */
    public static final int INSIDE = -2;

    private final String text;
    private final OffsetUnit unit;
    private int[] starts = {};
    private int[] ends = {};
    private int words;
    private int utf16;
    private int units;

    public Offsets(String text, OffsetUnit unit) {
        this.text = text;
        // Where no character is outside the Basic Multilingual Plane, code points are UTF-16 units; no walk is needed.
        this.unit = unit == OffsetUnit.CODEPOINT && text.codePointCount(0, text.length()) == text.length()
                ? OffsetUnit.UTF16
                : unit;
        if (unit == OffsetUnit.TOKEN) {
            starts = new int[16];
            ends = new int[16];
            Words.forEach(text, this::add);
        }
    }

    /** The length of the text in this unit. */
    public int length() {
        if (unit == OffsetUnit.TOKEN) {
            return words;
        }
        walk(Integer.MAX_VALUE, Integer.MAX_VALUE);
        return units;
    }

    /** Where the unit of this number begins, or {@link #OUTSIDE} or {@link #INSIDE}. */
    public int start(int offset) {
        return unit == OffsetUnit.TOKEN ? (offset < words ? starts[offset] : OUTSIDE) : toUtf16(offset);
    }

    /** Where the unit before this number ends, or {@link #OUTSIDE} or {@link #INSIDE}. */
    public int end(int offset) {
        return unit == OffsetUnit.TOKEN ? (offset <= words ? ends[offset - 1] : OUTSIDE) : toUtf16(offset);
    }

    /** The number of the unit that begins at this UTF-16 offset, or {@link #INSIDE}. */
    public int ofStart(int offset) {
        if (unit != OffsetUnit.TOKEN) {
            return fromUtf16(offset);
        }
        int found = Arrays.binarySearch(starts, 0, words, offset);
        return found < 0 ? INSIDE : found;
    }

    /** One more than the number of the unit that ends at this UTF-16 offset, or {@link #INSIDE}. */
    public int ofEnd(int offset) {
        if (unit != OffsetUnit.TOKEN) {
            return fromUtf16(offset);
        }
        int found = Arrays.binarySearch(ends, 0, words, offset);
        return found < 0 ? INSIDE : found + 1;
    }

    private int toUtf16(int offset) {
        if (unit == OffsetUnit.UTF16) {
            return offset <= text.length() ? offset : OUTSIDE;
        }
        if (offset < units) {
            rewind();
        }
        walk(offset, Integer.MAX_VALUE);
        return units == offset ? utf16 : units < offset ? OUTSIDE : INSIDE;
    }

    private int fromUtf16(int offset) {
        if (unit == OffsetUnit.UTF16) {
            return offset;
        }
        if (offset < utf16) {
            rewind();
        }
        walk(Integer.MAX_VALUE, offset);
        return utf16 == offset ? units : INSIDE;
    }

    private void rewind() {
        utf16 = 0;
        units = 0;
    }

    private void walk(int untilUnits, int untilUtf16) {
        int length = text.length();
        while (units < untilUnits && utf16 < untilUtf16 && utf16 < length) {
            int codePoint = text.codePointAt(utf16);
            utf16 += Character.charCount(codePoint);
            units += switch (unit) {
                case CODEPOINT, TOKEN -> 1;
                case UTF16 -> Character.charCount(codePoint);
                case BYTE -> codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            };
        }
    }

    private void add(int start, int end) {
        if (words == starts.length) {
            starts = Arrays.copyOf(starts, 2 * words);
            ends = Arrays.copyOf(ends, 2 * words);
        }
        starts[words] = start;
        ends[words++] = end;
    }
}
