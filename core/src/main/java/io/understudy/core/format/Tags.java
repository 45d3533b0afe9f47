package io.understudy.core.format;

import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Mentions from tags, in one reading of all schemes, as conlleval does it: B, U and S begin a mention; I, L and E go on
 * with the one before if it has their label and is not ended, and begin one otherwise; U, S, L and E end it. Of tags
 * with I alone, neighbours of one label are one mention: the scheme cannot tell them apart.
 */
final class Tags {

    private final List<Mention> mentions = new ArrayList<>();
    private String open = "";
    private int start;
    private int end;

    static boolean isTag(String tag) {
        return tag.equals("O") || (tag.length() > 2 && tag.charAt(1) == '-' && "BIUSLE".indexOf(tag.charAt(0)) >= 0);
    }

    /** Takes the next token's tag, which {@link #isTag}, and its place in the text. */
    void add(String tag, int tokenStart, int tokenEnd) {
        if (tag.equals("O")) {
            finish();
            return;
        }
        char position = tag.charAt(0);
        boolean goesOn = position == 'I' || position == 'L' || position == 'E';

        boolean same = tag.length() == open.length() + 2 && tag.startsWith(open, 2);
        if (!goesOn || !same) {
            finish();
            open = tag.substring(2);
            start = tokenStart;
        }
        end = tokenEnd;
        if (position != 'B' && position != 'I') {
            finish();
        }
    }

    /** The mentions of the text, which ends here. */
    List<Mention> mentions() {
        finish();
        return mentions;
    }

    private void finish() {
        if (!open.isEmpty()) {
            mentions.add(new Mention(new Span(start, end), new Label(open)));
            open = "";
        }
    }
}
