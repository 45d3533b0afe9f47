package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps a derivation, to tell it again. */
final class Recorder implements Sink {

    private final List<Consumer<Sink>> told = new ArrayList<>();
    private final List<Expression.Open> opens = new ArrayList<>();
    private final List<Alternative> alternatives = new ArrayList<>();

    void tell(Sink sink) {
        told.forEach(each -> each.accept(sink));
    }

    List<Expression.Open> opens() {
        return opens;
    }

    List<Alternative> alternatives() {
        return alternatives;
    }

    @Override
    public void chars(String text) {
        told.add(sink -> sink.chars(text));
    }

    @Override
    public void gap() {
        told.add(Sink::gap);
    }

    @Override
    public void article(boolean capital) {
        told.add(sink -> sink.article(capital));
    }

    @Override
    public void open(Expression.Open open) {
        opens.add(open);
        told.add(sink -> sink.open(open));
    }

    @Override
    public void begin(Tag tag) {
        told.add(sink -> sink.begin(tag));
    }

    @Override
    public void end() {
        told.add(Sink::end);
    }

    @Override
    public void value(Optional<String> value) {
        told.add(sink -> sink.value(value));
    }

    @Override
    public void capital(boolean next) {
        told.add(sink -> sink.capital(next));
    }

    @Override
    public void chosen(Alternative alternative) {
        alternatives.add(alternative);
        told.add(sink -> sink.chosen(alternative));
    }
}
