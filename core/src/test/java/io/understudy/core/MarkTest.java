package io.understudy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.Provenance.Original;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkTest {

    private static final Mark UNIVERSITY = mark(Label.ORGANIZATION, new Span(0, 18));
    private static final Mark TOWN = mark(Label.CITY, new Span(14, 18));
    private static final Mark APART = mark(Label.MISC, new Span(0, 10), new Span(22, 26));
    private static final String TEXT = "University of Oslo in fact";

    @Test
    void theLongerSpanIsTheMentionAndTheOthersAreMarks() {
        Mark.Parted parted = Mark.part(List.of(TOWN, APART, UNIVERSITY, mark(Label.MISC, new Span(19, 21))));
        assertThat(parted.mentions()).extracting(Mention::label).containsExactly(Label.ORGANIZATION, Label.MISC);
        assertThat(parted.marks()).containsExactly(APART, TOWN);
    }

    @Test
    void anExampleGivesAllLabelsBack() {
        Mark.Parted parted = Mark.part(List.of(TOWN, APART, UNIVERSITY));
        Example example = example(new AnnotatedText(TEXT, parted.mentions())).withMarks(parted.marks());
        assertThat(example.labels()).containsExactly(APART, UNIVERSITY, TOWN);
    }

    @Test
    void marksStayWithTheirTextOnly() {
        Example example = example(AnnotatedText.plain(TEXT)).withMarks(List.of(TOWN));
        assertThat(example.withId("y").marks()).containsExactly(TOWN);
        assertThat(example.withAnnotated(AnnotatedText.plain(TEXT)).marks()).containsExactly(TOWN);
        assertThat(example.withAnnotated(AnnotatedText.plain(TEXT + "!")).marks())
                .isEmpty();
    }

    @Test
    void marksKeepToTheText() {
        Example example = example(AnnotatedText.plain("Oslo"));
        assertThatThrownBy(() -> example.withMarks(List.of(TOWN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mention CITY[14,18) ends outside the text, which has 4 UTF-16 units");
        assertThatThrownBy(() -> mark(Label.CITY, new Span(3, 5), new Span(4, 6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the pieces of mark CITY are out of order or overlap");
        assertThatThrownBy(() -> mark(Label.CITY)).hasMessage("a mark without a piece");
    }

    private static Mark mark(Label label, Span... pieces) {
        return new Mark(List.of(pieces), label, Details.NONE);
    }

    private static Example example(AnnotatedText annotated) {
        return new Example("x", Optional.empty(), annotated, new Original("f", 1), Map.of());
    }
}
