package io.understudy.core.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name that a mistyped one most likely meant; for messages. */
public final class Nearest {

    private Nearest() {}

    /**
     * The known name with the fewest edits (insert, delete, replace, swap of neighbours; case aside) to {@code typed};
     * the first of equals. Empty where even that one needs more than a third of the longer name, so that nothing absurd
     * is suggested.
     */
    public static Optional<String> of(String typed, Collection<String> known) {
        Optional<String> nearest = Optional.empty();
        int fewest = Integer.MAX_VALUE;
        for (String name : known) {
            int edits = edits(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            int allowed = Math.max(1, Math.max(typed.length(), name.length()) / 3);
            if (edits <= allowed && edits < fewest) {
                fewest = edits;
                nearest = Optional.of(name);
            }
        }
        return nearest;
    }

    /** Such as {@code unknown format 'conl'; did you mean 'conll'? have: conll, csv}. */
    public static String unknown(String what, String typed, Collection<String> known) {
        if (known.isEmpty()) {
            return "unknown " + what + " '" + typed + "'; there is none";
        }
        return "unknown " + what + " '" + typed + "'; "
                + of(typed, known).map(name -> "did you mean '" + name + "'? ").orElse("") + "have: "
                + String.join(", ", known);
    }

    /** Optimal string alignment distance: no part is edited twice. */
    static int edits(String a, String b) {
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int least = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
                least = Math.min(least, distance[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, distance[i - 2][j - 2] + 1);
                }
                distance[i][j] = least;
            }
        }
        return distance[a.length()][b.length()];
    }
}
