package io.understudy.eval.view;

import io.understudy.core.AnnotatedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines cut into numbered tokens.
 *
 * @param lines for each line its tokens, as the numbers of a {@link Numbering}
 */
public record TokenLines(List<int[]> lines) {

    private static final int CHUNK = 4096;

    /** Numbers of its own. */
    public static TokenLines of(List<AnnotatedText> lines, Tokens tokens) {
        return of(lines, tokens, new Numbering());
    }

    /** @param vocabulary gives the numbers, so that corpora cut with one vocabulary can be compared */
    public static TokenLines of(List<AnnotatedText> lines, Tokens tokens, Numbering vocabulary) {
        List<int[]> cut = new ArrayList<>(lines.size());
        // Cutting is the slow part and each line stands alone; numbers are given in the order of the lines.
        for (int from = 0; from < lines.size(); from += CHUNK) {
            lines.subList(from, Math.min(lines.size(), from + CHUNK)).parallelStream()
                    .map(tokens::of)
                    .toList()
                    .forEach(hashes -> cut.add(
                            Arrays.stream(hashes).mapToInt(vocabulary::number).toArray()));
        }
        return new TokenLines(cut);
    }

    public int size() {
        return lines.size();
    }

    /** How many tokens all lines have. */
    public long tokens() {
        return lines.stream().mapToLong(line -> line.length).sum();
    }

    /** The first lines, cut where they have so many tokens. */
    public TokenLines first(int tokens) {
        List<int[]> some = new ArrayList<>();
        int left = tokens;
        for (int[] line : lines) {
            if (left == 0) {
                break;
            }
            some.add(line.length <= left ? line : Arrays.copyOf(line, left));
            left -= Math.min(left, line.length);
        }
        return new TokenLines(some);
    }

    /** The tokens of all lines, one after the other. */
    public int[] joined() {
        return lines.stream().flatMapToInt(Arrays::stream).toArray();
    }
}
