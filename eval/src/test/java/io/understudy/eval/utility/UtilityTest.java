package io.understudy.eval.utility;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.Provenance.Synthetic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UtilityTest {

    private static final List<String> CITIES = List.of("Oslo", "Graz", "Linz", "Ulm", "Bern", "Riga", "Turin", "Lodz");
    private static final List<String> NAMES = List.of("Ada", "Bela", "Ines", "Ravi", "Tomo", "Zoe", "Lena", "Omar");

    /** Two intents and two labels that their words give away. */
    private static List<Example> lines(String generator, int from, int count, boolean swapped) {
        List<Example> lines = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            String name = NAMES.get(i % 8);
            String city = CITIES.get(i / 8 % 8);
            boolean fly = i % 2 == 0;
            String markup = fly
                    ? "fly [%s](PERSON) to [%s](CITY) today".formatted(name, city)
                    : "who is [%s](PERSON) calling from [%s](CITY)".formatted(name, city);
            lines.add(new Example(
                    "s" + i,
                    Optional.of(fly == swapped ? "call" : "fly"),
                    Markup.read(markup),
                    new Synthetic(generator, Optional.empty(), 1)));
        }
        return lines;
    }

    private static Worth measure(Task task, List<Example> synthetic) {
        return new Utility(
                        task, synthetic, lines("x", 0, 64, false), lines("x", 64, 40, false), UtilityOptions.STANDARD)
                .measure(share -> {});
    }

    @Test
    void linesLikeTheOriginalTeachAsMuch() {
        for (Task task : Task.values()) {
            Worth worth = measure(task, lines("a", 3, 64, false));
            assertThat(worth.synthetic().mean()).as("%s", task).isGreaterThan(0.98);
            assertThat(worth.original().mean()).as("%s", task).isGreaterThan(0.98);
            assertThat(worth.overOriginal().low()).as("%s", task).isLessThanOrEqualTo(0);
            assertThat(worth.overOriginal().high()).as("%s", task).isGreaterThanOrEqualTo(0);
            assertThat(worth.trained()).isEqualTo(64);
            assertThat(worth.tested()).isEqualTo(40);
            assertThat(worth.sampled()).isFalse();
            assertThat(worth.generators()).isEmpty();
        }
    }

    @Test
    void linesWithTheWrongIntentsTeachNothing() {
        Worth worth = measure(Task.INTENTS, lines("a", 0, 64, true));
        assertThat(worth.synthetic().mean()).isZero();
        assertThat(worth.overOriginal().high()).isLessThan(-0.9);
        assertThat(worth.kinds()).extracting(Worth.Kind::name).containsExactly("call", "fly");
        assertThat(worth.kinds()).extracting(Worth.Kind::gold).containsExactly(20L, 20L);
    }

    @Test
    void theGeneratorWhoseLinesHurtIsNamed() {
        List<Example> mixed = new ArrayList<>(lines("good", 0, 40, false));
        mixed.addAll(lines("bad", 0, 60, true));
        List<Worth.Generator> generators = measure(Task.INTENTS, mixed).generators();
        assertThat(generators).extracting(Worth.Generator::name).containsExactly("bad", "good");
        assertThat(generators).extracting(Worth.Generator::lines).containsExactly(60, 40);
        assertThat(generators.get(0).adds().high()).isLessThan(0);
        assertThat(generators.get(1).adds().value()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void equalRunsGiveEqualFigures() {
        for (Task task : Task.values()) {
            List<Example> synthetic = lines("a", 3, 50, false);
            assertThat(measure(task, synthetic)).isEqualTo(measure(task, synthetic));
        }
    }

    @Test
    void itSaysWhyNothingWasMeasured() {
        List<Example> lines = lines("a", 0, 64, false);
        assertThat(new Utility(Task.SLOTS, lines, lines, lines.subList(0, 3), UtilityOptions.STANDARD).obstacle())
                .isEqualTo("the holdout has 3 lines with mentions; needs 20");
        assertThat(new Utility(Task.INTENTS, lines, List.of(), lines, UtilityOptions.STANDARD).obstacle())
                .isEqualTo("the original has no line with intents; needs 20");
        assertThat(new Utility(Task.SLOTS, lines, lines, lines, new UtilityOptions(1, 0)).obstacle())
                .isEqualTo("nothing was trained, as --budget 0s asks; --budget 60s trains");
        assertThat(new Utility(Task.SLOTS, lines, lines, lines, UtilityOptions.STANDARD).obstacle())
                .isEmpty();
    }
}
