package io.understudy.eval.diversity;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.view.Masked;
import io.understudy.eval.view.Numbering;
import io.understudy.eval.view.TokenLines;
import io.understudy.eval.view.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines in one view, cut into tokens once for all that is measured of them. What is counted of them is counted when
 * first asked for. Not thread-safe.
 */
final class LineSet {

    /** How a line is looked at. */
    enum View {
        SURFACE,
        MASKED;

        private Tokens tokens() {
            return this == SURFACE ? Tokens.SURFACE : Tokens.MASKED;
        }

        private String text(AnnotatedText line) {
            return this == SURFACE ? line.text() : Masked.text(line);
        }
    }

    private final List<AnnotatedText> lines;
    private final View view;
    private final List<long[]> hashes;
    private Grams grams;
    private TokenLines tokens;
    private byte[] bytes;
    private Carriers carriers;

    private LineSet(List<AnnotatedText> lines, View view, List<long[]> hashes) {
        this.lines = lines;
        this.view = view;
        this.hashes = hashes;
    }

    static LineSet of(List<AnnotatedText> lines, View view) {
        return new LineSet(
                lines, view, lines.parallelStream().map(view.tokens()::of).toList());
    }

    int size() {
        return lines.size();
    }

    /** The lines from {@code from} up to {@code to}, cut already. */
    LineSet between(int from, int to) {
        return from == 0 && to == lines.size()
                ? this
                : new LineSet(lines.subList(from, to), view, hashes.subList(from, to));
    }

    LineSet first(int most) {
        return between(0, Math.min(most, size()));
    }

    /** These lines in another order, or some of them. */
    LineSet in(int[] order) {
        List<AnnotatedText> some = new ArrayList<>(order.length);
        List<long[]> their = new ArrayList<>(order.length);
        for (int at : order) {
            some.add(lines.get(at));
            their.add(hashes.get(at));
        }
        return new LineSet(some, view, their);
    }

    /** Random lines, cut where they have so many tokens. */
    TokenLines drawn(int draw, int most) {
        int[] order = Draws.order(size(), draw);
        int taken = 0;
        for (int left = most; taken < order.length && left > 0; taken++) {
            left -= hashes.get(order[taken]).length;
        }
        return in(Arrays.copyOf(order, taken)).tokens().first(most);
    }

    /** How many tokens all lines have. */
    long tokenCount() {
        return hashes.stream().mapToLong(line -> line.length).sum();
    }

    List<long[]> hashes() {
        return hashes;
    }

    TokenLines tokens() {
        if (tokens == null) {
            Numbering numbers = new Numbering();
            tokens = new TokenLines(hashes.stream()
                    .map(line -> Arrays.stream(line).mapToInt(numbers::number).toArray())
                    .toList());
        }
        return tokens;
    }

    /** n-grams up to five. */
    Grams grams() {
        if (grams == null) {
            grams = Grams.of(tokens(), 5);
        }
        return grams;
    }

    /** The text, as much of it as {@link Compression} looks at. */
    byte[] bytes() {
        if (bytes == null) {
            bytes = Compression.bytes(lines, view::text);
        }
        return bytes;
    }

    Carriers carriers() {
        if (carriers == null) {
            carriers = Carriers.of(lines);
        }
        return carriers;
    }
}
