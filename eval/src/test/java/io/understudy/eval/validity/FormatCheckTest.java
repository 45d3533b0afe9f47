package io.understudy.eval.validity;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Example;
import io.understudy.core.testing.Corpora;
import io.understudy.eval.Lines;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatCheckTest {

    @Test
    void writesAndReadsEachOfOurFormats() {
        List<Example> lines = List.of(
                Lines.synthetic(1, "[Ada Byrne](PERSON) flies to [Oslo](CITY)."),
                Lines.synthetic(2, "no names, \"quotes\" and\ttabs"));
        assertThat(FormatCheck.of(lines))
                .containsOnlyKeys("conll", "csv", "jsonl", "markup", "text")
                .allSatisfy((format, count) -> {
                    assertThat(count.failed()).as(format).isZero();
                    assertThat(count.tried()).as(format).isEqualTo(2);
                });
    }

    @Test
    void writesAndReadsRealLines() {
        assertThat(FormatCheck.of(Corpora.snipsValidate()))
                .allSatisfy(
                        (format, count) -> assertThat(count.failed()).as(format).isZero());
    }

    @Test
    void doesNotTryWhatAFormatSaysItCannotHold() {
        assertThat(FormatCheck.of(List.of(Lines.synthetic(1, "two\nlines"))).get("text"))
                .isEqualTo(new ValidityCheck.Count(0, 0));
    }
}
