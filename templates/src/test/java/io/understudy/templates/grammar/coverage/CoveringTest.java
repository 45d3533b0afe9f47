package io.understudy.templates.grammar.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Provenance;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.language.Choices;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Utterances;
import io.understudy.templates.grammar.text.GrammarReader;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CoveringTest {

    private static Utterances intent(String... lines) throws IOException {
        return Language.of(grammar(lines)).intents().get(0);
    }

    private static Grammar grammar(String... lines) throws IOException {
        return GrammarReader.read("g", "intent i\n  " + String.join("\n", lines) + "\n");
    }

    @Test
    void pairs_need_as_many_lines_as_the_product_of_the_two_largest_choices() throws IOException {
        // 4 times 3 pairs that exclude each other; the others fit in beside them. The line itself goes with all nine.
        Covering pairs = Covering.of(intent("(a|b|c|d) (1|2|3) (x|y)"), 2, 1);
        assertThat(pairs.tuples()).isEqualTo(4 * 3 + 4 * 2 + 3 * 2 + 9);
        assertThat(pairs.least()).isEqualTo(12);
        assertThat(pairs.ranks()).hasSize(12);
    }

    @Test
    void an_optional_part_is_there_once_and_left_out_once() throws IOException {
        Covering each = Covering.of(intent("go [now]"), 1, 1);
        assertThat(each.ranks()).hasSize(2);
        assertThat(each.least()).isEqualTo(2);
    }

    @Test
    void what_excludes_each_other_makes_no_pair_and_raises_the_bound() throws IOException {
        // In front of the colon 3 + 2 options exclude each other, behind it 2: 5 times 2 lines.
        Covering pairs = Covering.of(intent("(<p>|<q>): (x|y)", "alias p", "  (a|b|c)", "alias q", "  (d|e)"), 2, 1);
        assertThat(pairs.least()).isEqualTo(10);
        assertThat(pairs.ranks()).hasSize(10);
    }

    @Test
    void a_choice_that_is_made_twice_counts_as_two() throws IOException {
        Utterances twice =
                intent("from <t> to <t>", "alias t", "  (<h>|<h>:<m>)", "alias h", "  (1|2)", "alias m", "  (3|4|5)");
        Covering pairs = Covering.of(twice, 2, 1);
        // The minutes of one time with those of the other: 9 of them, though each time may have none.
        assertThat(pairs.least()).isGreaterThanOrEqualTo(9);
        Set<String> minutes = pairs.ranks().stream()
                .map(rank -> twice.utterance(rank).text().text().replaceAll("[^:0-9]*[12](:([345]))?", "$2"))
                .filter(found -> found.length() == 2)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(minutes).containsExactly("33", "34", "35", "43", "44", "45", "53", "54", "55");
    }

    @Test
    void more_pairs_than_can_be_looked_at_are_refused() throws IOException {
        String all = "(" + "w|".repeat(2100) + "w)";
        assertThatThrownBy(() -> Covering.of(intent(all + " " + all), 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the intent 'i' has more than 4,194,304 pairs of alternatives; expected fewer, for each is"
                        + " looked at; a weaker --cover has fewer");
    }

    @Test
    void the_report_of_a_covering_is_full_and_without_a_line_it_is_not() throws IOException {
        Grammar grammar = grammar("(a|b|c) [very] (1|2)", "  another");
        Language language = Language.of(grammar);
        Utterances utterances = language.intents().get(0);
        Covering covering = Covering.of(utterances, 2, 1);
        Coverage full = new Coverage(grammar, language, 2);
        Coverage less = new Coverage(grammar, language, 2);
        for (BigInteger rank : covering.ranks()) {
            Example example = example(utterances.utterance(rank).text());
            full.add(example);
            if (!rank.equals(covering.ranks().get(0))) {
                less.add(example);
            }
        }
        assertThat(full.shares())
                .containsExactly(new Coverage.Share("i", covering.tuples(), Optional.of(covering.tuples())));
        assertThat(less.shares().get(0).met()).isLessThan(covering.tuples());
        assertThat(full.positions()).isEmpty();
    }

    private static Example example(AnnotatedText text) {
        return new Example("1", Optional.of("i"), text, new Provenance.Original("c", 1));
    }

    @Test
    void numbers_and_entries_are_no_options() throws IOException {
        assertThat(Choices.of(intent("call <1..100000>")).orElseThrow().size()).isEqualTo(1);
    }
}
