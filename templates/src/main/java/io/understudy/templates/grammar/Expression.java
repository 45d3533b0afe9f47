package io.understudy.templates.grammar;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What may stand in a line of a grammar. Immutable, as written: names are resolved and numbers computed by
 * {@code grammar.language}.
 *
 * <p>White space in text is a gap: however many meet, one space is written, and none at the ends of an utterance. So an
 * optional part that is left out leaves no double space behind.
 */
public sealed interface Expression {

    Position at();

    /** Characters; a run of spaces and tabs is a gap. */
    record Text(String text, Position at) implements Expression {}

    /** One after the other, with nothing between; empty: nothing at all. */
    record Sequence(List<Expression> parts, Position at) implements Expression {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** Exactly one of the alternatives. */
    record Choice(List<Alternative> alternatives, Spread spread, Position at) implements Expression {
        public Choice {
            alternatives = List.copyOf(alternatives);
        }

        public Choice(List<Alternative> alternatives, Position at) {
            this(alternatives, Spread.EVEN, at);
        }
    }

    /** What a weight is multiplied by. */
    enum Spread {
        /** By 1: alternatives of one weight are drawn equally often. */
        EVEN,
        /** By the number of derivations: derivations of one weight are drawn equally often. */
        COUNT
    }

    /**
     * A part that may be left out.
     *
     * @param probability that it is there, above 0 and below 1; where none is given, as likely as not
     */
    record Maybe(Expression body, OptionalDouble probability, Position at) implements Expression {}

    /**
     * A part that is there if a coin shows heads. All parts of an utterance that name one coin share its toss.
     *
     * @param coin its name
     * @param heads false: there if it shows tails
     * @param probability of heads, wherever it is said; all that say one say the same
     */
    record Tossed(String coin, boolean heads, Expression body, OptionalDouble probability, Position at)
            implements Expression {}

    /**
     * What is defined elsewhere: {@code {name}} a slot, {@code <name>} a phrase; or a choice named elsewhere
     * ({@link Named}), of whatever kind.
     *
     * @param variation one variation of it; without one, any
     * @param arguments what its parameters stand for
     */
    record Reference(boolean slot, String name, Optional<String> variation, List<Expression> arguments, Position at)
            implements Expression {
        public Reference {
            arguments = List.copyOf(arguments);
        }

        public static Reference slot(String name, Position at) {
            return new Reference(true, name, Optional.empty(), List.of(), at);
        }

        public static Reference phrase(String name, Position at) {
            return new Reference(false, name, Optional.empty(), List.of(), at);
        }
    }

    /** {@code $name}: what the definition was called with. */
    record Parameter(String name, Position at) implements Expression {}

    /**
     * {@code {slot: body}}: a mention with a body of its own; label, role and group are those of the slot, if defined.
     */
    record Inline(String slot, Expression body, Position at) implements Expression {}

    /**
     * {@code body = value}: the canonical value of the mention around it; the first one met in a mention counts.
     *
     * @param value empty: the surface itself
     */
    record Valued(Expression body, Optional<String> value, Position at) implements Expression {}

    /** Numbers, dates or times from one to another; counted, never listed. */
    record Range(Progression progression, Position at) implements Expression {}

    /** Entries of a file. */
    record Catalogue(Listing listing, Position at) implements Expression {}

    /**
     * A surface that is invented later: {@code guest.name}. All parts of one instance in an utterance agree.
     *
     * @param instance whose; one persona or place of the utterance
     * @param part which of its surfaces
     * @param mention whether it is a mention by itself; otherwise text, or part of the mention around it
     */
    record Open(String instance, Part part, boolean mention, Position at) implements Expression {}

    /**
     * {@code <name = body>}: a choice made once for the whole utterance. It stands here and wherever {@link Reference}s
     * name it.
     */
    record Named(String name, Expression body, Position at) implements Expression {}

    /** {@code ^body}: the first character in upper case. */
    record Capital(Expression body, Position at) implements Expression {}

    /** {@code a/an}, as the word that follows asks. */
    record Article(boolean capital, Position at) implements Expression {}
}
