package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationsTest {

    /** Small joining words stand where the original had one, and nowhere else. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            University of Graz     ; [^ ]+ (of|and) [^ ]+
            Silk Road Travels      ; (?!.* (of|and|Of|And) ).*
            Brown & Lowe           ; [^ ]+ & [^ ]+
            Mann & Sons Ltd        ; .+ .+""")
    void threeWordsJoinAsTheOriginalDid(String original, String expected) {
        assertThat(IntStream.range(0, 200).mapToObj(seed -> Draws.draw("ORGANIZATION", original, seed)))
                .allMatch(surface -> surface.matches(expected) && Character.isUpperCase(surface.charAt(0)));
    }
}
