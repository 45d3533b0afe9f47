package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Markup;
import io.understudy.core.Seeds;
import io.understudy.core.Template;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"US", "GB", "DE", "FR"})
    void postcodeAndNumberAreOfTheRegion(String country) {
        for (int i = 0; i < 20_000; i++) {
            Place place = Place.draw(country, Seeds.random(i, 5));
            assertThat(place.region().fits(place.postcode())).isTrue();
            assertThat(place.town()).isNotBlank();
            if (country.equals("US")) {
                assertThat(place.phone()).startsWith(place.region().dialling() + "55501");
            }
        }
    }

    /** USPS, labeling list L002: first three digits. */
    @ParameterizedTest
    @CsvSource({"10001, NY", "90210, CA", "62701, IL", "02134, MA", "60601, IL", "33101, FL", "Texas, TX", "TX, TX"})
    void aPostcodeTellsTheState(String written, String state) {
        assertThat(Region.state(written).orElseThrow().code()).isEqualTo(state);
    }

    @Test
    void slotsOfOneNumberShareAPlace() {
        Template template =
                Markup.read("[Salem](CITY), [OR](STATE) [97301](POSTCODE)").template();
        for (long seed = 0; seed < 500; seed++) {
            Map<String, String> surfaces = Surrogates.standard().surfaces(template, seed);
            assertThat(Region.state(surfaces.get("POSTCODE_1")).orElseThrow().code())
                    .isEqualTo(surfaces.get("STATE_1"));
        }
    }
}
