package io.understudy.core.text;

import java.text.Normalizer;

/**
 * Makes spellings of one name equal: compatibility decomposition (NFKD), combining marks removed, quotes, dashes and
 * spaces folded to ASCII, lower case, runs of white space to one space, none at the ends. For comparison only: offsets
 * are lost.
 */
public final class Normalization {

    private Normalization() {}

    /** The same for all spellings of a name; normalizing again changes nothing. */
    public static String of(CharSequence characters) {
        for (int i = 0; i < characters.length(); i++) {
            if (characters.charAt(i) >= 0x80) {
                return ofAny(characters);
            }
        }
        return ofAscii(characters);
    }

    /** What {@link #ofAny} does, where nothing can be decomposed. */
    private static String ofAscii(CharSequence characters) {
        StringBuilder out = new StringBuilder(characters.length());
        boolean space = false;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (Character.isWhitespace(c)) {
                space = out.length() > 0;
                continue;
            }
            if (space) {
                out.append(' ');
                space = false;
            }
            out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c == '`' ? '\'' : c);
        }
        return out.toString();
    }

    private static String ofAny(CharSequence characters) {
        String decomposed = Normalizer.normalize(characters, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder(decomposed.length());
        boolean space = false;
        for (int at = 0; at < decomposed.length(); ) {
            int c = decomposed.codePointAt(at);
            at += Character.charCount(c);
            int type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
                continue;
            }
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = out.length() > 0;
                continue;
            }
            if (space) {
                out.append(' ');
                space = false;
            }
            fold(c, type, out);
        }
        return out.toString();
    }

    /** Character by character, so that what follows changes nothing: a final sigma is a sigma. */
    private static void fold(int c, int type, StringBuilder out) {
        switch (c) {
            case '\u2018', '\u2019', '\u201a', '\u201b', '\u02bc', '\u2032', '`' -> out.append('\'');
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\u2033' -> out.append('"');
            case '\u2212' -> out.append('-');
            case '\u00df', '\u1e9e' -> out.append("ss");
            default -> {
                if (type == Character.DASH_PUNCTUATION) {
                    out.append('-');
                } else {
                    // Upper case first: dotless i and others meet there.
                    out.appendCodePoint(Character.toLowerCase(Character.toUpperCase(c)));
                }
            }
        }
    }
}
