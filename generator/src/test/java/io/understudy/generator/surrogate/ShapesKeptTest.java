package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesKeptTest {

    private static final int DRAWS = 300;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PERSON | Ada Byrne",
                "PERSON | ada byrne",
                "PERSON | ADA BYRNE",
                "PERSON | ada",
                "PERSON | Ada B. Byrne",
                "PERSON | A. B. Byrne",
                "PERSON | Byrne, Ada",
                "PERSON | Jean-Luc Byrne",
                "PERSON | Ludwig van Byrne",
                "PERSON | Dr. Ada Byrne",
                "PERSON | millicent's",
                "DATE | 2024-05-03",
                "DATE | 03/05/2024",
                "DATE | 3 May 2024",
                "DATE | 23 May 2024",
                "DATE | May 3, 2024",
                "DATE | Monday",
                "DATE | 2005",
                "DATE | 3rd of May",
                "DATE | Monday, 3 May",
                "DATE_TIME | 1992-02-08 20:15:24",
                "TIME | 17:45",
                "TIME | 5:30 pm",
                "TIME | 5 PM",
                "MONEY | $1,234.50",
                "MONEY | -$12",
                "MONEY | USD 300",
                "MONEY | 5 million dollars",
                "MONEY | 1.234,50 €",
                "PERCENT | 12.5%",
                "PERCENT | 7 percent",
                "NUMBER | 7",
                "NUMBER | 1,204",
                "NUMBER | -3.25",
                "AGE | 42",
                "AGE | 42 years old",
                "AGE | 42-year-old",
                "PHONE | 905-674-3793",
                "PHONE | (898) 666-3621",
                "PHONE | +1 (212) 666-3621",
                "PHONE | +44 7700 677662",
                "PHONE | 666-3621",
                "CREDIT_CARD | 4111 1111 1111 1111",
                "CREDIT_CARD | 4111-1111-1111-1111",
                "CREDIT_CARD | 374883521588522",
                "US_SSN | 125-17-4954",
                "US_SSN | 125174954",
                "UK_NHS | 943 476 5919",
                "POSTCODE | 53650",
                "POSTCODE | 53650-1234",
                "ID | A-77",
                "VEHICLE_PLATE | AB-1234",
                "MEDICAL_RECORD | 1234567",
            })
    void theShapeIsTheOriginals(String label, String original) {
        for (int seed = 0; seed < DRAWS; seed++) {
            assertThat(Shape.of(Draws.draw(label, original, seed)))
                    .as("%s, seed %d", label, seed)
                    .isEqualTo(Shape.of(original));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CITY | oslo",
                "CITY | New York",
                "CITY | OSLO",
                "LOCATION | torrey pines state park",
                "STATE | maine",
                "COUNTRY | NORWAY",
                "ORGANIZATION | acme inc",
                "ORGANIZATION | Acme Holdings",
                "ORGANIZATION | ACME LTD",
                "object_name | the long way home again",
                "playlist | RUN",
                "restaurant_name | The Fat Duck",
                "served_dish | pizza",
                "genre | classic rock",
                "MISC | World Cup",
                "timeRange | next week",
                "timeRange | TOMORROW",
                "party_size_number | six",
                "music_item | song",
                "JOB | STAFF NURSE",
                "NUMBER | two hundred and six",
                "DURATION | two weeks",
                "ORDINAL | fourth",
                "street | 230 main road"
            })
    void wordsAndCaseAreTheOriginals(String label, String original) {
        Shape shape = Shape.of(original);
        int kept = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            Shape drawn = Shape.of(Draws.draw(label, original, seed));
            assertThat(drawn.isLower()).as("%s, seed %d: lower", label, seed).isEqualTo(shape.isLower());
            assertThat(drawn.isUpper()).as("%s, seed %d: upper", label, seed).isEqualTo(shape.isUpper());
            kept += drawn.words() == shape.words() ? 1 : 0;
        }
        // Lists (states, dishes, jobs) may have no entry of so many words.
        assertThat(kept).isGreaterThan(DRAWS * 3 / 4);
    }
}
