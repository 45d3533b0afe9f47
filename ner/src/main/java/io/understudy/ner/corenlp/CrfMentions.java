package io.understudy.ner.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.util.Triple;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a CRF finds in a piece of text, as mentions without line breaks inside or white space at the ends. */
final class CrfMentions {

    private CrfMentions() {}

    /**
     * @param piece the part of the text to look at
     * @param names from a model's name of a kind to ours; none for kinds to leave out
     * @param found where mentions are added
     */
    static void find(
            CRFClassifier<CoreLabel> model,
            Function<String, Optional<Label>> names,
            String text,
            Span piece,
            List<Mention> found) {
        for (Triple<String, Integer, Integer> triple : model.classifyToCharacterOffsets(piece.of(text))) {
            names.apply(triple.first())
                    .ifPresent(label -> addLines(
                            text, piece.start() + triple.second(), piece.start() + triple.third(), label, found));
        }
    }

    /** One mention for each line that the span [start, end) touches. */
    static void addLines(String text, int start, int end, Label label, List<Mention> found) {
        int from = start;
        for (int at = start; at <= end; at++) {
            if (at == end || text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                addTrimmed(text, from, at, label, found);
                from = at + 1;
            }
        }
    }

    private static void addTrimmed(String text, int from, int to, Label label, List<Mention> found) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            found.add(new Mention(start, end, label));
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
