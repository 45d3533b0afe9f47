package io.understudy.ner.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterCaseTest {

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "12:30, 5 %                         | NONE",
                "''                                 | NONE",
                "\u5f35\u5049                       | NONE",
                "book a flight to oslo              | SINGLE",
                "BOOK A FLIGHT TO OSLO              | SINGLE",
                "x                                  | SINGLE",
                "Book a flight to oslo              | INITIAL",
                "Hello. Book a flight to oslo!      | INITIAL",
                "\"Book a flight,\" i said          | INITIAL",
                "can I book? I'm in oslo            | INITIAL",
                "Book a flight to Oslo              | MIXED",
                "book a flight to Oslo              | MIXED",
                "iPhone users                       | MIXED",
                "NASA found it                      | MIXED",
                "(\u00c9mile is here)               | INITIAL",
                "is \u00c9mile here                 | MIXED",
                "ask IBM                            | MIXED",
                "- Buy milk                         | INITIAL",
            })
    void tellsWhetherTheWriterUsesCapitals(String text, LetterCase expected) {
        assertThat(LetterCase.of(text)).isEqualTo(expected);
    }
}
