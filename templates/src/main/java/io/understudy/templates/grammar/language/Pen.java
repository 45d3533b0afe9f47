package io.understudy.templates.grammar.language;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.text.FirstSound;
import io.understudy.templates.grammar.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes a derivation down. Can be used again after {@link #finish}. Not thread-safe. */
final class Pen implements Sink {

    /** A piece of text between two cuts. */
    private record Cut(int at, Optional<Tag> tag, Optional<Optional<String>> value) {}

    private final Function<Expression.Open, String> surfaces;
    private final StringBuilder text = new StringBuilder();
    private final List<Cut> cuts = new ArrayList<>();
    private final List<Integer> articles = new ArrayList<>();
    private Optional<Tag> tag = Optional.empty();
    private Optional<Optional<String>> value = Optional.empty();
    private boolean begun;
    private boolean gap;
    private boolean capital;

    /** @param surfaces for what is open; none may be empty */
    Pen(Function<Expression.Open, String> surfaces) {
        this.surfaces = surfaces;
    }

    @Override
    public void chars(String characters) {
        if (gap) {
            gap = false;
            if (text.length() > 0) {
                text.append(' ');
            }
        }
        if (tag.isPresent() && !begun) {
            begun = true;
            cut(Optional.empty(), Optional.empty());
        }
        if (capital) {
            capital = false;
            int first = characters.codePointAt(0);
            text.appendCodePoint(Character.toUpperCase(first))
                    .append(characters, Character.charCount(first), characters.length());
        } else {
            text.append(characters);
        }
    }

    @Override
    public void gap() {
        gap = true;
    }

    @Override
    public void article(boolean upper) {
        chars(upper ? "A" : "a");
        // What follows is not known yet.
        articles.add(text.length());
    }

    @Override
    public void open(Expression.Open open) {
        if (open.mention() && tag.isEmpty()) {
            begin(new Tag(open.part().label(), Details.NONE.withEntity(open.instance())));
            chars(surfaces.apply(open));
            end();
        } else {
            chars(surfaces.apply(open));
        }
    }

    @Override
    public void begin(Tag mention) {
        tag = Optional.of(mention);
        value = Optional.empty();
        begun = false;
    }

    @Override
    public void end() {
        if (begun) {
            cut(tag, value);
        }
        tag = Optional.empty();
        begun = false;
    }

    @Override
    public void value(Optional<String> canonical) {
        if (tag.isPresent() && value.isEmpty()) {
            value = Optional.of(canonical);
        }
    }

    @Override
    public void capital(boolean next) {
        capital = next;
    }

    /** The text so far; the pen is ready for another. */
    AnnotatedText finish() {
        cut(Optional.empty(), Optional.empty());
        AnnotatedText.Builder builder = AnnotatedText.builder();
        int from = 0;
        for (Cut cut : cuts) {
            String piece = articles.isEmpty() ? text.substring(from, cut.at()) : agreed(from, cut.at());
            from = cut.at();
            if (cut.tag().isPresent()) {
                Tag mention = cut.tag().get();
                Details details = cut.value().isEmpty()
                        ? mention.details()
                        : mention.details().withValue(cut.value().get().orElse(piece));
                builder.append(piece, mention.label(), details);
            } else {
                builder.append(piece);
            }
        }
        text.setLength(0);
        cuts.clear();
        gap = false;
        capital = false;
        articles.clear();
        return builder.build();
    }

    private void cut(Optional<Tag> mention, Optional<Optional<String>> canonical) {
        cuts.add(new Cut(text.length(), mention, canonical));
    }

    private String agreed(int from, int to) {
        StringBuilder piece = new StringBuilder();
        int at = from;
        for (int article : articles) {
            if (article > from && article <= to) {
                piece.append(text, at, article);
                if (FirstSound.isVowel(text.substring(article).stripLeading())) {
                    piece.append('n');
                }
                at = article;
            }
        }
        return piece.append(text, at, to).toString();
    }
}
