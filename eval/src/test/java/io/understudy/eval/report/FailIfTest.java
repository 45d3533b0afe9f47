package io.understudy.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailIfTest {

    private static final Report REPORT = Report.of(new Section()
            .put("leakage", new Section().put("hard", 3).missing("weak", "no original was given"))
            .put(
                    "diversity",
                    new Section()
                            .put("masked", new Section().put("distinct_2", 0.25).put("view", "words"))));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            leakage.hard>0                    | leakage.hard is 3, so --fail-if leakage.hard>0 fails
            leakage.hard > 2                  | leakage.hard is 3, so --fail-if leakage.hard>2 fails
            leakage.hard>3                    |
            leakage.hard>=3                   | leakage.hard is 3, so --fail-if leakage.hard>=3 fails
            leakage.hard<3                    |
            leakage.hard<=3                   | leakage.hard is 3, so --fail-if leakage.hard<=3 fails
            leakage.hard==3.0                 | leakage.hard is 3, so --fail-if leakage.hard==3.0 fails
            leakage.hard!=3                   |
            leakage.hard!=2                   | leakage.hard is 3, so --fail-if leakage.hard!=2 fails
            diversity.masked.distinct_2<0.1   |
            diversity.masked.distinct_2<.3    | diversity.masked.distinct_2 is 0.25, so --fail-if diversity.masked.distinct_2<0.3 fails
            diversity.masked.distinct_2>2.4e-1| diversity.masked.distinct_2 is 0.25, so --fail-if diversity.masked.distinct_2>0.24 fails
            leakage.weak>0                    | leakage.weak could not be computed (no original was given), so --fail-if leakage.weak>0 fails
            """)
    void comparesANumberOfTheReport(String expression, String outcome) {
        assertThat(FailIf.parse(expression).check(REPORT).orElse("")).isEqualTo(outcome == null ? "" : outcome);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            leakage.hrad>0      | report.json has no number at 'leakage.hrad'; did you mean 'leakage.hard'?
            hard>0              | report.json has no number at 'hard'; did you mean 'leakage.hard'?
            leakage.waek>0      | report.json has no number at 'leakage.waek'; did you mean 'leakage.weak'?
            diversity.masked>0  | report.json has no number at 'diversity.masked'; write a path such as leakage.hard or diversity.masked.distinct_2
            nothing.like.it>0   | report.json has no number at 'nothing.like.it'; write a path such as leakage.hard or diversity.masked.distinct_2
            """)
    void refusesAPathWithoutANumber(String expression, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailIf.parse(expression).check(REPORT))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "leakage.hard", "leakage.hard=0", "leakage.hard>x", ">0", "leakage.hard>1.2.3", "a>>1"})
    void refusesWhatIsNoCondition(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailIf.parse(expression))
                .withMessage("'" + expression + "' is not a condition; expected PATH OP NUMBER with OP one of"
                        + " > >= < <= == !=, such as leakage.hard>0");
    }
}
