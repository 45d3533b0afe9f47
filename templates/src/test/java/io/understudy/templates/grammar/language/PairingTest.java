package io.understudy.templates.grammar.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Seeds;
import io.understudy.templates.grammar.Constraint;
import io.understudy.templates.grammar.Constraint.After;
import io.understudy.templates.grammar.Constraint.Differs;
import io.understudy.templates.grammar.Constraint.OnlyWith;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.text.GrammarReader;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairingTest {

    private static final Position AT = new Position("g", 1, 1);

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pairsAreThoseThatHoldAllConstraints(int seed) {
        SplittableRandom random = Seeds.random(seed, 0);
        String[] ones = values(random);
        String[] others = values(random);
        List<Constraint> constraints = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            constraints.add(constraint(random));
        }
        Set<List<Integer>> expected = new HashSet<>();
        for (int i = 0; i < ones.length; i++) {
            for (int j = 0; j < others.length; j++) {
                if (holds(constraints, ones[i], others[j])) {
                    expected.add(List.of(i, j));
                }
            }
        }
        Optional<Partners> partners = new Pairing(constraints, "a", ones, others)
                .partners(ones, new double[ones.length], new double[others.length]);
        Set<List<Integer>> found = new HashSet<>();
        for (long pair = 0; pair < partners.map(Partners::size).orElse(0L); pair++) {
            int first = partners.get().first(pair);
            int second = partners.get().second(pair);
            found.add(List.of(first, second));
            assertThat(partners.get().number(first, second)).isEqualTo(pair);
        }
        assertThat(found)
                .as("%s %s %s", constraints, Arrays.toString(ones), Arrays.toString(others))
                .isEqualTo(expected);
        assertThat(partners.map(Partners::size).orElse(0L)).isEqualTo(expected.size());
    }

    private static String[] values(SplittableRandom random) {
        String[] values = new String[1 + random.nextInt(8)];
        Arrays.setAll(values, i -> random.nextInt(5) + (random.nextInt(3) == 0 ? ".0" : ""));
        return values;
    }

    private static Constraint constraint(SplittableRandom random) {
        boolean turned = random.nextBoolean();
        String one = turned ? "b" : "a";
        String other = turned ? "a" : "b";
        return switch (random.nextInt(4)) {
            case 0 -> new Differs(one, other, AT);
            case 1 -> new After(one, other, AT);
            case 2 -> new OnlyWith(one, List.of("1", "2"), other, List.of("3", "1.0"), AT);
            default -> new OnlyWith(one, List.of(), other, List.of("0", "4"), AT);
        };
    }

    private static boolean holds(List<Constraint> constraints, String a, String b) {
        return constraints.stream().allMatch(each -> {
            if (each instanceof Differs) {
                return !a.equals(b);
            }
            if (each instanceof After after) {
                double later = Double.parseDouble(after.later().equals("a") ? a : b);
                return later > Double.parseDouble(after.later().equals("a") ? b : a);
            }
            OnlyWith only = (OnlyWith) each;
            String slot = only.slot().equals("a") ? a : b;
            String with = only.slot().equals("a") ? b : a;
            return !(only.values().isEmpty() || only.values().contains(slot))
                    || only.others().contains(with);
        });
    }

    private static Utterances large(String constraint) throws IOException {
        return Language.of(GrammarReader.read("g", """
                        intent i
                          from {a} to {b}
                        slot a
                          <1..2000>
                        slot b
                          <1..2000>
                        """ + constraint + "\n"))
                .intents()
                .get(0);
    }

    @Test
    void moreCombinationsThanCanBeListedAreCounted() throws IOException {
        // Ordered pairs: n (n - 1) / 2. Differing ones: n (n - 1).
        assertThat(large("where b after a").count()).isEqualTo(1999 * 1000);
        assertThat(large("where a differs from b").count()).isEqualTo(2000 * 1999);
    }

    @Test
    void whatIsCountedIsNumberedAndDrawn() throws IOException {
        Utterances ordered = large("where b after a");
        for (long i = 0; i < 1999 * 1000; i += 77_777) {
            String text = ordered.utterance(BigInteger.valueOf(i)).text().text();
            assertThat(ordered.ranks(text, 2)).containsExactly(BigInteger.valueOf(i));
            String[] words = text.split(" ", -1);
            assertThat(Integer.parseInt(words[3])).isGreaterThan(Integer.parseInt(words[1]));
        }
        for (boolean even : new boolean[] {true, false}) {
            Set<String> drawn = new HashSet<>();
            Sampling sample = ordered.sample(3, 20_000, even);
            for (long place = 0; place < sample.size(); place++) {
                drawn.add(sample.text(place).text());
            }
            assertThat(drawn).hasSize(20_000);
        }
    }

    @Test
    void allOfThemAreDrawnOnce() throws IOException {
        Utterances all = Language.of(GrammarReader.read("g", """
                intent i
                  {a} {b}
                slot a
                  <1..1500>
                slot b
                  <1490..2200>
                where a after b
                """)).intents().get(0);
        // a = 1491 has one earlier b, a = 1500 ten.
        assertThat(all.count()).isEqualTo(55);
        Set<String> drawn = new HashSet<>();
        Sampling sample = all.sample(3, 100, false);
        for (long place = 0; place < sample.size(); place++) {
            drawn.add(sample.text(place).text());
        }
        assertThat(drawn).hasSize(55);
    }
}
