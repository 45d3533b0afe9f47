package io.understudy.eval.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.Provenance.Original;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureTest {

    private static Example record(int number, String markup) {
        return new Example("o-" + number, Optional.empty(), Markup.read(markup), new Original("original", number));
    }

    private static Canaries canaries(int count, long seed) {
        Canaries.Builder builder = Canaries.builder(count, seed);
        IntStream.range(0, 400)
                .mapToObj(i ->
                        record(i, "tell [P" + i % 40 + "](PERSON) that room " + i % 7 + " is ready for the guests"))
                .forEach(builder::add);
        return builder.build();
    }

    /** By hand: log2(1000 / 1), log2(10^6 / 10), log2(10^4 / 1). */
    @ParameterizedTest
    @CsvSource({"1000, 1, 9.965784", "1000000, 10, 16.609640", "10000, 1, 13.287712", "10000, 3, 11.702750"})
    void isTheBitsByWhichASecretIsBetterThanChance(double secrets, double rank, double bits) {
        assertThat(Exposure.exposure(secrets, rank)).isCloseTo(bits, within(1e-6));
    }

    /** ln(.2 / .01). */
    @Test
    void boundsEpsilonFromBelow() {
        assertThat(Exposure.epsilon(.2, 0, .01)).isCloseTo(2.995732, within(1e-6));
        assertThat(Exposure.epsilon(.01, 0, .01)).isZero();
        assertThat(Exposure.epsilon(.2, .1, .01)).isCloseTo(Math.log(10), within(1e-12));
    }

    /**
     * |V| = 15: 12 words, the end, "1" and "9". ln(2/19) + 5 ln(2/16), and ln(2/19) + 2 ln(2/16) + ln(1/16) + 2
     * ln(1/15).
     */
    @Test
    void givesTheProbabilitiesOfTheWorkedExample() {
        Bigrams model = new Bigrams();
        for (String line : List.of("play some jazz", "play some rock", "book a table", "the code is 4 7")) {
            model.add(Bigrams.words(AnnotatedText.plain(line)));
        }
        model.know(List.of("1", "9"));
        assertThat(model.logProbability(Bigrams.words(AnnotatedText.plain("the code is 4 7"))))
                .isCloseTo(-12.648500, within(1e-6));
        assertThat(model.logProbability(Bigrams.words(AnnotatedText.plain("the code is 1 9"))))
                .isCloseTo(-14.598864, within(1e-6));
    }

    @Test
    void plantsAThirdOnceAThirdFourTimesAndAThirdSixteenTimes() {
        Canaries canaries = canaries(30, 1);
        assertThat(canaries.size()).isEqualTo(30);
        assertThat(canaries.lines()).hasSize(10 * (1 + 4 + 16));
        assertThat(canaries.lines().get(0).text()).matches("tell P\\d+ that \\d \\d \\d \\d");
        assertThat(canaries.lines().get(0).annotated().mentions()).hasSize(1);
    }

    @Test
    void drawsTheSameSecretsFromTheSameSeed() {
        assertThat(canaries(9, 7).lines()).isEqualTo(canaries(9, 7).lines());
        assertThat(canaries(9, 7).lines()).isNotEqualTo(canaries(9, 8).lines());
    }

    @Test
    void findsAllWhenThePlantedLinesAreHandedOut() {
        Canaries canaries = canaries(9, 3);
        Exposure exposure = new Exposure(canaries);
        // The same openings with other digits would hide a canary of one line among them.
        canaries.lines().forEach(line -> exposure.add(line.annotated()));
        Exposure.Result result = exposure.result();
        assertThat(result.emitted()).isEqualTo(9);
        assertThat(result.lines()).isEqualTo(3 * (1 + 4 + 16));
        assertThat(result.groups()).extracting(Exposure.Group::repeats).containsExactly(1, 4, 16);
        assertThat(result.groups().get(2).exposure()).isGreaterThan(7);
        assertThat(result.exposure()).isGreaterThan(5);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isAtChanceWhenNothingCameThrough(long seed) {
        Canaries canaries = canaries(300, seed);
        Exposure exposure = new Exposure(canaries);
        IntStream.range(0, 500)
                .forEach(i -> exposure.add(AnnotatedText.plain("please tell her that room " + i % 9 + " is free")));
        Exposure.Result result = exposure.result();
        assertThat(result.emitted()).isZero();
        // Mean of log2(10^4) - log2(rank), rank uniform: log2 e = 1.44, standard error 1.44 / sqrt(300) = .083; ties
        // are coarser.
        assertThat(result.exposure()).isBetween(.9, 1.8);
        // 3 of 300 by chance.
        assertThat(result.detected()).isLessThan(.05);
    }

    @Test
    void refusesCountsItCannotPlant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Canaries.builder(0, 1))
                .withMessage("0 canaries; expected 1 to 3,000");
    }

    @Test
    void survivesACorpusWithoutOpenings() {
        Canaries canaries = Canaries.builder(3, 1).add(record(1, "hi")).build();
        assertThat(canaries.lines().get(0).text()).matches("the code is \\d \\d \\d \\d");
        assertThat(new Exposure(canaries).result().emitted()).isZero();
    }
}
