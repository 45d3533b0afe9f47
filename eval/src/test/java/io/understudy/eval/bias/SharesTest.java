package io.understudy.eval.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.eval.fidelity.Histogram;
import io.understudy.eval.report.Report;
import io.understudy.eval.report.Section;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

    private static Histogram histogram(int first, int second, int third) {
        Histogram histogram = new Histogram();
        String[] names = {"first", "second", "third"};
        int[] counts = {first, second, third};
        for (int i = 0; i < names.length; i++) {
            for (int n = 0; n < counts[i]; n++) {
                histogram.add(names[i]);
            }
        }
        return histogram;
    }

    private static JsonNode section(Histogram here, Optional<Histogram> original) throws Exception {
        Section root = new Section().put("bias", new Shares(here, original).section());
        return new ObjectMapper().readTree(Report.of(root).json()).path("bias");
    }

    /** 40, 60 against 60, 40: each cell 50 expected, four times 10²/50 = 8; one degree of freedom, p = .004678. */
    @Test
    void testsWhetherBothSidesAreDrawnAlike() {
        assertThat(new Shares(histogram(40, 60, 0), Optional.of(histogram(60, 40, 0))).chance())
                .isCloseTo(.004678, within(1e-6));
        assertThat(new Shares(histogram(50, 50, 0), Optional.of(histogram(50, 50, 0))).chance())
                .isCloseTo(1, within(1e-12));
        assertThat(new Shares(histogram(50, 0, 0), Optional.of(histogram(50, 0, 0))).chance())
                .isNaN();
    }

    @Test
    void namesWhatIsUnderRepresented() throws Exception {
        JsonNode section = section(histogram(900, 95, 5), Optional.of(histogram(800, 100, 100)));
        assertThat(section.path("p").asDouble()).isLessThan(1e-10);
        assertThat(section.path("under_represented")).hasSize(1);
        assertThat(section.at("/under_represented/0/name").asText()).isEqualTo("third");
        assertThat(section.at("/under_represented/0/synthetic").asDouble()).isEqualTo(.005);
        assertThat(section.at("/under_represented/0/original").asDouble()).isEqualTo(.1);
        assertThat(section.at("/shares/0/name").asText()).isEqualTo("first");
    }

    @Test
    void blamesNothingOnChance() throws Exception {
        // 6 of 100 for 10 of 100: less than 0.8 of it, and one time in three by chance.
        assertThat(section(histogram(50, 44, 6), Optional.of(histogram(50, 40, 10)))
                        .path("under_represented"))
                .isEmpty();
    }

    @Test
    void saysWhyThereIsNoTest() throws Exception {
        assertThat(section(histogram(1, 1, 0), Optional.empty())
                        .path("p_reason")
                        .asText())
                .isEqualTo("no original was given to compare with");
        assertThat(section(histogram(0, 0, 0), Optional.of(histogram(1, 0, 0)))
                        .path("shares_reason")
                        .asText())
                .isEqualTo("there are none");
        assertThat(section(histogram(1, 0, 0), Optional.of(histogram(0, 0, 0)))
                        .path("p_reason")
                        .asText())
                .isEqualTo("the original has none");
    }

    @ParameterizedTest
    @CsvSource({
        "Anna Schmidt, female, German",
        "PETER MÜLLER, male, German",
        "Giovanni Esposito, male, Italian",
        "Qwxzt, unknown, unknown",
        "42, unknown, unknown",
    })
    void saysWhatANameSuggests(String name, String gender, String origin) {
        assertThat(NameLists.get().gender(name)).as("gender of " + name).isIn(gender, "either");
        assertThat(NameLists.get().origin(name)).as("origin of " + name).isIn(origin, "several");
        if (gender.equals("unknown") && origin.equals("unknown")) {
            assertThat(NameLists.get().origin(name)).isEqualTo("unknown");
        }
    }
}
