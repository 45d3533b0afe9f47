package io.understudy.eval.validity;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.core.text.Words;
import java.util.List;

/** B-, I- and O tags: Ramshaw and Marcus, "Text Chunking using Transformation-Based Learning", 1995; IOB2. */
final class Tags {

    private Tags() {}

    /** How many tags continue a mention that does not stand before them: O or another label before an I-, or none. */
    static int illegal(List<String> tags) {
        int illegal = 0;
        String before = "O";
        for (String tag : tags) {
            boolean continues = tag.startsWith("I-");
            boolean holds = before.length() > 2 && before.substring(2).equals(tag.substring(Math.min(2, tag.length())));
            illegal += continues && !holds ? 1 : 0;
            before = tag;
        }
        return illegal;
    }

    /** Whether a mention has a word to carry its B- tag; words are cut at the edges of mentions. */
    static boolean canBegin(AnnotatedText line, Mention mention) {
        return !Words.of(line.surface(mention)).isEmpty();
    }
}
