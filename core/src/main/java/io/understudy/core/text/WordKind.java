package io.understudy.core.text;

import java.lang.Character.UnicodeScript;

/**
 * The Word_Break property of UAX 29, worked out from properties that the JDK has, and the rules that need nothing but
 * the kinds of two neighbours.
 */
final class WordKind {

    static final int OTHER = 1;
    static final int SPACE = 2;
    static final int LETTER = 3;
    static final int HEBREW = 4;
    static final int NUMERIC = 5;
    static final int KATAKANA = 6;
    /** Underscore and its like: ExtendNumLet. */
    static final int CONNECTOR = 7;

    static final int MID_LETTER = 8;
    static final int MID_NUM = 9;
    static final int MID_NUM_LETTER = 10;
    static final int SINGLE_QUOTE = 11;
    static final int DOUBLE_QUOTE = 12;
    static final int REGIONAL = 13;
    static final int EXTEND = 14;
    static final int FORMAT = 15;
    static final int ZWJ = 16;

    private static final int LETTERS = bits(LETTER, HEBREW);

    /** WB5, WB8 to WB10, WB13, WB13a, WB13b: to each kind the kinds that it holds on to. */
    private static final int[] JOINS = joins();

    /** Of the Basic Multilingual Plane; filled as characters are met, which any thread may do, for the values agree. */
    private static final byte[] KINDS = new byte[1 << 16];

    private WordKind() {}

    static int of(char character) {
        int kind = KINDS[character];
        return kind != 0 ? kind : remember(character);
    }

    static int of(String text, int at) {
        char character = text.charAt(at);
        return Character.isHighSurrogate(character) ? classify(text.codePointAt(at)) : of(character);
    }

    static int width(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at)) ? Character.charCount(text.codePointAt(at)) : 1;
    }

    static boolean isAttached(int kind) {
        return kind >= EXTEND;
    }

    static boolean joins(int kind, int next) {
        return (JOINS[kind] & (1 << next)) != 0;
    }

    /** Whether {@code next} may stand in the middle of a word that has {@code kind} before it. */
    static boolean isMiddle(int kind, int next) {
        return next >= MID_LETTER && next <= DOUBLE_QUOTE && kind >= LETTER && kind <= NUMERIC;
    }

    /** Whether the middle character holds the two sides together. */
    static boolean bridges(int kind, int middle, int after) {
        return switch (middle) {
            case MID_LETTER -> isLetter(kind) && isLetter(after);
            case MID_NUM -> kind == NUMERIC && after == NUMERIC;
            case MID_NUM_LETTER, SINGLE_QUOTE -> kind == NUMERIC ? after == NUMERIC : isLetter(kind) && isLetter(after);
            case DOUBLE_QUOTE -> kind == HEBREW && after == HEBREW;
            default -> false;
        };
    }

    /** Extended_Pictographic of Unicode 13, unassigned code points of its blocks included. */
    static boolean isPictographic(int c) {
        if (c < 0x2000) {
            return c == 0xa9 || c == 0xae;
        }
        if (c < 0x1f000) {
            return (c >= 0x2190 && c < 0x2c00 && Character.getType(c) == Character.OTHER_SYMBOL)
                    || (c >= 0x2194 && c <= 0x21aa && Character.getType(c) == Character.MATH_SYMBOL)
                    || c == 0x203c
                    || c == 0x2049
                    || c == 0x2122
                    || c == 0x2139
                    || c == 0x3030
                    || c == 0x303d
                    || c == 0x3297
                    || c == 0x3299;
        }
        return c < 0x1fb00 && !(c >= 0x1f1e6 && c <= 0x1f1ff) && !(c >= 0x1f3fb && c <= 0x1f3ff);
    }

    private static boolean isLetter(int kind) {
        return kind == LETTER || kind == HEBREW;
    }

    private static int remember(char character) {
        int kind = classify(character);
        KINDS[character] = (byte) kind;
        return kind;
    }

    private static int classify(int c) {
        return switch (c) {
            case '\'' -> SINGLE_QUOTE;
            case '"' -> DOUBLE_QUOTE;
            case '.', 0x2018, 0x2019, 0x2024, 0xfe52, 0xff07, 0xff0e -> MID_NUM_LETTER;
            case 0xb7, 0x387, 0x55f, 0x5f4, 0x2027 -> MID_LETTER;
            case ',', ';', 0x37e, 0x589, 0x60c, 0x60d, 0x7f8, 0x2044 -> MID_NUM;
            case 0xfe10, 0xfe14, 0xfe50, 0xfe54, 0xff0c, 0xff1b -> MID_NUM;
            case 0x66c -> NUMERIC;
            case 0x200c, 0xff9e, 0xff9f -> EXTEND;
            case 0x200d -> ZWJ;
            case 0x200b -> OTHER;
            case 0x85 -> SPACE;
            default -> byProperties(c);
        };
    }

    private static int byProperties(int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return SPACE;
        }
        if (c >= 0x1f1e6 && c <= 0x1f1ff) {
            return REGIONAL;
        }
        if (c >= 0x1f3fb && c <= 0x1f3ff) {
            return EXTEND;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> EXTEND;
            case Character.FORMAT -> FORMAT;
            case Character.DECIMAL_DIGIT_NUMBER -> NUMERIC;
            case Character.CONNECTOR_PUNCTUATION -> CONNECTOR;
            default -> letter(c);
        };
    }

    private static int letter(int c) {
        if ((c >= 0x3031 && c <= 0x3035) || c == 0x309b || c == 0x309c || c == 0x30a0 || c == 0x30fc || c == 0xff70) {
            return KATAKANA;
        }
        // Marks of pronunciation and a few others that stand inside words without being alphabetic.
        if ((c >= 0x2c2 && c <= 0x2df)
                || (c >= 0x2e5 && c <= 0x2ff)
                || c == 0x5f3
                || (c >= 0x55a && c <= 0x55c)
                || c == 0x55e
                || c == 0x58a) {
            return LETTER;
        }
        if (!Character.isAlphabetic(c) || Character.isIdeographic(c)) {
            return OTHER;
        }
        return switch (UnicodeScript.of(c)) {
            case HEBREW -> HEBREW;
            case KATAKANA -> KATAKANA;
            case HIRAGANA, HAN, THAI, LAO, KHMER, MYANMAR, TAI_LE, NEW_TAI_LUE, TAI_THAM, TAI_VIET, AHOM -> OTHER;
            default -> LETTER;
        };
    }

    private static int[] joins() {
        int[] joins = new int[ZWJ + 1];
        joins[LETTER] = LETTERS | bits(NUMERIC, CONNECTOR);
        joins[HEBREW] = joins[LETTER];
        joins[NUMERIC] = joins[LETTER];
        joins[KATAKANA] = bits(KATAKANA, CONNECTOR);
        joins[CONNECTOR] = LETTERS | bits(NUMERIC, KATAKANA, CONNECTOR);
        return joins;
    }

    private static int bits(int... kinds) {
        int bits = 0;
        for (int kind : kinds) {
            bits |= 1 << kind;
        }
        return bits;
    }
}
