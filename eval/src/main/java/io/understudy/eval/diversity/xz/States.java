package io.understudy.eval.diversity.xz;

/** The twelve states of an LZMA coder: what its last few symbols were. */
final class States {

    static final int COUNT = 12;
    /** Positions of the text that are told apart: their last two bits. */
    static final int POSITIONS = 4;

    /** The first state after something else than a literal. */
    private static final int NO_LITERAL = 7;

    private States() {}

    static boolean afterLiteral(int state) {
        return state < NO_LITERAL;
    }

    static int literal(int state) {
        return state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    }

    static int match(int state) {
        return afterLiteral(state) ? 7 : 10;
    }

    static int repeat(int state) {
        return afterLiteral(state) ? 8 : 11;
    }

    static int shortRepeat(int state) {
        return afterLiteral(state) ? 9 : 11;
    }
}
