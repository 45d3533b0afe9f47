package io.understudy.ner.onnx;

import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.ner.Evidence;
import io.understudy.ner.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From the probabilities of tags to mentions. */
final class Decoder {

    private final List<Tag> tags;
    private final Aggregation aggregation;

    Decoder(List<Tag> tags, Aggregation aggregation) {
        this.tags = tags;
        this.aggregation = aggregation;
    }

    /** A word, or under {@link Aggregation#SIMPLE} a piece, with its tag. */
    private record Word(int start, int end, Tag tag, double score) {}

    /** @param probabilities [pieces][tags], each row sums to 1 */
    List<Finding> decode(String text, Encoded encoded, float[][] probabilities) {
        List<Finding> found = new ArrayList<>();
        Tag last = Tag.NONE;
        int start = 0;
        int end = 0;
        double sum = 0;
        int count = 0;
        for (Word word : words(encoded, probabilities)) {
            if (!word.tag.continues(last)) {
                add(text, start, end, last, sum, count, found);
                start = word.start;
                sum = 0;
                count = 0;
            }
            last = word.tag;
            end = word.end;
            sum += word.score;
            count++;
        }
        add(text, start, end, last, sum, count, found);
        return found;
    }

    private List<Word> words(Encoded encoded, float[][] probabilities) {
        List<Word> words = new ArrayList<>();
        int from = 0;
        while (from < encoded.pieces()) {
            int to = from + 1;
            while (aggregation != Aggregation.SIMPLE
                    && to < encoded.pieces()
                    && encoded.words[to] == encoded.words[from]) {
                to++;
            }
            float[] row = row(probabilities, from, to);
            int best = best(row);
            words.add(new Word(encoded.starts[from], encoded.ends[to - 1], tags.get(best), row[best]));
            from = to;
        }
        return words;
    }

    /** What the pieces of one word say together. */
    private float[] row(float[][] probabilities, int from, int to) {
        return switch (aggregation) {
            case SIMPLE, FIRST -> probabilities[from];
            case MAX -> {
                float[] surest = probabilities[from];
                for (int i = from + 1; i < to; i++) {
                    surest =
                            probabilities[i][best(probabilities[i])] > surest[best(surest)] ? probabilities[i] : surest;
                }
                yield surest;
            }
            case AVERAGE -> {
                float[] mean = new float[tags.size()];
                for (int i = from; i < to; i++) {
                    for (int tag = 0; tag < mean.length; tag++) {
                        mean[tag] += probabilities[i][tag] / (to - from);
                    }
                }
                yield mean;
            }
        };
    }

    private static int best(float[] row) {
        int best = 0;
        for (int i = 1; i < row.length; i++) {
            best = row[i] > row[best] ? i : best;
        }
        return best;
    }

    /** A mention without white space at its ends and without a line break inside: one that would have it is two. */
    private static void add(String text, int start, int end, Tag tag, double sum, int count, List<Finding> found) {
        if (tag.isOutside()) {
            return;
        }
        int from = start;
        for (int at = start; at <= end; at++) {
            if (at == end || text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                addTrimmed(text, from, at, tag, sum / count, found);
                from = at + 1;
            }
        }
    }

    private static void addTrimmed(String text, int from, int to, Tag tag, double score, List<Finding> found) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            Label label = tag.label().orElseThrow();
            found.add(new Finding(
                    new Mention(start, end, label),
                    Math.min(1, score),
                    Evidence.of("onnx", label.name().toLowerCase(Locale.ROOT))));
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
