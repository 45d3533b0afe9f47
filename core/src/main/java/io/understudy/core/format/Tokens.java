package io.understudy.core.format;

import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import io.understudy.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tokens of an example for formats that label tokens: the words of {@link Words} (UAX 29), and where a mention
 * begins or ends inside a word ("Oslo" in "Oslo's") that word cut there, so that no mention moves. White space has no
 * token.
 *
 * @param tokens in order
 * @param cut how many words were cut
 */
public record Tokens(List<Token> tokens, int cut) {

    /**
     * @param start UTF-16 offset
     * @param end UTF-16 offset
     * @param mention index of the mention that it is a token of, or {@link #OUTSIDE}
     * @param first whether it is the first token of that mention
     * @param last whether it is the last one
     */
    public record Token(int start, int end, int mention, boolean first, boolean last) {
        public boolean isOutside() {
            return mention == OUTSIDE;
        }
    }

    public static final int OUTSIDE = -1;

    /** Tokens that know their mentions. */
    public static Tokens of(String text, List<Mention> mentions) {
        Tokens cut = cutAt(text, mentions.stream().map(Mention::span).toList());
        List<Token> known = new ArrayList<>(cut.tokens);
        int token = 0;
        for (int mention = 0; mention < mentions.size(); mention++) {
            Span span = mentions.get(mention).span();
            while (token < known.size() && known.get(token).start < span.start()) {
                token++;
            }
            int first = token;
            while (token < known.size() && known.get(token).start < span.end()) {
                Token each = known.get(token);
                boolean last = token + 1 == known.size() || known.get(token + 1).start >= span.end();
                known.set(token, new Token(each.start, each.end, mention, token == first, last));
                token++;
            }
        }
        return new Tokens(known, cut.cut);
    }

    /** Tokens cut at the ends of these spans, which may lie over each other; they know no mentions. */
    public static Tokens cutAt(String text, List<Span> spans) {
        int[] bounds = spans.stream()
                .flatMapToInt(span -> IntStream.of(span.start(), span.end()))
                .sorted()
                .distinct()
                .toArray();
        Cutter cutter = new Cutter(bounds);
        Words.forEach(text, cutter);
        return new Tokens(cutter.found, cutter.cut);
    }

    /** The number of the first token that begins at this offset or after it. */
    public int from(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The number of the last token that ends at this offset or before it; -1 where there is none. */
    public int upTo(int offset) {
        int token = from(offset);
        while (token > 0 && (token == tokens.size() || tokens.get(token).end > offset)) {
            token--;
        }
        return token < tokens.size() && tokens.get(token).end <= offset ? token : -1;
    }

    /**
     * Counts what tokens cannot say of an example: white space at the ends of mentions, mentions of nothing else, and
     * words that had to be cut.
     */
    public void count(Example example, Losses losses) {
        countSpaces(example, losses);
        countCuts(losses);
    }

    /** Counts an example with white space at the ends of mentions, or mentions of nothing else. */
    public void countSpaces(Example example, Losses losses) {
        boolean ends = false;
        boolean blank = false;
        for (Mention mention : example.annotated().mentions()) {
            String surface = example.annotated().surface(mention);
            if (Words.isSpace(surface.charAt(0)) || Words.isSpace(surface.charAt(surface.length() - 1))) {
                boolean nothingElse = surface.chars().allMatch(c -> Words.isSpace((char) c));
                blank |= nothingElse;
                ends |= !nothingElse;
            }
        }
        if (ends) {
            losses.count("white space at the ends of spans");
        }
        if (blank) {
            losses.count("spans of white space alone");
        }
    }

    /** Counts an example whose words had to be cut: the tokens are not those of the rule then. */
    public void countCuts(Losses losses) {
        if (cut > 0) {
            losses.count("words cut in two by the ends of spans");
        }
    }

    private static final class Cutter implements Words.Consumer {
        private final int[] bounds;
        private final List<Token> found = new ArrayList<>();
        private int next;
        private int cut;

        Cutter(int[] bounds) {
            this.bounds = bounds;
        }

        @Override
        public void word(int start, int end) {
            int at = start;
            while (next < bounds.length && bounds[next] < end) {
                int bound = bounds[next++];
                if (bound > at) {
                    cut += at == start ? 1 : 0;
                    found.add(new Token(at, bound, OUTSIDE, false, false));
                    at = bound;
                }
            }
            found.add(new Token(at, end, OUTSIDE, false, false));
        }
    }
}
