package io.understudy.templates.grammar.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The derivations of an expression, set apart by what they say of the utterance's named choices and coins. A key has
 * two bits for each: 1 is used, or heads; 2 is tails; 0 is not met. Empty: there is no derivation.
 */
final class Family {

    static final Family EMPTY = new Family(Map.of());

    private static final long HEADS = 0x5555555555555555L;

    /** @param mass how likely this key is, as far as the choices in the node decide it */
    record Member(Node node, double mass) {}

    private final Map<Long, Member> members;

    Family(Map<Long, Member> members) {
        this.members = members;
    }

    static Family of(Node node) {
        return new Family(Map.of(0L, new Member(node, 1)));
    }

    static Family of(long key, Node node) {
        return new Family(Map.of(key, new Member(node, 1)));
    }

    Map<Long, Member> members() {
        return members;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** Whether no named choice and no coin is met. */
    boolean isFree() {
        return members.isEmpty() || (members.size() == 1 && members.containsKey(0L));
    }

    /** The node of a free family that is not empty. */
    Node node() {
        return members.get(0L).node();
    }

    Family map(UnaryOperator<Node> change) {
        Map<Long, Member> changed = new LinkedHashMap<>();
        members.forEach((key, member) -> changed.put(key, new Member(change.apply(member.node()), member.mass())));
        return new Family(changed);
    }

    /** Whether a coin would show both sides. */
    static boolean conflict(long one, long other) {
        long both = one | other;
        return (both & (both >>> 1) & HEADS) != 0;
    }

    static long heads(int variable) {
        return 1L << (2 * variable);
    }

    static long tails(int variable) {
        return 2L << (2 * variable);
    }
}
