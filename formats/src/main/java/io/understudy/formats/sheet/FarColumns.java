package io.understudy.formats.sheet;

/**
 * Watches the bytes of a sheet for a cell in a column that Excel does not have: a library makes room for every column
 * up to it, in every row. Columns have three letters at most (XFD), so an attribute {@code r} of four or more is one.
 */
final class FarColumns {

    private static final int LETTERS = 4;

    private boolean inTag;

    /** How much of white space, {@code r}, {@code =} and a quote has just been seen, then letters. */
    private int seen;

    /** Whether these bytes, which follow those asked about before, end such a name. */
    boolean in(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b == '<' || b == '>') {
                inTag = b == '<';
                seen = 0;
            } else if (inTag && next(b)) {
                return true;
            }
        }
        return false;
    }

    private boolean next(byte b) {
        boolean isSpace = b == ' ' || b == '\n' || b == '\r' || b == '\t';
        seen = switch (seen) {
            case 0 -> isSpace ? 1 : 0;
            case 1 -> b == 'r' ? 2 : isSpace ? 1 : 0;
            case 2 -> b == '=' ? 3 : isSpace ? 2 : 0;
            case 3 -> b == '"' || b == '\'' ? 4 : isSpace ? 3 : 0;
            default -> (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || b == '$' ? seen + 1 : 0;
        };
        return seen == 4 + LETTERS;
    }
}
