package io.understudy.eval.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Provenance;
import io.understudy.core.text.Normalization;
import io.understudy.eval.view.Masked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of memory together is answered as if asked one by one. */
class TogetherTest {

    private static final String WORDS = "fly from Oslo to the blue harbour at nine with seven old friends of Ada Byrne";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsManyKeysAsEach(boolean trimmed) {
        LongIntMap map = new LongIntMap();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 5_000; i++) {
            map.put(random.nextInt(9_000), i);
        }
        if (trimmed) {
            map.trim();
        }
        long[] keys = random.longs(10_000, 0, 12_000).toArray();
        keys[7] = 0;

        int[] values = map.get(keys, 9_999);

        assertThat(values).hasSize(9_999);
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).as("key %d", keys[i]).isEqualTo(map.get(keys[i]));
        }
        assertThat(values).contains(-1).contains(map.get(keys[3]));
    }

    @Test
    void readsLinesTogetherAsEachAlone() {
        KnownText known = new KnownText();
        List<Example> lines = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 300; i++) {
            known.add(example("o-" + i, line(random)));
            lines.add(example("s-" + i, line(random)));
        }
        LeakageCheck alone = new LeakageCheck(known, GateRules.STANDARD, true);
        LeakageCheck together = new LeakageCheck(known, GateRules.STANDARD, true);
        List<String> texts =
                lines.stream().map(line -> Normalization.of(line.text())).toList();

        List<LeakageCheck.Reading> readings = together.read(
                lines, texts, texts.stream().mapToLong(KnownText::hash).toArray());
        for (int i = 0; i < lines.size(); i++) {
            alone.add(lines.get(i), texts.get(i));
            together.add(lines.get(i), readings.get(i));
        }

        assertThat(together.result()).isEqualTo(alone.result());
        assertThat(together.result().hard()).isPositive();
        assertThat(together.result().weakRules().get(Rule.NEAR_RECORD.key())).isPositive();
    }

    /** A letter of two alphabets in a literal or a label changes the way a carrier is made, and nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Ada](PERSON) flies  to [Oslo](CITY).",
                "[Ada](PERSON)[Oslo](CITY)",
                " Tell [Ada](PERSON)  ",
                "[Ada](PERSON) `now` [Oslo](CITY) Z"
            })
    void makesOneCarrierEitherWay(String markup) {
        AnnotatedText ascii = Markup.read(markup + " z");
        AnnotatedText accented = Markup.read(markup + " \u017e");

        assertThat(Masked.carrier(accented)).isEqualTo(Masked.carrier(ascii));
    }

    private static AnnotatedText line(SplittableRandom random) {
        AnnotatedText.Builder line = AnnotatedText.builder();
        String[] words = WORDS.split(" ", -1);
        int from = random.nextInt(6);
        for (int i = from; i < from + 9; i++) {
            line.append(i == from ? "" : " ");
            String word = random.nextInt(5) == 0 ? "w" + random.nextInt(400) : words[i];
            if (Character.isUpperCase(word.charAt(0))) {
                line.append(word, new Label("NAME"));
            } else {
                line.append(word);
            }
        }
        return line.build();
    }

    private static Example example(String id, AnnotatedText line) {
        return new Example(id, Optional.empty(), line, new Provenance.Synthetic("test", Optional.empty(), 1));
    }
}
