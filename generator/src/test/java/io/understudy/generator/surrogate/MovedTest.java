package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovedTest {

    /** Two hours later. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            10:30                  | 12:30
            7:45                   | 9:45
            05:40                  | 07:40
            23:50:07               | 1:50:07
            22:15 UTC              | 0:15 UTC
            8:15 to 16:30          | 10:15 to 18:30
            10h30                  | 12h30
            5 pm                   | 7 pm
            11 p.m.                | 1 a.m.
            11:05AM                | 1:05PM
            12 noon                |
            six o'clock            | eight o'clock
            11 o'clock             | 1 o'clock
            half past six          | half past eight
            a quarter past ten     | a quarter past twelve
            Quarter to Eleven      | Quarter to One
            0915 hours             | 1115 hours
            noon                   |
            at the Savoy at 5 pm   |""")
    void timesMoveByHoursInTheirOwnWords(String written, String moved) {
        assertThat(Moved.time(written, 2).orElse(null)).isEqualTo(moved);
    }

    /** 400 days back; 3 May 2024 is then 30 March 2023. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            3 May 2024                  | 30 March 2023
            3 May 2024 to 5 May 2024    | 30 March 2023 to 1 April 2023
            2024-05-03 - 2024-05-05     | 2023-03-30 - 2023-04-01
            the 1990s                   | the 1980s
            the '90s                    | the '80s
            the late nineties           | the late eighties
            2000s                       | 1990s
            Friday morning              | Thursday morning
            tomorrow                    |
            3 May 2024, Ada's day       |
            3 May 2024 ref 4471903      |
            """)
    void datesMoveUnlessSomethingElseIsSaid(String written, String moved) {
        assertThat(Moved.date(written, -400).orElse(null)).isEqualTo(moved);
    }

    /** The unit stays, and the order of magnitude; what is one stays one. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            three minutes ~ (two|four|five|six) minutes
            45 minutes ~ [2-9]\\d minutes
            two weeks ago ~ (three|four) weeks ago
            sixty years ~ (twenty|thirty|forty|fifty|seventy|eighty|ninety) years
            P3D ~ P[2-9]D
            1 hour ~ 1 hour
            half an hour ~ half an hour
            one and a half hours ~ one and a half hours
            a hundred and five days ~ a hundred and (two|three|four|six|seven|eight|nine) days
            1,200 seconds ~ [1-9],\\d00 seconds
            SIX MONTHS ~ (TWO|THREE|FOUR|FIVE|SEVEN|EIGHT|NINE) MONTHS""")
    void countsStayOfTheirKind(String written, String form) {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(Moved.count(written, 0, Seeds.random(seed, 1)).orElseThrow())
                    .as("seed %d", seed)
                    .matches(form);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 glasses of Ada's", "Dr. Byrne's two hours"})
    void whatSaysSomethingElseIsNotCounted(String written) {
        assertThat(Moved.count(written, 0, Seeds.random(1, 1))).isEmpty();
    }
}
