package io.understudy.ner.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.Arrays;

/** A text in word pieces, special ones at the ends apart. */
final class Encoded {

    /** Special ids before a text, such as {@code [CLS]}. */
    final long[] prefix;

    /** [pieces] */
    final long[] ids;

    /** [pieces], UTF-16 units in the text. */
    final int[] starts;

    /** [pieces], UTF-16 units in the text, exclusive. */
    final int[] ends;

    /** [pieces], the same number for neighbours of one word. */
    final long[] words;

    /** Special ids after a text, such as {@code [SEP]}. */
    final long[] suffix;

    Encoded(long[] prefix, long[] ids, int[] starts, int[] ends, long[] words, long[] suffix) {
        this.prefix = prefix;
        this.ids = ids;
        this.starts = starts;
        this.ends = ends;
        this.words = words;
        this.suffix = suffix;
    }

    static Encoded of(String text, Encoding encoding) {
        long[] all = encoding.getIds();
        long[] special = encoding.getSpecialTokenMask();
        CharSpan[] spans = encoding.getCharTokenSpans();
        long[] word = encoding.getWordIds();
        int from = 0;
        int to = all.length;
        while (from < to && special[from] == 1) {
            from++;
        }
        while (to > from && special[to - 1] == 1) {
            to--;
        }
        int[] starts = new int[to - from];
        int[] ends = new int[to - from];
        long[] words = new long[to - from];
        Utf16 offsets = new Utf16(text);
        for (int i = 0; i < to - from; i++) {
            // A token that the text itself spells as a special one, such as "[SEP]", has no span and no word.
            CharSpan span = spans[from + i];
            int start = span == null ? (i == 0 ? 0 : ends[i - 1]) : offsets.of(span.getStart());
            starts[i] = start;
            ends[i] = span == null ? start : Math.max(start, offsets.of(span.getEnd()));
            words[i] = word[from + i] < 0 ? -1 - i : word[from + i];
        }
        return new Encoded(
                Arrays.copyOf(all, from),
                Arrays.copyOfRange(all, from, to),
                starts,
                ends,
                words,
                Arrays.copyOfRange(all, to, all.length));
    }

    int pieces() {
        return ids.length;
    }

    /** Turns code points into UTF-16 units; quick where the next question lies near the last one. */
    private static final class Utf16 {
        private final String text;
        private int codePoint;
        private int unit;

        Utf16(String text) {
            this.text = text;
        }

        int of(int wanted) {
            unit = text.offsetByCodePoints(unit, wanted - codePoint);
            codePoint = wanted;
            return unit;
        }
    }
}
