package io.understudy.generator.constraint;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.Segment;
import io.understudy.core.Template;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Spelling;

/** The form that an answer must have. Thread-safe. */
public final class Constraint {

    private final Automaton automaton;
    private final int least;
    private final int most;

    private Constraint(Automaton automaton, int least, int most) {
        this.automaton = automaton;
        this.least = least;
        this.most = most;
    }

    /** As {@link #slots(Template, Forbidden)}, nothing forbidden. */
    public static Constraint slots(Template template) {
        return slots(template, Forbidden.NOTHING);
    }

    /**
     * One line that holds each slot of the template exactly once, written {@code {PERSON_1}}, in any order, between
     * words and not glued to their letters; no other brace, no backslash, no control character, no two spaces side by
     * side and none at the ends. Signs of markup, {@value #MARKUP}, stand only where the template has them in its
     * words. A slot that the template repeats counts once.
     *
     * @param forbidden what must not stand between the slots
     */
    public static Constraint slots(Template template, Forbidden forbidden) {
        return new Constraint(
                new SlotAutomaton(template.distinctSlots().keySet(), foreign(template), forbidden),
                0,
                Integer.MAX_VALUE);
    }

    static final String MARKUP = "|_<>*#`~^[]=";

    /**
     * Signs of markup that the template does not have: a model that may not write a slot of its own likes to write
     * these.
     */
    public static String foreign(Template template) {
        StringBuilder words = new StringBuilder();
        for (Segment segment : template.segments()) {
            if (segment instanceof Segment.Literal literal) {
                words.append(literal.text());
            }
        }
        StringBuilder foreign = new StringBuilder();
        for (int i = 0; i < MARKUP.length(); i++) {
            if (words.indexOf(MARKUP.substring(i, i + 1)) < 0) {
                foreign.append(MARKUP.charAt(i));
            }
        }
        return foreign.toString();
    }

    /**
     * A text that the expression matches as a whole.
     *
     * @throws IllegalArgumentException if the expression cannot be read, or uses what no automaton can follow
     */
    public static Constraint regex(String expression) {
        return new Constraint(new RegexAutomaton(Regex.parse(expression)), 0, Integer.MAX_VALUE);
    }

    /**
     * JSON that the schema accepts, its keys in the order of the schema.
     *
     * @throws IllegalArgumentException if the schema uses what is not known here
     */
    public static Constraint jsonSchema(JsonNode schema) {
        return new Constraint(new RegexAutomaton(JsonSchemas.pattern(schema)), 0, Integer.MAX_VALUE);
    }

    /** Any JSON object of a few levels. */
    public static Constraint json() {
        return new Constraint(new RegexAutomaton(JsonSchemas.anyObject()), 0, Integer.MAX_VALUE);
    }

    /**
     * A text that the grammar spells: any of its intents. Named choices and articles are followed more freely than the
     * grammar means them; {@link io.understudy.templates.grammar.language.Utterances#ranks} tells whether a text is one
     * of it.
     *
     * @throws IllegalArgumentException if the grammar has parts that are invented later, or says too much
     */
    public static Constraint grammar(Language language) {
        return new Constraint(new GrammarAutomaton(new Spelling(language.intents())), 0, Integer.MAX_VALUE);
    }

    /**
     * The same, of a length in bytes of UTF-8. Where the form ends earlier than the least length, so does the answer.
     *
     * @throws IllegalArgumentException if no accepted text is that short
     */
    public Constraint within(int leastBytes, int mostBytes) {
        if (leastBytes < 0 || mostBytes < Math.max(leastBytes, automaton.distance(automaton.start()))) {
            throw new IllegalArgumentException("length is " + leastBytes + " to " + mostBytes
                    + " bytes; the shortest text is " + automaton.distance(automaton.start()));
        }
        return new Constraint(automaton, leastBytes, mostBytes);
    }

    /** Whether a whole text has the form; its length is not looked at. */
    public boolean accepts(String text) {
        int state = automaton.start();
        for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            state = automaton.next(state, b & 0xff);
            if (state == Automaton.DEAD) {
                return false;
            }
        }
        return automaton.accepts(state);
    }

    /** The fewest bytes of a text that has the form. */
    public int shortest() {
        return automaton.distance(automaton.start());
    }

    Automaton automaton() {
        return automaton;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }
}
