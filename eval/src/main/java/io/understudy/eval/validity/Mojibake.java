package io.understudy.eval.validity;

/** Text that was decoded wrongly. */
final class Mojibake {

    private Mojibake() {}

    /**
     * Whether a replacement character is there, or a character from U+00C2 to U+00F4 with what the following bytes of
     * UTF-8 become when each byte is read as a character of Latin-1 or Windows-1252.
     */
    static boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\ufffd') {
                return true;
            }
            // The lead byte of two is an A with circumflex or tilde, of three an a with circumflex or e with diaeresis.
            int following = c >= '\u00c2' && c <= '\u00c3' ? 1 : c == '\u00e2' || c == '\u00ef' ? 2 : 0;
            if (following > 0 && i + following < text.length() && areContinuations(text, i + 1, following)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areContinuations(String text, int from, int count) {
        for (int i = from; i < from + count; i++) {
            char c = text.charAt(i);
            boolean latin1 = c >= '\u0080' && c <= '\u00bf';
            boolean windows =
                    "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019"
                                    .concat("\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178")
                                    .indexOf(c)
                            >= 0;
            if (!latin1 && !windows) {
                return false;
            }
        }
        return true;
    }
}
