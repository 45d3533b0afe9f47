package io.understudy.core.format;

import io.understudy.core.Mention;
import java.util.ArrayList;
import java.util.List;

/**
 * Tokens that give the text back exactly, as spaCy has them: the tokens of {@link Tokens}, each with or without one
 * space after it, and whatever other white space there is as tokens of its own. No mention moves: a space that ends one
 * is a token in it.
 */
public final class SpacedTokens {

    /**
     * @param start UTF-16 offset
     * @param end UTF-16 offset, the space after it not counted
     * @param space whether a space follows that belongs to it
     * @param mention index of the mention that it is a token of, or {@link Tokens#OUTSIDE}
     * @param first whether it is the first token of that mention
     * @param last whether it is the last one
     */
    public record Piece(int start, int end, boolean space, int mention, boolean first, boolean last) {}

    private final String text;
    private final List<Mention> mentions;
    private final List<Piece> pieces = new ArrayList<>();
    private int current;

    private SpacedTokens(String text, List<Mention> mentions) {
        this.text = text;
        this.mentions = mentions;
    }

    /** @param tokens of this text, cut at the ends of these mentions */
    public static List<Piece> of(String text, List<Mention> mentions, Tokens tokens) {
        SpacedTokens spaced = new SpacedTokens(text, mentions);
        int at = 0;
        for (Tokens.Token token : tokens.tokens()) {
            spaced.gap(at, token.start());
            spaced.add(token.start(), token.end());
            at = token.end();
        }
        spaced.gap(at, text.length());
        return spaced.pieces;
    }

    /** The tag of a piece: BILUO. */
    public static String tag(Piece piece, List<Mention> mentions) {
        if (piece.mention == Tokens.OUTSIDE) {
            return "O";
        }
        char position = piece.first ? (piece.last ? 'U' : 'B') : piece.last ? 'L' : 'I';
        return position + "-" + mentions.get(piece.mention).label().name();
    }

    /** White space, cut at the ends of mentions. */
    private void gap(int from, int to) {
        int at = from;
        while (at < to) {
            int mention = mentionAt(at);
            int end = to;
            if (mention != Tokens.OUTSIDE) {
                end = Math.min(to, mentions.get(mention).end());
            } else if (current < mentions.size()) {
                end = Math.min(to, mentions.get(current).start());
            }
            white(at, end, mention);
            at = end;
        }
    }

    private void white(int from, int to, int mention) {
        int at = from;
        if (text.charAt(at) == ' ' && !pieces.isEmpty()) {
            Piece before = pieces.get(pieces.size() - 1);
            boolean goesOn = mention != Tokens.OUTSIDE
                    && before.mention == mention
                    && mentions.get(mention).end() > at + 1;
            if (mention == Tokens.OUTSIDE || goesOn) {
                pieces.set(
                        pieces.size() - 1,
                        new Piece(before.start, before.end, true, before.mention, before.first, before.last));
                at++;
            }
        }
        if (at < to) {
            add(at, to);
        }
    }

    private void add(int start, int end) {
        int mention = mentionAt(start);
        boolean inside = mention != Tokens.OUTSIDE;
        boolean first = inside && (pieces.isEmpty() || pieces.get(pieces.size() - 1).mention != mention);
        boolean last = inside && mentions.get(mention).end() == end;
        pieces.add(new Piece(start, end, false, mention, first, last));
    }

    /** The mention that this offset lies in; offsets are asked for in rising order. */
    private int mentionAt(int offset) {
        while (current < mentions.size() && mentions.get(current).end() <= offset) {
            current++;
        }
        return current < mentions.size() && mentions.get(current).start() <= offset ? current : Tokens.OUTSIDE;
    }
}
