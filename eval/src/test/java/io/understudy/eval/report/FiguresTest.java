package io.understudy.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | 0
            1234567   | 1,234,567
            3092.85   | 3,093
            65.42     | 65.4
            1.917     | 1.92
            0.5       | 0.500
            0.00045   | 0.0005
            0.0000533 | under 0.0001
            -0.25     | -0.250
            """)
    void writesNumbersAsPeopleReadThem(double value, String figure) {
        assertThat(Figures.of(value)).isEqualTo(figure);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.0004, under 0.1 %", "0.0123, 1.2 %", "0.0996, 10 %", "0.663, 66 %", "1, 100 %"})
    void writesShares(double share, String percent) {
        assertThat(Verdict.percent(share)).isEqualTo(percent);
    }
}
