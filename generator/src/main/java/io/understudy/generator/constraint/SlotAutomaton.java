package io.understudy.generator.constraint;

import io.understudy.core.text.Normalization;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One line with each slot exactly once; see {@link Constraint#slots(io.understudy.core.Template, Forbidden)}. */
final class SlotAutomaton implements Automaton {

    private static final int MOST_SLOTS = 62;

    /** What stands before. */
    private enum Last {
        /** A space, or nothing. */
        SPACE,
        /** An ASCII letter or digit: a slot is not glued to it. */
        WORD,
        SLOT,
        OTHER
    }

    /**
     * @param used slots that were said, a bit each
     * @param name node of the names' tree while a slot is said; -1 between slots
     * @param bound whether the forbidden surfaces were told of a boundary last
     * @param surface node of the forbidden surfaces
     * @param part bits of a character that is not whole
     * @param needs bytes that it lacks
     */
    private record State(long used, int name, Last last, boolean bound, int surface, int part, int needs) {}

    /** Names of slots as a tree: which slots lie below a node, which one ends there, and how deep it lies. */
    private static final class Names {
        private final List<Map<Integer, Integer>> children = new ArrayList<>();
        private final List<Long> below = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private final List<Integer> depths = new ArrayList<>();

        Names() {
            node(0);
        }

        private int node(int depth) {
            children.add(new HashMap<>());
            below.add(0L);
            ends.add(-1);
            depths.add(depth);
            return children.size() - 1;
        }

        void add(String name, int slot) {
            int at = 0;
            below.set(at, below.get(at) | 1L << slot);
            for (byte b : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                Integer next = children.get(at).get(b & 0xff);
                if (next == null) {
                    next = node(depths.get(at) + 1);
                    children.get(at).put(b & 0xff, next);
                }
                at = next;
                below.set(at, below.get(at) | 1L << slot);
            }
            ends.set(at, slot);
        }
    }

    private final String foreign;
    private final Forbidden forbidden;
    private final Names names = new Names();
    private final int[] lengths;
    private final long all;
    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private final int start;

    /** @param foreign signs that stand nowhere */
    SlotAutomaton(Collection<String> slots, String foreign, Forbidden forbidden) {
        if (slots.size() > MOST_SLOTS) {
            throw new IllegalArgumentException(
                    "a template has " + slots.size() + " slots; at most " + MOST_SLOTS + " can be held to");
        }
        this.foreign = foreign;
        this.forbidden = forbidden;
        this.lengths = new int[slots.size()];
        int slot = 0;
        for (String name : slots) {
            names.add(name, slot);
            lengths[slot++] = name.length() + 2;
        }
        this.all = (1L << slots.size()) - 1;
        this.start = number(new State(0, -1, Last.SPACE, true, fresh(), 0, 0));
    }

    /** Where the forbidden surfaces begin: behind a boundary. */
    private int fresh() {
        return forbidden.next(Forbidden.ROOT, Forbidden.BOUNDARY);
    }

    private synchronized int number(State state) {
        Integer known = numbers.get(state);
        if (known == null) {
            known = states.size();
            states.add(state);
            numbers.put(state, known);
        }
        return known;
    }

    private synchronized State state(int number) {
        return states.get(number);
    }

    @Override
    public int start() {
        return start;
    }

    @Override
    public int next(int number, int b) {
        State state = state(number);
        State next = state.name >= 0 ? inSlot(state, b) : state.needs > 0 ? inCharacter(state, b) : inText(state, b);
        return next == null ? DEAD : number(next);
    }

    private State inSlot(State state, int b) {
        int slot = names.ends.get(state.name);
        if (b == '}') {
            boolean free = slot >= 0 && (state.used & 1L << slot) == 0;
            return free ? new State(state.used | 1L << slot, -1, Last.SLOT, true, fresh(), 0, 0) : null;
        }
        Integer next = names.children.get(state.name).get(b);
        return next == null || (names.below.get(next) & ~state.used) == 0
                ? null
                : new State(state.used, next, Last.OTHER, true, state.surface, 0, 0);
    }

    private State inText(State state, int b) {
        if (b == '{') {
            boolean fits = state.used != all && state.last != Last.WORD && state.last != Last.SLOT;
            return fits ? boundary(state, 0, Last.OTHER) : null;
        }
        if (b < ' ' || b == 0x7f || b == '}' || b == '\\' || (b < 0x80 && foreign.indexOf(b) >= 0)) {
            return null;
        }
        if (b < 0x80) {
            boolean word = Character.isLetterOrDigit(b);
            boolean fits = b == ' ' ? state.last != Last.SPACE : !(word && state.last == Last.SLOT);
            return fits ? said(state, b, b == ' ' ? Last.SPACE : word ? Last.WORD : Last.OTHER) : null;
        }
        // Where a surface would be whole, only what surely makes another word of it may follow.
        if (b < 0xc2 || b > 0xf4 || forbidden.ends(state.surface)) {
            return null;
        }
        int needs = b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : 1;
        int part = b & (needs == 3 ? 0x07 : needs == 2 ? 0x0f : 0x1f);
        return new State(state.used, -1, state.last, state.bound, state.surface, lead(part, needs), needs);
    }

    /** Bits of a character, marked with its length in bytes: a short one and a long one may have the same bits. */
    private static int lead(int part, int needs) {
        return part | needs << 24;
    }

    private State inCharacter(State state, int b) {
        if (b < 0x80 || b > 0xbf) {
            return null;
        }
        int length = state.part >>> 24;
        int part = (state.part & 0xffffff) << 6 | (b & 0x3f);
        int needs = state.needs - 1;
        if (needs == length - 1) {
            // The second byte decides whether the character is too long a form, a surrogate or beyond Unicode.
            boolean wrong = length == 2
                    ? part < 0x20 || (part >= 0x360 && part <= 0x37f)
                    : length == 3 && (part < 0x10 || part > 0x10f);
            if (wrong) {
                return null;
            }
        }
        if (needs > 0) {
            return new State(state.used, -1, state.last, state.bound, state.surface, part | length << 24, needs);
        }
        int type = Character.getType(part);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                ? null
                : said(state, part, Last.OTHER);
    }

    /** A character, told to the forbidden surfaces as the matcher of leaks would see it. */
    private State said(State state, int c, Last last) {
        if (forbidden.isEmpty()) {
            return new State(state.used, -1, last, false, state.surface, 0, 0);
        }
        if (c < 0x80) {
            return Forbidden.isWord(c) ? word(state, Character.toLowerCase(c), last) : boundary(state, -1, last);
        }
        State at = state;
        String normal = Normalization.of(Character.toString(c));
        if (normal.isEmpty() && Character.isSpaceChar(c)) {
            return boundary(at, -1, last);
        }
        for (int i = 0; i < normal.length() && at != null; i += Character.charCount(normal.codePointAt(i))) {
            int each = normal.codePointAt(i);
            at = Forbidden.isWord(each) ? word(at, each, last) : boundary(at, -1, last);
        }
        return at == null ? null : new State(at.used, -1, last, at.bound, at.surface, 0, 0);
    }

    private State word(State state, int c, Last last) {
        int surface = forbidden.next(state.surface, c);
        return new State(state.used, -1, last, false, surface, 0, 0);
    }

    private State boundary(State state, int name, Last last) {
        if (forbidden.ends(state.surface)) {
            return null;
        }
        int surface = state.bound ? state.surface : forbidden.next(state.surface, Forbidden.BOUNDARY);
        return new State(state.used, name, last, true, surface, 0, 0);
    }

    @Override
    public boolean accepts(int number) {
        State state = state(number);
        return state.name < 0
                && state.needs == 0
                && state.used == all
                && state.last != Last.SPACE
                && !forbidden.ends(state.surface);
    }

    @Override
    public int distance(int number) {
        State state = state(number);
        int open = 0;
        int bytes = 0;
        for (int slot = 0; slot < lengths.length; slot++) {
            if ((state.used & 1L << slot) == 0) {
                open++;
                bytes += lengths[slot];
            }
        }
        // A separator between two slots.
        bytes += Math.max(0, open - 1);
        if (state.name >= 0) {
            return bytes - 1 - names.depths.get(state.name);
        }
        int before = state.needs + (forbidden.ends(state.surface) ? 1 : 0);
        boolean glued = state.needs == 0 && (state.last == Last.WORD || state.last == Last.SLOT);
        boolean blank = state.needs == 0 && state.last == Last.SPACE;
        return before + (open > 0 ? bytes + (glued ? 1 : 0) : blank ? 1 : 0);
    }
}
