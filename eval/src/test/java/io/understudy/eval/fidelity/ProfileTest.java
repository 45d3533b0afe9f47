package io.understudy.eval.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.eval.Lines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

    private static Profile of(String markup) {
        return Profile.of(List.of(Lines.original(1, markup)));
    }

    @Test
    void countsWhichLabelFollowsWhich() {
        Profile profile = of("[Ada](PERSON) to [Oslo](CITY) and [Bern](CITY)");
        assertThat(profile.labelPairs().names()).containsExactly("CITY CITY", "CITY |", "PERSON CITY", "| PERSON");
        assertThat(profile.labelTriples().names())
                .containsExactly("CITY CITY |", "PERSON CITY CITY", "| PERSON CITY", "| | PERSON");
        assertThat(of("no names").labelPairs().total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "word, lower",
        "Word, Title",
        "I, Title",
        "NATO, UPPER",
        "iPhone, miXed",
        "McDonald, miXed",
        "中文, none",
        "été, lower",
        "İzmir, Title",
    })
    void tellsTheCaseOfAWord(String word, String casing) {
        Profile profile = of(word);
        assertThat(profile.casing().names()).containsExactly(casing);
        assertThat(profile.casing().count(casing)).isEqualTo(1);
    }

    @Test
    void countsPunctuationAndWhatALineEndsWith() {
        Profile profile = of("Yes, no, 5 %?");
        assertThat(profile.punctuation().names()).containsExactly("%", ",", "?", "end ?");
        assertThat(profile.punctuation().count(",")).isEqualTo(2);
        assertThat(of("plain").punctuation().names()).containsExactly("end");
        assertThat(of("").punctuation().names()).containsExactly("end");
    }
}
