package io.understudy.templates.foreign;

import io.understudy.templates.grammar.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Chatette files say, before names are looked up. */
final class ChatetteSyntax {

    private ChatetteSyntax() {}

    /** What a unit is found by. */
    record Name(Kind kind, String text) {

        // As a record has them; written, they need not be linked, which is felt at every start.
        @Override
        public boolean equals(Object other) {
            return other instanceof Name name && kind == name.kind && text.equals(name.text);
        }

        @Override
        public int hashCode() {
            return kind.hashCode() * 31 + text.hashCode();
        }

        @Override
        public String toString() {
            return kind.sign + "[" + text + "]";
        }
    }

    /**
     * The line that declares a unit or one of its variations.
     *
     * @param cased whether it begins with {@code &}
     * @param argument what follows {@code $}
     * @param annotation what stands between parentheses; a single value has the key ""
     */
    record Head(
            Name name,
            boolean cased,
            Optional<String> variation,
            Optional<String> argument,
            Map<String, String> annotation,
            Position at) {}

    /** All variations of one name; the first declaration says what holds for all, as in the tool. */
    static final class Unit {
        final Head head;
        final Map<Optional<String>, List<Rule>> variations = new LinkedHashMap<>();

        Unit(Head head) {
            this.head = head;
        }

        Name name() {
            return head.name();
        }

        List<Rule> rules() {
            List<Rule> rules = new ArrayList<>();
            variations.values().forEach(rules::addAll);
            return rules;
        }
    }

    /** @param value what follows {@code =} in a slot */
    record Rule(List<Part> parts, Optional<String> value, Position at) {}

    /** What stands in a rule. {@code gap}: whether there is white space before it. */
    sealed interface Part permits Words, Group, Reference {

        boolean gap();

        Position at();
    }

    /** Words with nothing else between them; each gap is one space. */
    record Words(String text, boolean gap, Position at) implements Part {}

    /**
     * {@code [a|b]}.
     *
     * @param written what stands between the brackets
     */
    record Group(List<Rule> rules, boolean cased, Optional<Chance> chance, String written, boolean gap, Position at)
            implements Part {}

    record Reference(
            Name name,
            Optional<String> variation,
            Optional<String> argument,
            boolean cased,
            Optional<Chance> chance,
            boolean gap,
            Position at)
            implements Part {}

    /**
     * {@code ?coin/60}.
     *
     * @param coin empty: a toss of its own
     * @param opposite there if the coin shows the other side
     * @param percent how often the coin says yes
     */
    record Chance(String coin, boolean opposite, int percent) {}
}
