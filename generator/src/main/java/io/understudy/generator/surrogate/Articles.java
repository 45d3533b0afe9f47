package io.understudy.generator.surrogate;

import io.understudy.core.Segment;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import io.understudy.core.text.FirstSound;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes "a" and "an" directly before a slot agree with the surface that will stand there. */
final class Articles {

    private Articles() {}

    static Template agree(Template template, Function<Slot, String> surfaces) {
        List<Segment> segments = template.segments();
        List<Segment> changed = null;
        for (int i = 1; i < segments.size(); i++) {
            if (segments.get(i) instanceof Slot slot && segments.get(i - 1) instanceof Literal before) {
                int end = articleEnd(before.text());
                if (end == 0) {
                    continue;
                }
                boolean an = Character.toLowerCase(before.text().charAt(end - 1)) == 'n';
                boolean vowel = FirstSound.isVowel(surfaces.apply(slot));
                if (an != vowel) {
                    changed = changed == null ? new ArrayList<>(segments) : changed;
                    changed.set(i - 1, new Literal(an ? drop(before.text(), end) : insert(before.text(), end)));
                }
            }
        }
        return changed == null ? template : new Template(changed);
    }

    /** Index after the article that ends the literal, or 0 if there is none. */
    private static int articleEnd(String text) {
        int end = text.length() - 1;
        if (end < 1 || text.charAt(end) != ' ') {
            return 0;
        }
        int start = end;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        if (end - start < 1 || end - start > 2) {
            return 0;
        }
        boolean joined = start > 0 && "'’-.".indexOf(text.charAt(start - 1)) >= 0;
        String word = text.substring(start, end);
        return !joined && (word.equalsIgnoreCase("an") || word.equals("a") || word.equals("A")) ? end : 0;
    }

    private static String drop(String text, int end) {
        return text.substring(0, end - 1) + text.substring(end);
    }

    private static String insert(String text, int end) {
        return text.substring(0, end) + 'n' + text.substring(end);
    }
}
