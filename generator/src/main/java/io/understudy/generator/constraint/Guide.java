package io.understudy.generator.constraint;

/** Follows one answer. Not thread-safe. */
public final class Guide {

    /** Tokens that a way to the end may be longer than its bytes tell. */
    private static final int MARGIN = 4;

    private final Masks masks;
    private final Automaton automaton;
    private final int least;
    private final int most;
    private int state;
    private int bytes;
    private boolean hurries;

    /** @param masks of the same constraint */
    public Guide(Masks masks, Constraint constraint) {
        this.masks = masks;
        this.automaton = masks.automaton();
        this.least = constraint.least();
        this.most = constraint.most();
        this.state = automaton.start();
    }

    /**
     * The tokens that may come next, those that end the answer among them where it may end. Whatever is chosen, an
     * accepted answer can be reached in what is left; empty only if none could be from the start.
     *
     * @param tokensLeft tokens that may still be said
     */
    public TokenSet allowed(int tokensLeft) {
        int bytesLeft = most - bytes;
        boolean mayEnd = mayEnd();
        Masks.Mask mask = hurries && !mayEnd ? masks.hurried(state) : masks.of(state);
        if (mask.set().isEmpty() && hurries) {
            mask = masks.of(state);
        }
        if (isNarrow(mask, tokensLeft) || bytesLeft < mask.longest()) {
            mask = masks.within(state, tokensLeft, bytesLeft);
        }
        boolean nothingElse = mask.set().isEmpty() && automaton.accepts(state);
        return mayEnd || nothingElse ? mask.ends() : mask.set();
    }

    /** Whether one of these tokens could lead too far from an end. */
    private boolean isNarrow(Masks.Mask mask, int tokensLeft) {
        if (tokensLeft > mask.farthest()) {
            return false;
        }
        int rise = Math.max(0, mask.farthest() - automaton.distance(state));
        return tokensLeft <= masks.steps(state) + rise + MARGIN;
    }

    /** Whether the answer may end here. */
    public boolean mayEnd() {
        return automaton.accepts(state) && bytes >= least;
    }

    /** Whether the text so far is accepted. */
    public boolean isAccepted() {
        return automaton.accepts(state);
    }

    /** The model would have ended here: from now on each token comes nearer to an end. */
    public void hurry() {
        hurries = true;
    }

    /** @param token one of those allowed */
    public void advance(byte[] token) {
        for (byte b : token) {
            state = state == Automaton.DEAD ? state : automaton.next(state, b & 0xff);
        }
        bytes += token.length;
        if (state == Automaton.DEAD) {
            throw new IllegalArgumentException("a token was chosen that is not allowed");
        }
    }
}
