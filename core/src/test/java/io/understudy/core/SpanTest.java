package io.understudy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1|3|span starts at -1; expected 0 or more",
                "2|2|span 2..2 is empty; expected end > start",
                "3|2|span 3..2 is empty; expected end > start",
            })
    void isARangeThatHoldsSomething(int start, int end, String message) {
        assertThatThrownBy(() -> new Span(start, end))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "0,2,2,4,false,false",
        "0,3,2,4,true,false",
        "0,9,2,4,true,true",
        "2,4,2,4,true,true",
        "5,6,2,4,false,false"
    })
    void meetsAnother(int start, int end, int otherStart, int otherEnd, boolean overlaps, boolean contains) {
        Span span = new Span(start, end);
        Span other = new Span(otherStart, otherEnd);
        assertThat(span.overlaps(other)).isEqualTo(overlaps);
        assertThat(other.overlaps(span)).isEqualTo(overlaps);
        assertThat(span.contains(other)).isEqualTo(contains);
    }

    @Test
    void isOrderedByStartThenEnd() {
        assertThat(new Span(1, 2)).isLessThan(new Span(2, 3)).isLessThan(new Span(1, 3));
        assertThat(new Span(1, 3).of("Adam")).isEqualTo("da");
        assertThat(new Span(1, 3).length()).isEqualTo(2);
    }
}
