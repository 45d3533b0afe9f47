package io.understudy.core.format;

import io.understudy.core.Mention;
import java.util.List;

/** How the tag of a token says where in a mention it stands. */
public enum TagScheme {
    /** B begins, I goes on; IOB2 is the same. */
    BIO,
    /** I begins and goes on; B begins where a mention of the same label ends just before. */
    IOB1,
    /** As BIO, and L ends, U is alone. */
    BILUO,
    /** As BILUO, with E and S. */
    IOBES;

    /** What stands before the label. */
    enum Position {
        B,
        I,
        L,
        U,
        E,
        S
    }

    /** The tag of a token, {@code O} outside of mentions. */
    public String tag(Tokens tokens, int index, List<Mention> mentions) {
        Tokens.Token token = tokens.tokens().get(index);
        return token.isOutside()
                ? "O"
                : position(tokens, index, mentions)
                        + "-"
                        + mentions.get(token.mention()).label().name();
    }

    /** @param index of a token that is in a mention */
    Position position(Tokens tokens, int index, List<Mention> mentions) {
        Tokens.Token token = tokens.tokens().get(index);
        return switch (this) {
            case BIO -> token.first() ? Position.B : Position.I;
            case IOB1 -> token.first() && touches(tokens, index, mentions) ? Position.B : Position.I;
            case BILUO -> position(token, Position.L, Position.U);
            case IOBES -> position(token, Position.E, Position.S);
        };
    }

    private static Position position(Tokens.Token token, Position last, Position alone) {
        return token.first() ? (token.last() ? alone : Position.B) : token.last() ? last : Position.I;
    }

    /** Whether the token before belongs to another mention of the same label. */
    private static boolean touches(Tokens tokens, int index, List<Mention> mentions) {
        if (index == 0 || tokens.tokens().get(index - 1).isOutside()) {
            return false;
        }
        int before = tokens.tokens().get(index - 1).mention();
        int here = tokens.tokens().get(index).mention();
        return mentions.get(before).label().equals(mentions.get(here).label());
    }
}
