package io.understudy.eval.diversity.xz;

/** A position, the cheapest way to it that is known, and the state there once the search has reached it. */
final class Node {

    private static final int UNREACHED = 1 << 30;

    int price;
    int from;
    int symbol;
    /** Whether the way ends with a literal and a match at the last distance, which {@link #before} precedes. */
    boolean joined;
    /** Bytes of {@link #symbol} where a way is joined; 0 where it begins with the literal. */
    int before;

    int state;
    final int[] repeats = new int[Model.REPEATS];

    void forget() {
        price = UNREACHED;
    }

    void offer(int newPrice, int newFrom, int newSymbol) {
        if (newPrice < price) {
            set(newPrice, newFrom, newSymbol);
        }
    }

    void set(int newPrice, int newFrom, int newSymbol) {
        price = newPrice;
        from = newFrom;
        symbol = newSymbol;
        joined = false;
    }

    void offerJoined(int newPrice, int newFrom, int newSymbol, int newBefore) {
        if (newPrice < price) {
            set(newPrice, newFrom, newSymbol);
            joined = true;
            before = newBefore;
        }
    }

    /** Whether the way's last symbol is a match at the last distance, from before {@code position}. */
    boolean repeatsFromBefore(int position) {
        return joined || (from < position && symbol == 0);
    }

    /**
     * Takes over state and last distances, by the way that leads here.
     *
     * @param start the position where the way's last symbols begin
     * @param at the place of this position
     */
    void arrive(Node start, int at) {
        boolean bare = symbol == Model.LITERAL;
        state = start.state;
        if (bare) {
            state = States.literal(state);
        } else if (symbol >= Model.REPEATS) {
            state = States.match(state);
        } else {
            boolean single = !joined && from == at - 1;
            state = single ? States.shortRepeat(state) : States.repeat(state);
        }
        if (joined) {
            state = States.repeat(bare ? state : States.literal(state));
        }
        if (bare) {
            System.arraycopy(start.repeats, 0, repeats, 0, repeats.length);
        } else {
            Model.turn(start.repeats, repeats, symbol);
        }
    }
}
