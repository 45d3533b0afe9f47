package io.understudy.eval.validity;

import java.util.ArrayDeque;
import java.util.Deque;

/** Brackets and quotation marks. Apostrophes are left alone: they end no quotation that a machine could tell. */
final class Pairs {

    private static final String OPEN = "([{\u201c\u00ab\u300c";
    private static final String CLOSED = ")]}\u201d\u00bb\u300d";

    private Pairs() {}

    /** Whether each opening mark has its closing one, in order, and straight quotation marks are of even number. */
    static boolean areClosed(String text) {
        Deque<Integer> open = new ArrayDeque<>();
        boolean straight = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            straight ^= c == '"' && !isInches(text, i);
            int opens = OPEN.indexOf(c);
            int closes = CLOSED.indexOf(c);
            if (opens >= 0) {
                open.push(opens);
            } else if (closes >= 0 && open.isEmpty()) {
                if (!isMark(text, i, c)) {
                    return false;
                }
            } else if (closes >= 0 && open.pop() != closes) {
                return false;
            }
        }
        return open.isEmpty() && !straight;
    }

    /** A digit stands before: {@code 12"}. */
    private static boolean isInches(String text, int at) {
        return at > 0 && Character.isDigit(text.charAt(at - 1));
    }

    /** A list's {@code a)} or {@code 1)}, or a face such as {@code :)}. */
    private static boolean isMark(String text, int at, char c) {
        boolean shortWord = at >= 1
                && (at == 1 || Character.isWhitespace(text.charAt(at - 2)))
                && Character.isLetterOrDigit(text.charAt(at - 1));
        boolean face = at > 0 && ":;-=".indexOf(text.charAt(at - 1)) >= 0;
        return c == ')' && (shortWord || face);
    }
}
