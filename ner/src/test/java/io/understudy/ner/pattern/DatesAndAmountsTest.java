package io.understudy.ner.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Markup;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates, times and amounts beside what only looks like them. */
class DatesAndAmountsTest {

    @ParameterizedTest
    @MethodSource({"agesDurationsAndOrdinals", "dates", "times", "money", "percents", "numbers"})
    void findsTheFormsAndLeavesWhatOnlyLooksLikeThem(String line) {
        assertThat(Markup.write(new Patterns().recognize(Markup.read(line).text())))
                .isEqualTo(line);
    }

    static Stream<String> agesDurationsAndOrdinals() {
        return """
                she's [29](AGE) and works
                Dmitri Volkov, [34](AGE), drove
                Ada Byrne ([62](AGE)) sings
                [Sunday](DATE) May, [20](NUMBER), [2001](NUMBER)
                my son Tunde, [9](AGE), goes
                my dog Tunde, [9](NUMBER), goes
                turned [ninety-one](AGE) [last Sunday](DATE)
                turned [two](NUMBER) pages
                a [36](AGE)-year-old man
                she is [36](AGE) years old
                aged [54](AGE)
                He just turned [78](AGE) years old
                [58](AGE) y/o
                age: [31](AGE)
                [six](AGE) months old
                [thirty-six](AGE)-year-old
                aged cheese
                the age of [12](AGE)
                turn [5](AGE)
                for [two weeks](DURATION)
                [3 hours and 20 minutes](DURATION)
                a [two-hour](DURATION) flight
                [half an hour](DURATION)
                [90 days](DURATION)
                [ten years](DURATION)
                in [5 seconds](DURATION)
                one day
                a second opinion
                the second week
                [5](NUMBER) secondhand cars
                days of old
                the [1st](ORDINAL) of many
                [22nd](ORDINAL)
                on the [4th](ORDINAL) floor
                [113th](ORDINAL)
                first
                """.lines();
    }

    static Stream<String> dates() {
        return """
                née le [5 mai 1985](DATE)
                am [17. März 2025](DATE)
                el [3 de julio de 2020](DATE)
                il [14 febbraio](DATE)
                [5](NUMBER) marsh mallows
                exp. [09/27](DATE)
                a share of [09/27](NUMBER)
                on [3 May 2024](DATE)
                on [May 3, 2024](DATE)
                [March 12th, 1984](DATE)
                born on [October 1 , 2005](DATE) , in Oslo
                [1984-03-12](DATE)
                [12/03/84](DATE)
                [03.12.1984](DATE)
                [12-Mar-2020](DATE)
                the [3rd of May](DATE)
                [third of may](DATE)
                [next Friday](DATE)
                [tomorrow](DATE)
                [THE DAY AFTER TOMORROW](DATE)
                [last week](DATE)
                in [1984](DATE)
                since [may](DATE)
                in [March](DATE)
                [Monday, 3 May](DATE)
                [fri 3 may](DATE)
                [two weeks ago](DATE)
                [a year ago](DATE)
                the [1980s](DATE)
                the '[80s](DATE) and the [80s](DATE)
                ([1984](DATE))
                [1984-1986](DATE)
                [Q3 2024](DATE)
                [summer of 1969](DATE)
                [Christmas Eve](DATE)
                [new year's day](DATE)
                may i go
                it may rain
                they march on
                march with us
                march [5](NUMBER) miles
                [3](NUMBER) may be enough
                second floor
                the second try
                [2000](NUMBER) people
                call [1984](NUMBER)
                april called
                august company
                sun and sat
                mon ami
                this may work
                32/13/84
                1.2.30
                1984-13-12
                [1/2](NUMBER)
                dec the halls
                wed her
                a good day
                new ideas
                the day after
                in [50000](NUMBER)
                spring onions
                next door
                last man
                May I come
                sat [3 hours](DURATION)
                the fall of man
                [1984-03-12T17:45:10Z](DATE)
                in the summer
                the [3rd](ORDINAL)
                [3](NUMBER) mayors
                maybe [5](NUMBER)
                last night
                """.lines();
    }

    static Stream<String> times() {
        return """
                at [5pm](TIME)
                [5 p.m.](TIME)
                [5:30](TIME)
                [17:45:10](TIME)
                [5:30 pm EST](TIME)
                [half past six](TIME)
                [quarter to 7](TIME)
                [a quarter past nine](TIME)
                [ten past five](TIME)
                [five o'clock](TIME)
                [6 o'clock](TIME)
                [noon](TIME)
                at [midnight](TIME)
                [17h30](TIME)
                [5.30am](TIME)
                [tonight](TIME)
                [this morning](TIME)
                [twenty minutes to eight](TIME)
                [3 hours ago](TIME)
                [10 AM](TIME)
                [this afternoon](TIME)
                25:00
                12:60
                3:2
                [ten](NUMBER) to [six](NUMBER) people
                I am [5](NUMBER)
                afternoon
                half of [six](NUMBER)
                a quarter of it
                [5](NUMBER) past
                quarter past
                half past the hour
                13pm
                0pm
                [5](NUMBER) pmol
                [five](NUMBER) of us
                1:23:456
                past [six](NUMBER)
                [6](NUMBER) clocks
                forenoon
                5h
                this mornings
                """.lines();
    }

    static Stream<String> money() {
        return """
                [1.480,50 €](MONEY)
                [EUR 1.480,50](MONEY)
                [12,5 zł](MONEY)
                version 1.480,50
                [$5](MONEY)
                [$1,200.50](MONEY)
                [US$ 20](MONEY)
                [£20k](MONEY)
                [€3.5 million](MONEY)
                [5€](MONEY)
                [20 EUR](MONEY)
                [usd 100](MONEY)
                [five dollars](MONEY)
                [twenty-five bucks](MONEY)
                [50 cents](MONEY)
                [2 pounds](MONEY)
                [5 dollars and 20 cents](MONEY)
                [100 yen](MONEY)
                [₹500](MONEY)
                [a hundred dollars](MONEY)
                [C$5](MONEY)
                [5$](MONEY)
                [5](NUMBER) pounds of flour
                dollars
                [5](NUMBER) dollarbirds
                $ sign
                £x
                try [5](NUMBER)
                cents and sense
                euro [2024](NUMBER)
                A$AP
                pound [5](NUMBER) nails
                [ten cent](MONEY)
                a penny
                bucks county
                the yen
                [one quid](MONEY) pro quo
                usdollar
                $
                """.lines();
    }

    static Stream<String> percents() {
        return """
                [5 %](PERCENT)
                [5%](PERCENT)
                [5.5 percent](PERCENT)
                [five per cent](PERCENT)
                [100 %](PERCENT)
                [-3%](PERCENT)
                [1,000%](PERCENT)
                [ninety-nine percent](PERCENT)
                [0.5 pct](PERCENT)
                [12 percentage points](PERCENT)
                [a hundred percent](PERCENT)
                [25-percent](PERCENT)
                %[5](NUMBER)
                [5](NUMBER) per person
                percent
                [5](NUMBER)%x
                percentage
                x5%
                per cent
                [50](NUMBER)%[50](NUMBER)
                [five](NUMBER) percentiles
                [5](NUMBER) perc
                [100](NUMBER) points
                % of [5](NUMBER)
                [five](NUMBER) percents
                """.lines();
    }

    static Stream<String> numbers() {
        return """
                [12](NUMBER)
                [1,000](NUMBER)
                [3.14](NUMBER)
                [-5](NUMBER)
                [twenty-five](NUMBER)
                [a hundred and five](NUMBER)
                [two million](NUMBER)
                [three dozen](NUMBER)
                [1/2](NUMBER)
                [5-10](NUMBER)
                [12 million](NUMBER)
                [two thousand and twenty](NUMBER)
                #[7](NUMBER)
                A4
                B2B
                v2.0
                covid-19
                1.2.3
                one
                no one
                anyone
                tenth
                often
                1,00
                3D
                hundreds
                20x
                5-a-side
                10-5
                x-5
                a_5
                thirtysomething
                12345678901234567890
                ²
                """.lines();
    }
}
