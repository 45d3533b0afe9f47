package io.understudy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.testing.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no mention",
                "[Ada](PERSON) lives in [Oslo](CITY).",
                "[Ada](PERSON)[Byrne](PERSON)",
                "see \\[1\\] and (2)",
                "a\\\\b [c\\]\\nd\\r](X\\)Y)",
            })
    void whatIsReadIsWrittenAgain(String line) {
        assertThat(Markup.write(Markup.read(line))).isEqualTo(line);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (long seed = 1; seed <= 2000; seed++) {
            AnnotatedText annotated = Hostile.annotated(Seeds.random(seed, 0));
            String line = Markup.write(annotated);
            AnnotatedText read = Markup.read(line);
            assertThat(line).as("seed " + seed).doesNotContain("\n").doesNotContain("\r");
            assertThat(read.text()).as("seed " + seed).isEqualTo(annotated.text());
            assertThat(read.mentions())
                    .as("seed " + seed)
                    .extracting(Mention::span, Mention::label)
                    .containsExactlyElementsOf(annotated.mentions().stream()
                            .map(mention -> org.assertj.core.groups.Tuple.tuple(mention.span(), mention.label()))
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a]|column 2: ']' closes nothing; write \\] for a bracket of the text",
                "[a [b](X)](Y)|column 4: '[' inside a mention; mentions do not nest, write \\[ for a bracket of the text",
                "x[a]|column 2: '[' does not begin [surface](LABEL); write \\[ for a bracket of the text",
                "[a] (X)|column 1: '[' does not begin [surface](LABEL); write \\[ for a bracket of the text",
                "[a|column 1: '[' does not begin [surface](LABEL); write \\[ for a bracket of the text",
                "[a](X|column 1: '[' begins a mention whose label is not closed with ')'",
                "[](X)|column 1: the mention has an empty surface",
                "[a]()|column 1: label has 0 characters; expected 1 to 200",
                "[a]( X)|column 1: label ' X' begins or ends with a space",
                "a\\|column 2: a backslash ends the line; write \\\\ for a backslash of the text",
            })
    void whatIsNoMarkupIsSaidWithItsColumn(String line, String message) {
        assertThatThrownBy(() -> Markup.read(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
