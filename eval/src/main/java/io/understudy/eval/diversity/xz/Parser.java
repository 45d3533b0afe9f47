package io.understudy.eval.diversity.xz;

import java.util.Arrays;
import org.tukaani.xz.lz.LZEncoder;
import org.tukaani.xz.lz.Matches;

/**
 * Cuts a text into symbols so that they cost little: a shortest path over the next positions, by the model's prices, in
 * the order in which liblzma looks, since where two ways cost the same the first one stays.
 */
final class Parser {

    /** Positions looked at together. */
    static final int WINDOW = 1 << 12;
    /** The longest match that can be written. */
    static final int LONGEST = 273;

    private final LZEncoder text;
    private final Model model;
    private final Node[] nodes = new Node[WINDOW];
    /** Symbols that are decided and not yet taken, the last one first. */
    private final int[] symbols = new int[WINDOW];

    private final int[] lengths = new int[WINDOW];
    private int decided;
    private int symbol;
    private int length;
    /** Bytes that the match finder has passed and no symbol has. */
    private int ahead;

    private Matches matches;
    private int end;

    Parser(LZEncoder text, Model model) {
        this.text = text;
        this.model = model;
        Arrays.setAll(nodes, i -> new Node());
    }

    int symbol() {
        return symbol;
    }

    int length() {
        return length;
    }

    int ahead() {
        return ahead;
    }

    /** Passes the first byte of all, which is always a literal. */
    void passFirst() {
        text.skip(1);
    }

    /** Forgets what is decided; what the match finder has passed counts as written. */
    void reset() {
        decided = 0;
        ahead = 0;
    }

    /** Decides on the next {@link #symbol} and its {@link #length}. */
    void next() {
        if (decided == 0) {
            decide();
        } else {
            decided--;
            symbol = symbols[decided];
            length = lengths[decided];
        }
        ahead -= length;
    }

    private void only(int newSymbol, int newLength) {
        symbol = newSymbol;
        length = newLength;
    }

    private void find() {
        ahead++;
        matches = text.getMatches();
    }

    private void skip(int count) {
        ahead += count;
        text.skip(count);
    }

    private int longest() {
        return matches.count == 0 ? 0 : matches.len[matches.count - 1];
    }

    private void decide() {
        if (ahead == 0) {
            model.renewPrices();
            find();
        }
        if (!begin()) {
            return;
        }
        int at = 1;
        for (; at < end; at++) {
            find();
            if (longest() >= Lengths.NICE) {
                break;
            }
            extend(at, Math.min(text.getAvail(), WINDOW - 1 - at));
        }
        back(at);
    }

    /** The ways that begin here. @return false where there is but one symbol to take, and it is taken */
    private boolean begin() {
        int room = Math.min(text.getAvail(), LONGEST);
        only(Model.LITERAL, 1);
        if (room < 2) {
            return false;
        }
        int[] repeats = model.repeats();
        int[] same = new int[Model.REPEATS];
        int best = 0;
        for (int i = 0; i < Model.REPEATS; i++) {
            int count = text.getMatchLen(repeats[i], room);
            same[i] = count < 2 ? 0 : count;
            best = same[i] > same[best] ? i : best;
        }
        if (same[best] >= Lengths.NICE) {
            skip(same[best] - 1);
            only(best, same[best]);
            return false;
        }
        int longest = longest();
        if (longest >= Lengths.NICE) {
            skip(longest - 1);
            only(matches.dist[matches.count - 1] + Model.REPEATS, longest);
            return false;
        }
        int current = text.getByte(0);
        int match = text.getByte(repeats[0] + 1);
        if (longest < 2 && current != match && same[best] < 2) {
            return false;
        }
        offerFirst(same, same[best], current, match);
        if (end < 2) {
            only(nodes[1].symbol, 1);
            return false;
        }
        return true;
    }

    /** @param same bytes that follow alike at each of the last distances, {@code best} at most */
    private void offerFirst(int[] same, int best, int current, int match) {
        int[] repeats = model.repeats();
        int longest = longest();
        end = Math.max(longest, best);
        int state = model.state();
        int position = text.getPos() & (States.POSITIONS - 1);
        nodes[1].set(model.literalPrice(state, position, current, text.getByte(1), match), 0, Model.LITERAL);
        int anyMatch = model.anyMatchPrice(state, position);
        int anyRepeat = anyMatch + model.anyRepeatPrice(state);
        if (match == current) {
            nodes[1].offer(anyRepeat + model.shortRepeatPrice(state, position), 0, 0);
        }
        nodes[0].state = state;
        System.arraycopy(repeats, 0, nodes[0].repeats, 0, repeats.length);
        for (int i = 2; i <= end; i++) {
            nodes[i].forget();
        }
        for (int i = 0; i < Model.REPEATS; i++) {
            int price = anyRepeat + model.repeatPrice(i, state, position);
            for (int count = same[i]; count >= 2; count--) {
                nodes[count].offer(price + model.repeatLengthPrice(count, position), 0, i);
            }
        }
        int price = anyMatch + model.newPrice(state);
        int i = 0;
        for (int count = Math.max(same[0] + 1, 2); count <= longest; count++) {
            while (count > matches.len[i]) {
                i++;
            }
            int distance = matches.dist[i];
            nodes[count].offer(price + model.matchPrice(distance, count, position), 0, distance + Model.REPEATS);
        }
    }

    /**
     * The ways that go on from a position that was reached.
     *
     * @param room bytes from there on that may be looked at
     */
    private void extend(int at, int room) {
        Node node = nodes[at];
        node.arrive(nodes[node.from], at);
        int state = node.state;
        int current = text.getByte(0);
        int match = text.getByte(node.repeats[0] + 1);
        int place = text.getPos();
        int position = place & (States.POSITIONS - 1);
        int literal = node.price + model.literalPrice(state, position, current, text.getByte(1), match);
        boolean single = false;
        Node next = nodes[at + 1];
        if (literal < next.price) {
            next.set(literal, at, Model.LITERAL);
            single = true;
        }
        int anyMatch = node.price + model.anyMatchPrice(state, position);
        int anyRepeat = anyMatch + model.anyRepeatPrice(state);
        if (match == current && !next.repeatsFromBefore(at)) {
            int price = anyRepeat + model.shortRepeatPrice(state, position);
            if (price <= next.price) {
                next.set(price, at, 0);
                single = true;
            }
        }
        if (room < 2) {
            return;
        }
        if (!single && match != current) {
            int count = text.getMatchLen(1, node.repeats[0], Math.min(room - 1, Lengths.NICE));
            if (count >= 2) {
                reach(at + 1 + count)
                        .offerJoined(literal + repeat0(count, States.literal(state), place + 1), at, Model.LITERAL, 0);
            }
        }
        int start = extendByRepeats(at, room, anyRepeat);
        extendByMatches(at, room, anyMatch, start);
    }

    private Node reach(int position) {
        while (end < position) {
            nodes[++end].forget();
        }
        return nodes[position];
    }

    /** Price of a match at the last distance. */
    private int repeat0(int count, int state, int place) {
        int position = place & (States.POSITIONS - 1);
        return model.anyMatchPrice(state, position)
                + model.anyRepeatPrice(state)
                + model.repeatPrice(0, state, position)
                + model.repeatLengthPrice(count, position);
    }

    /** @return the least length at which other matches are worth a look */
    private int extendByRepeats(int at, int room, int anyRepeat) {
        Node node = nodes[at];
        int position = text.getPos() & (States.POSITIONS - 1);
        int start = 2;
        for (int i = 0; i < Model.REPEATS; i++) {
            int distance = node.repeats[i];
            int longest = text.getMatchLen(distance, Math.min(room, Lengths.NICE));
            if (longest < 2) {
                continue;
            }
            reach(at + longest);
            int price = anyRepeat + model.repeatPrice(i, node.state, position);
            for (int count = longest; count >= 2; count--) {
                nodes[at + count].offer(price + model.repeatLengthPrice(count, position), at, i);
            }
            if (i == 0) {
                start = longest + 1;
            }
            join(
                    at,
                    room,
                    i,
                    distance,
                    longest,
                    price + model.repeatLengthPrice(longest, position),
                    States.repeat(node.state));
        }
        return start;
    }

    private void extendByMatches(int at, int room, int anyMatch, int start) {
        Node node = nodes[at];
        int longest = Math.min(longest(), Math.min(room, Lengths.NICE));
        if (longest < start) {
            return;
        }
        int position = text.getPos() & (States.POSITIONS - 1);
        int normal = anyMatch + model.newPrice(node.state);
        reach(at + longest);
        int i = 0;
        while (start > matches.len[i]) {
            i++;
        }
        for (int count = start; count <= longest; count++) {
            int distance = matches.dist[i];
            int price = normal + model.matchPrice(distance, count, position);
            nodes[at + count].offer(price, at, distance + Model.REPEATS);
            if (count == Math.min(matches.len[i], longest)) {
                join(at, room, distance + Model.REPEATS, distance, count, price, States.match(node.state));
                i++;
            }
        }
    }

    /** A match, then a literal, then a match at the same distance. */
    private void join(int at, int room, int first, int distance, int count, int price, int state) {
        int left = Math.min(room - count - 1, Lengths.NICE);
        int second = left < 2 ? 0 : text.getMatchLen(count + 1, distance, left);
        if (second < 2) {
            return;
        }
        int place = text.getPos() + count;
        int literal = model.literalPrice(
                state,
                place & (States.POSITIONS - 1),
                text.getByte(count, 0),
                text.getByte(count, 1),
                text.getByte(count, distance + 1));
        int whole = price + literal + repeat0(second, States.literal(state), place + 1);
        reach(at + count + 1 + second).offerJoined(whole, at, first, count);
    }

    /** Takes the way to a position: its first symbol now, the others later. */
    private void back(int at) {
        for (int position = at; position > 0; position = nodes[position].from) {
            Node node = nodes[position];
            int count = position - node.from;
            if (node.joined) {
                decided(0, count - node.before - 1);
                decided(Model.LITERAL, 1);
                count = node.before;
            }
            if (count > 0) {
                decided(node.symbol, count);
            }
        }
        decided--;
        only(symbols[decided], lengths[decided]);
    }

    private void decided(int newSymbol, int newLength) {
        symbols[decided] = newSymbol;
        lengths[decided] = newLength;
        decided++;
    }
}
