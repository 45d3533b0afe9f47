package io.understudy.core.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Makes spellings of one name equal: compatibility decomposition (NFKD), combining marks removed, quotes, dashes and
 * spaces folded to ASCII, lower case, runs of white space to one space, none at the ends. For comparison only: offsets
 * are lost.
 */
public final class Normalization {

    /** What an ASCII character becomes: itself, its small letter, or a space. */
    private static final byte[] ASCII = ascii();

    private Normalization() {}

    /** The same for all spellings of a name; normalizing again changes nothing. */
    public static String of(CharSequence characters) {
        String text = characters.toString();
        char[] chars = text.toCharArray();
        byte[] out = new byte[chars.length];
        int size = 0;
        int all = 0;
        int changes = 0;
        byte before = ' ';
        // No branch: where words end is nothing that a processor can foresee.
        for (char c : chars) {
            byte folded = ASCII[c & 0x7f];
            out[size] = folded;
            size += ((folded ^ ' ') | (before ^ ' ')) == 0 ? 0 : 1;
            before = folded;
            all |= c;
            changes |= folded ^ c;
        }
        if (all >= 0x80) {
            return ofAny(text);
        }
        size -= size > 0 && out[size - 1] == ' ' ? 1 : 0;
        return changes == 0 && size == out.length ? text : new String(out, 0, size, StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii() {
        byte[] folded = new byte[0x80];
        for (char c = 0; c < folded.length; c++) {
            folded[c] = (byte) (c >= 'A' && c <= 'Z' ? c + 32 : c == '`' ? '\'' : Character.isWhitespace(c) ? ' ' : c);
        }
        return folded;
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
