package io.understudy.eval.fidelity;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Span;
import io.understudy.core.text.Words;
import io.understudy.eval.view.Sample;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which words stand in the original. Where only a sample of it is at hand, any word may. */
final class OriginalWords {

    /** Forbids nothing. */
    static final OriginalWords NONE = new OriginalWords(Set.of(), true);

    private final Set<String> words;
    private final boolean isWhole;

    private OriginalWords(Set<String> words, boolean isWhole) {
        this.words = words;
        this.isWhole = isWhole;
    }

    static OriginalWords of(Sample original) {
        Set<String> words = new HashSet<>();
        if (original.isWhole()) {
            for (AnnotatedText line : original.lines()) {
                words(line.text(), words);
            }
        }
        return new OriginalWords(words, original.isWhole());
    }

    /** Whether any word of a text may stand in the original. */
    boolean mayHold(String text) {
        Set<String> some = new HashSet<>();
        words(text, some);
        return !isWhole || some.stream().anyMatch(words::contains);
    }

    private static void words(String text, Set<String> into) {
        for (Span span : Words.of(text)) {
            into.add(text.substring(span.start(), span.end()).toLowerCase(Locale.ROOT));
        }
    }
}
