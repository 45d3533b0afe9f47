package io.understudy.ner.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Mention;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkerTest {

    @Test
    void aMentionSaysItsEntityAndTheFullestNameOfIt() {
        AnnotatedText linked = Linker.link(
                Markup.read("[Smith](PERSON) of [Oslo](CITY), that is [John Smith](PERSON)"), LinkingTableTest.GENDER);
        assertThat(linked.mentions().stream()
                        .map(mention -> mention.details().entity().orElseThrow()))
                .containsExactly("PERSON_1", "CITY_1", "PERSON_1");
        assertThat(linked.mentions().stream()
                        .map(mention -> mention.details().value().orElseThrow()))
                .containsExactly("John Smith", "Oslo", "John Smith");
    }

    @Test
    void theNearestIsSoughtOverAllLinesOfAScope() {
        List<AnnotatedText> lines = List.of(
                Markup.read("[John Smith](PERSON) came."),
                Markup.read("[Smith](PERSON) sat."),
                Markup.read("[Jane Smith](PERSON) came."),
                Markup.read("nobody"),
                Markup.read("[Smith](PERSON) rose."));
        Linker linker = new Linker();
        lines.forEach(linker::add);
        Links links = linker.link();
        assertThat(links.lines()).isEqualTo(5);
        assertThat(entity(links.apply(1, lines.get(1)))).isEqualTo(entity(links.apply(0, lines.get(0))));
        assertThat(entity(links.apply(4, lines.get(4)))).isEqualTo(entity(links.apply(2, lines.get(2))));
    }

    @Test
    void givenEntitiesStayApartFromWhatLooksAlike() {
        Label person = Label.PERSON;
        Details one = Details.NONE.withEntity("x");
        Details two = Details.NONE.withEntity("y");
        AnnotatedText line = new AnnotatedText(
                "Ada, Ada, Bob",
                List.of(
                        new Mention(new io.understudy.core.Span(0, 3), person, one),
                        new Mention(new io.understudy.core.Span(5, 8), person, two),
                        new Mention(new io.understudy.core.Span(10, 13), person, one)));
        AnnotatedText linked = Linker.link(line, LinkingTableTest.GENDER);
        assertThat(linked.mentions().stream()
                        .map(mention -> mention.details().entity().orElseThrow()))
                .containsExactly("PERSON_1", "PERSON_2", "PERSON_1");
    }

    @Test
    void aLineThatChangedSinceIsRefused() {
        Linker linker = new Linker();
        linker.add(Markup.read("[Ada](PERSON)"));
        assertThatThrownBy(() -> linker.link().apply(0, AnnotatedText.plain("Ada")))
                .hasMessage("line 0 has 0 mentions; expected the 1 that were linked");
    }

    private static String entity(AnnotatedText linked) {
        return linked.mentions().get(0).details().entity().orElseThrow();
    }
}
