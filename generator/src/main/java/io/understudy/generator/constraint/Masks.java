package io.understudy.generator.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tokens go on from a state, worked out once for each. Most states differ from others only in where a few first
 * bytes lead: what follows a first byte is shared between all states that meet behind it, so that a new state costs
 * microseconds. Thread-safe.
 */
public final class Masks {

    /** A mask is a bit for each token: 6 KB for 49,152. */
    private static final int MOST = 1024;

    private static final int RECENT = 13;

    private final Tokens tokens;
    private final Automaton automaton;
    private final Map<Integer, Mask> masks = new HashMap<>();
    private final Map<Integer, Mask> hurried = new HashMap<>();
    private final Map<Integer, Integer> steps = new HashMap<>();
    /** By first byte and the state behind it. */
    private final Map<Long, Part> parts = new HashMap<>();

    /** The last steps and distances asked for, by hash: a walk over all tokens asks for few, thousands of times. */
    private final long[] askedSteps = new long[1 << RECENT];

    private final int[] stepsTo = new int[1 << RECENT];
    private final long[] askedDistances = new long[1 << RECENT];
    private final int[] distances = new int[1 << RECENT];

    public Masks(Tokens tokens, Constraint constraint) {
        this.tokens = tokens;
        this.automaton = constraint.automaton();
    }

    /**
     * @param set the tokens
     * @param ends the same and the ends
     * @param farthest bytes to an accepted text behind the worst of these
     * @param longest the same, the token's own bytes counted
     */
    record Mask(TokenSet set, TokenSet ends, int farthest, int longest) {}

    /** The tokens behind one first byte, in words of the whole set. */
    private static final class Part {
        private long[] words = {};
        private int firstWord;
        private int farthest;
        private int longest;
    }

    private int next(int state, int b) {
        long key = ((long) state << 8 | b) + 1;
        int at = place(key);
        if (askedSteps[at] != key) {
            askedSteps[at] = key;
            stepsTo[at] = automaton.next(state, b);
        }
        return stepsTo[at];
    }

    private int distance(int state) {
        long key = state + 1L;
        int at = place(key);
        if (askedDistances[at] != key) {
            askedDistances[at] = key;
            distances[at] = automaton.distance(state);
        }
        return distances[at];
    }

    private static int place(long key) {
        return (int) ((key * 0x9e3779b97f4a7c15L) >>> (64 - RECENT));
    }

    /** What a walk finds. */
    private final class Walk {
        private final long[] bits = new long[tokens.words()];
        /** States farther from acceptance than this, in bytes, are left out. */
        private final int reach;
        /** Those farther in tokens. */
        private final int reachTokens;
        /** Those farther in bytes, the token's own counted. */
        private final int reachBytes;

        private int farthest;
        private int longest;
        private int nearest = Integer.MAX_VALUE;
        private int nearestState = Automaton.DEAD;

        Walk(int reach, int reachTokens, int reachBytes) {
            this.reach = reach;
            this.reachTokens = reachTokens;
            this.reachBytes = reachBytes;
        }

        /** Tokens from {@code from} to {@code to} share {@code depth} bytes, which lead to {@code state}. */
        void from(int from, int to, int depth, int state) {
            int place = from;
            while (place < to && tokens.bytes(place).length == depth) {
                take(place, depth, state);
                place++;
            }
            while (place < to) {
                int end = tokens.other(place, to, depth);
                int next = next(state, tokens.bytes(place)[depth] & 0xff);
                if (next != Automaton.DEAD && (reach == Integer.MAX_VALUE || distance(next) <= reach + 1)) {
                    from(place, end, depth + 1, next);
                }
                place = end;
            }
        }

        private void take(int place, int depth, int state) {
            int distance = distance(state);
            if (distance > reach
                    || distance > reachBytes - depth
                    || (distance > reachTokens && steps(state) > reachTokens)) {
                return;
            }
            bits[place >> 6] |= 1L << place;
            farthest = Math.max(farthest, distance);
            longest = Math.max(longest, distance + depth);
            if (distance < nearest) {
                nearest = distance;
                nearestState = state;
            }
        }

        Mask mask() {
            return new Mask(tokens.set(bits), tokens.withEnds(bits), farthest, longest);
        }
    }

    private static final int ANY = Integer.MAX_VALUE;

    /**
     * Tokens that are enough to come to an accepted text: those of the way on which each comes as near as it can. A
     * byte is a token of its own in most vocabularies, so that there is such a way.
     */
    synchronized int steps(int state) {
        List<Integer> way = new ArrayList<>();
        int at = state;
        int more = 0;
        while (!automaton.accepts(at)) {
            Integer known = steps.get(at);
            if (known != null) {
                more = known;
                break;
            }
            way.add(at);
            Walk walk = new Walk(distance(at) - 1, ANY, ANY);
            walk.from(0, tokens.said(), 0, at);
            if (walk.nearestState == Automaton.DEAD) {
                more = distance(at);
                break;
            }
            at = walk.nearestState;
        }
        for (int i = way.size() - 1; i >= 0; i--) {
            more++;
            steps.put(way.get(i), more);
        }
        return steps.getOrDefault(state, 0);
    }

    Automaton automaton() {
        return automaton;
    }

    synchronized Mask of(int state) {
        Mask known = masks.get(state);
        if (known == null) {
            if (masks.size() == MOST) {
                masks.clear();
                parts.clear();
            }
            known = make(state);
            masks.put(state, known);
        }
        return known;
    }

    private Mask make(int state) {
        Walk whole = new Walk(ANY, ANY, ANY);
        int place = 0;
        while (place < tokens.said()) {
            int end = tokens.other(place, tokens.said(), 0);
            int b = tokens.bytes(place)[0] & 0xff;
            int next = next(state, b);
            if (next != Automaton.DEAD) {
                Part part = part(place, end, b, next);
                for (int i = 0; i < part.words.length; i++) {
                    whole.bits[part.firstWord + i] |= part.words[i];
                }
                whole.farthest = Math.max(whole.farthest, part.farthest);
                whole.longest = Math.max(whole.longest, part.longest);
            }
            place = end;
        }
        return whole.mask();
    }

    private Part part(int from, int to, int b, int state) {
        long key = ((long) state << 8) | b;
        Part known = parts.get(key);
        if (known == null) {
            Walk walk = new Walk(ANY, ANY, ANY);
            walk.from(from, to, 1, state);
            known = new Part();
            known.firstWord = from >> 6;
            known.words = Arrays.copyOfRange(walk.bits, from >> 6, ((to - 1) >> 6) + 1);
            known.farthest = walk.farthest;
            known.longest = walk.longest;
            parts.put(key, known);
        }
        return known;
    }

    /** Only tokens that come nearer to an end. */
    synchronized Mask hurried(int state) {
        Mask known = hurried.get(state);
        if (known == null) {
            if (hurried.size() == MOST) {
                hurried.clear();
            }
            Walk walk = new Walk(distance(state) - 1, ANY, ANY);
            walk.from(0, tokens.said(), 0, state);
            known = walk.mask();
            hurried.put(state, known);
        }
        return known;
    }

    /** Only tokens behind which an end is within reach; looked up anew each time. */
    synchronized Mask within(int state, int tokensLeft, int bytesLeft) {
        Walk walk = new Walk(ANY, tokensLeft - 1, bytesLeft);
        walk.from(0, tokens.said(), 0, state);
        return walk.mask();
    }
}
