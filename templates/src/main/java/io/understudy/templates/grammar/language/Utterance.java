package io.understudy.templates.grammar.language;

import io.understudy.core.AnnotatedText;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Expression;
import java.util.List;
import java.util.function.Function;

/** A derivation whose open parts may still be filled. */
public final class Utterance {

    private final Recorder told;

    Utterance(Recorder told) {
        this.told = told;
    }

    /** What is to be invented, from left to right; parts of one instance are to agree. */
    public List<Expression.Open> opens() {
        return List.copyOf(told.opens());
    }

    /** The alternatives of the grammar that were chosen; the first is the line of the intent. */
    public List<Alternative> alternatives() {
        return List.copyOf(told.alternatives());
    }

    /** With nothing to invent; where there is something, it says {@code [guest.name]}. */
    public AnnotatedText text() {
        return text(Utterance::shown);
    }

    /** @param surfaces for what is open; none is empty */
    public AnnotatedText text(Function<Expression.Open, String> surfaces) {
        Pen pen = new Pen(surfaces);
        told.tell(pen);
        return pen.finish();
    }

    static String shown(Expression.Open open) {
        return "[" + open.instance() + "." + open.part().name() + "]";
    }
}
