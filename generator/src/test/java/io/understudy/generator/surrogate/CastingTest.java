package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.checksum.NationalId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of known ranges: no two alike while there are any, and said where there are not. */
class CastingTest {

    private static final Secret KEY = Secret.of("a key of twenty bytes".getBytes(StandardCharsets.US_ASCII));

    private record Cast(Map<String, String> surrogates, RangeUse use) {}

    private static Cast cast(String label, List<String> originals, Set<String> vetoed) {
        AnonymizerBuilder builder = Anonymizer.builder(AnonymizerOptions.STANDARD, KEY);
        List<AnnotatedText> lines = originals.stream()
                .map(text -> new AnnotatedText(text, List.of(new Mention(0, text.length(), new Label(label)))))
                .toList();
        lines.forEach(line -> builder.add(line, ""));
        Anonymizer anonymizer = builder.build((kind, surface) -> vetoed.contains(surface));
        Map<String, String> surrogates = new HashMap<>();
        lines.forEach(line -> surrogates.put(
                line.text(), anonymizer.standIn(anonymizer.prepare(line, "")).text()));
        return new Cast(surrogates, anonymizer.ranges().get(label));
    }

    private static List<String> some(int count, IntFunction<String> original) {
        return IntStream.range(0, count).mapToObj(original).toList();
    }

    /** 10,000 bodies of 4 free digits, of which the eleven test leaves those whose check is not 10. */
    @Test
    void whenARangeIsUsedUpTheOthersShareAndItIsSaid() {
        List<String> originals = some(13_000, i -> "%09d".formatted(100_000_000 + 7 * i));
        Cast cast = cast("NL_BSN", originals, Set.of());
        Set<String> distinct = new HashSet<>(cast.surrogates().values());
        long numbers = IntStream.range(0, 10_000)
                .mapToObj("9999%04d"::formatted)
                .filter(bare ->
                        NationalId.of("NL_BSN").orElseThrow().complete(bare).isPresent())
                .count();
        assertThat(distinct).hasSize((int) numbers).allMatch(number -> number.startsWith("9999"));
        assertThat(cast.use().originals()).isEqualTo(13_000);
        assertThat(cast.use().shared()).isEqualTo(13_000 - numbers);
        assertThat(cast.use().sizes()).containsValue(BigInteger.valueOf(10_000));
        assertThat(cast.use().permuted()).isFalse();
    }

    /** Where nothing is reserved, numbers of one form are permuted: what a run has besides does not matter. */
    @ParameterizedTest
    @CsvSource({"ID, A-%05d", "MEDICAL_RECORD, %07d", "VEHICLE_PLATE, KX-%04d", "US_PASSPORT, %09d"})
    void permutedNumbersAreTheSameInEveryCorpus(String label, String form) {
        List<String> all = some(4_000, i -> form.formatted(1_000 + 2 * i));
        Cast whole = cast(label, all, Set.of());
        assertThat(whole.use().permuted()).isTrue();
        assertThat(whole.use().again()).isZero();
        assertThat(new HashSet<>(whole.surrogates().values())).hasSize(4_000);
        Cast part = cast(label, all.subList(1_000, 2_000), Set.of());
        assertThat(whole.surrogates()).containsAllEntriesOf(part.surrogates());
    }

    /** 60 of the 900 codes of the form are in the source. */
    @Test
    void permutedNumbersAvoidTheSourceAndStayApart() {
        List<String> originals = some(60, i -> "7-%02d".formatted(i));
        Cast cast = cast("ID", originals, new HashSet<>(originals));
        assertThat(new HashSet<>(cast.surrogates().values())).hasSize(60).doesNotContainAnyElementsOf(originals);
    }

    @Test
    void theSmallRangesOfAddressesAreFilledBeforeTheNext() {
        Cast cast = cast("IP_ADDRESS", some(900, i -> "10.0.%d.%d".formatted(i / 200, i % 200)), Set.of());
        assertThat(new HashSet<>(cast.surrogates().values())).hasSize(900);
        assertThat(cast.surrogates().values().stream()
                        .filter(address -> address.matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\..*")))
                .hasSize(762);
        assertThat(cast.use().shared()).isZero();
    }

    @Test
    void telephonesGetAnExtensionWhenTheRangeIsUsedUp() {
        Cast cast = cast("PHONE", some(150, i -> "555-%04d".formatted(2_000 + i)), Set.of());
        assertThat(new HashSet<>(cast.surrogates().values())).hasSize(150);
        assertThat(cast.surrogates().values().stream().filter(number -> number.matches("555-01\\d\\d")))
                .hasSize(100);
        assertThat(cast.surrogates().values().stream().filter(number -> number.matches("555-01\\d\\d x\\d{4}")))
                .hasSize(50);
    }
}
