package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDateTest {

    /** Each is moved by 400 days; February of 2024 lies before all, and "3 May" without a year is one of 2023. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-05-03                | 2025-06-07
            2024/05/03                | 2025/06/07
            20240503                  | 20250607
            2024-05-03T17:45:00       | 2025-06-07T17:45:00
            3 May 2024                | 7 June 2025
            03 May 2024               | 07 June 2025
            3 May                     | 6 June
            May 3, 2024               | June 7, 2025
            MAY 3, 2024               | JUNE 7, 2025
            3rd of May 2024           | 7th of June 2025
            the 27th of April 2024    | the 1st of June 2025
            Friday, 3 May 2024        | Saturday, 7 June 2025
            Fri, 3 May 2024           | Sat, 7 June 2025
            3. Mai 2024               | 7. Juni 2025
            3 mai 2024                | 7 juni 2025
            12/31/2024                | 02/04/2026
            31/12/2024                | 04/02/2026
            3.5.2024                  | 7.6.2025
            03.05.24                  | 07.06.25
            3-May-2024                | 7-June-2025
            Jan 3, 2024               | Feb 6, 2025
            2024-05                   | 2025-06
            05/2024                   | 06/2025
            May 2024                  | June 2025
            2024                      | 2025
            in May                    | in June
            Monday                    | Tuesday
            next Wed                  | next Thu
            Tuesday, 3 May            | Wednesday, 6 June
            the third of May 2024     | the seventh of June 2025
            3 to 5 May 2024           | 7 to 9 June 2025
            2019-21                   | 2020-22
            2019–2021                 | 2020–2022
            Q3 2024                   | Q3 2025
            summer 2019               | summer 2020
            May '24                   | June '25
            Easter 2024               | Easter 2025""")
    void aDateMovesInItsOwnWords(String written, String moved) {
        assertThat(CalendarDate.parse(written).orElseThrow().moved(400, 0)).isEqualTo(moved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "two weeks ago", "31/02/2024", "the 1990s", "5 pm", "17", ""})
    void whatNamesNoDayOfACalendarIsNoDate(String written) {
        assertThat(CalendarDate.parse(written)).isEmpty();
    }
}
