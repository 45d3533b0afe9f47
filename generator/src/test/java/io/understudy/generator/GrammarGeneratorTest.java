package io.understudy.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Gate;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Mention;
import io.understudy.core.text.Gender;
import io.understudy.core.text.Normalization;
import io.understudy.generator.surrogate.FirstNames;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.templates.grammar.Alternative.Side;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.text.GrammarReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GrammarGeneratorTest {

    /** 2 * 3 * 20 = 120 and 4 utterances. */
    private static final String TRAVEL = """
            intent fly train=30 test=10
              (fly|go) to {city} with {n: 1..20} bags

            intent stop
              test: halt
              (stop|wait) [now]

            slot city: CITY
              Oslo
              Bonn = DE-BN
              Nice
            """;

    private static final String GUESTS = """
            intent book
              a table for {guest.name}, mail {guest.email}
              {guest.first} and {other.first} come
            """;

    private static Language language(String grammar) throws IOException {
        return Language.of(GrammarReader.read("test.grammar", grammar));
    }

    private static IntentQuotas.Wishes wishes(Long count, Double test, Map<String, Optional<Long>> intents) {
        return new IntentQuotas.Wishes(Optional.ofNullable(count), Optional.ofNullable(test), intents);
    }

    private static GrammarPlan plan(String grammar, IntentQuotas.Wishes wishes, Disjoint disjoint, int threads)
            throws IOException {
        return new GrammarPlan(IntentQuotas.of(language(grammar), wishes), false, disjoint, 7, threads);
    }

    private static Outcome generate(GrammarPlan plan, Gate gate, List<GrammarLine> lines) throws InterruptedException {
        return new GrammarGenerator(Surrogates.standard(), gate)
                .generate(plan, lines::add)
                .outcome();
    }

    private static List<GrammarLine> generate(GrammarPlan plan) throws InterruptedException {
        List<GrammarLine> lines = new ArrayList<>();
        generate(plan, Gate.OPEN, lines);
        return lines;
    }

    private static String markup(GrammarLine line) {
        return Markup.write(line.example().annotated());
    }

    private static long of(List<GrammarLine> lines, String intent, Side side) {
        return lines.stream()
                .filter(line -> line.example().intent().equals(Optional.of(intent)) && line.side() == side)
                .count();
    }

    @Test
    void all_there_is_comes_once_and_is_said_to_be_all() throws Exception {
        List<GrammarLine> lines = new ArrayList<>();
        Outcome outcome = generate(plan(TRAVEL, wishes(1000L, 0.0, Map.of()), Disjoint.LINE, 2), Gate.OPEN, lines);
        // 120 of fly; of stop: halt, stop, wait, stop now, wait now.
        assertThat(outcome.produced()).isEqualTo(125);
        assertThat(outcome.exhausted()).isTrue();
        assertThat(outcome.requested()).isEqualTo(1000);
        assertThat(lines).extracting(line -> line.example().text()).doesNotHaveDuplicates();
        assertThat(lines).extracting(GrammarGeneratorTest::markup).contains("halt", "wait now");
    }

    @Test
    void labels_values_and_intents_come_from_the_derivation() throws Exception {
        List<GrammarLine> lines = generate(plan(TRAVEL, wishes(125L, 0.0, Map.of()), Disjoint.LINE, 1));
        assertThat(lines)
                .extracting(GrammarGeneratorTest::markup)
                .contains("fly to [Bonn](CITY) with [3](n) bags", "go to [Nice](CITY) with [20](n) bags");
        Mention bonn = lines.stream()
                .filter(line -> line.example().text().equals("fly to Bonn with 3 bags"))
                .findFirst()
                .orElseThrow()
                .example()
                .annotated()
                .mentions()
                .get(0);
        assertThat(bonn.details().value()).contains("DE-BN");
    }

    @ParameterizedTest
    @CsvSource({
        // count, test; fly train and test, stop train and test. The grammar says 40 of fly and nothing of stop.
        "60,    0, 60,  0, 0, 0",
        "60,   12, 48, 12, 0, 0",
        "40,  .25, 30, 10, 0, 0",
        "123,   0, 120, 0, 3, 0",
        "   ,   0, 40,  0, 0, 0",
        "   ,    , 30, 10, 0, 0",
    })
    void each_intent_gets_its_share(Long count, Double test, long flyTrain, long flyTest, long stopTrain, long stopTest)
            throws Exception {
        List<GrammarLine> lines = generate(plan(TRAVEL, wishes(count, test, Map.of()), Disjoint.LINE, 2));
        assertThat(of(lines, "fly", Side.TRAIN)).isEqualTo(flyTrain);
        assertThat(of(lines, "fly", Side.TEST)).isEqualTo(flyTest);
        assertThat(of(lines, "stop", Side.TRAIN)).isEqualTo(stopTrain);
        assertThat(of(lines, "stop", Side.TEST)).isEqualTo(stopTest);
    }

    @Test
    void numbers_of_intents_given_one_by_one_hold() throws Exception {
        List<GrammarLine> lines = generate(plan(
                TRAVEL, wishes(null, null, Map.of("stop", Optional.of(3L), "fly", Optional.of(8L))), Disjoint.LINE, 2));
        assertThat(of(lines, "stop", Side.TRAIN)).isEqualTo(3);
        // The grammar says a quarter of fly is for the test.
        assertThat(of(lines, "fly", Side.TRAIN)).isEqualTo(6);
        assertThat(of(lines, "fly", Side.TEST)).isEqualTo(2);
    }

    @Test
    void a_line_of_the_grammar_goes_where_it_says() throws Exception {
        Set<Side> sides = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            List<IntentQuota> quotas =
                    IntentQuotas.of(language(TRAVEL), wishes(4L, 2.0, Map.of("stop", Optional.empty())));
            generate(new GrammarPlan(quotas, false, Disjoint.LINE, seed, 1)).stream()
                    .filter(line -> line.example().text().equals("halt"))
                    .forEach(line -> sides.add(line.side()));
        }
        assertThat(sides).containsExactly(Side.TEST);
    }

    @ParameterizedTest
    @EnumSource(Disjoint.class)
    void train_and_test_share_nothing_that_they_must_not(Disjoint disjoint) throws Exception {
        String grammar = """
                intent fly
                  (fly|go|travel|sail) [please] (to|from) {city} [on {day}] [with {bags}]

                slot city: CITY
                  (Oslo|Bonn|Nice|Rome|Bath|York|Cork|Graz|Brno|Riga)
                slot day: DATE
                  (Monday|Tuesday|Friday|Sunday)
                slot bags
                  <1..30> bags
                """;
        List<GrammarLine> lines = generate(plan(grammar, wishes(200L, 50.0, Map.of()), disjoint, 2));
        assertThat(of(lines, "fly", Side.TRAIN)).isEqualTo(150);
        assertThat(of(lines, "fly", Side.TEST)).isEqualTo(50);
        assertThat(lines).extracting(line -> line.example().text()).doesNotHaveDuplicates();
        if (disjoint.keepsTemplatesApart()) {
            assertThat(templates(lines, Side.TRAIN)).doesNotContainAnyElementsOf(templates(lines, Side.TEST));
        }
        if (disjoint.keepsValuesApart()) {
            assertThat(values(lines, Side.TRAIN)).doesNotContainAnyElementsOf(values(lines, Side.TEST));
        } else {
            assertThat(values(lines, Side.TRAIN)).containsAnyElementsOf(values(lines, Side.TEST));
        }
    }

    private static Set<String> templates(List<GrammarLine> lines, Side side) {
        return of(
                lines,
                side,
                line -> Stream.of(line.example().annotated().template().toString()));
    }

    private static Set<String> values(List<GrammarLine> lines, Side side) {
        return of(
                lines,
                side,
                line -> line.example().annotated().mentions().stream()
                        .map(mention -> mention.label() + " "
                                + Normalization.of(line.example().annotated().surface(mention))));
    }

    private static Set<String> of(
            List<GrammarLine> lines, Side side, java.util.function.Function<GrammarLine, Stream<String>> things) {
        Set<String> found = new HashSet<>();
        lines.stream().filter(line -> line.side() == side).flatMap(things).forEach(found::add);
        return found;
    }

    @Test
    void parts_of_one_guest_agree() throws Exception {
        List<GrammarLine> lines = generate(plan(GUESTS, wishes(200L, 0.0, Map.of()), Disjoint.LINE, 2));
        // Two derivations, and as many lines as there are guests.
        assertThat(lines).hasSize(200);
        for (GrammarLine line : lines) {
            List<Mention> mentions = line.example().annotated().mentions();
            String first = line.example().annotated().surface(mentions.get(0));
            String second = line.example().annotated().surface(mentions.get(1));
            if (line.example().text().startsWith("a table")) {
                String last = first.substring(first.indexOf(' ') + 1);
                assertThat(second).containsIgnoringCase(last.replaceAll("[^A-Za-z]", ""));
            } else {
                assertThat(second).isNotEqualTo(first);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'my (uncle|nephew) {guest.name} came'                     | MALE
            I met my aunt {guest.first}                              | FEMALE
            Mr. {guest.name} and his wife                            | MALE
            ask Mrs. {guest.name}, mail {guest.email}                | FEMALE
            her husband, {guest.name}, is late                       | MALE
            {relation} {guest.first} called                          | FEMALE
            {guest.name} lost her ticket                             | FEMALE
            is {guest.first} here? tell my brother {guest.name}      | MALE""")
    void a_guest_hears_the_words_around(String line, Gender gender) throws Exception {
        String grammar = "intent meet\n  " + line + "\n\nslot relation: RELATION\n  my sister\n  his mom\n";
        for (GrammarLine each : generate(plan(grammar, wishes(40L, 0.0, Map.of()), Disjoint.LINE, 1))) {
            AnnotatedText text = each.example().annotated();
            String first = text.mentions().stream()
                    .filter(mention -> mention.label().equals(Label.PERSON))
                    .map(mention -> text.surface(mention).split(" ", -1)[0])
                    .findFirst()
                    .orElseThrow();
            assertThat(FirstNames.gender(first)).as(text.text()).isIn(gender, Gender.UNKNOWN);
        }
    }

    @Test
    void what_the_gate_refuses_is_made_up_for() throws Exception {
        List<GrammarLine> lines = new ArrayList<>();
        Gate gate = line -> line.text().startsWith("go") ? Optional.of("goes") : Optional.empty();
        Outcome outcome = generate(
                plan(TRAVEL, wishes(40L, 0.0, Map.of("fly", Optional.empty())), Disjoint.LINE, 2), gate, lines);
        assertThat(lines).hasSize(40).allMatch(line -> line.example().text().startsWith("fly"));
        assertThat(outcome.dropped()).containsKey("goes");
        assertThat(outcome.exhausted()).isFalse();
    }

    @Test
    void threads_change_nothing() throws Exception {
        for (Disjoint disjoint : Disjoint.values()) {
            assertThat(generate(plan(GUESTS + TRAVEL, wishes(700L, 0.2, Map.of()), disjoint, 7)))
                    .as(disjoint.name())
                    .isEqualTo(generate(plan(GUESTS + TRAVEL, wishes(700L, 0.2, Map.of()), disjoint, 1)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10  | 1 1 1   | 9 9 9 | 4 3 3",
                "10  | 2 1 1   | 9 9 9 | 5 3 2",
                "10  | 1 1 1   | 9 1 9 | 5 1 4",
                "10  | 1 0 0   | 9 9 9 | 9 1 0",
                "10  | 1 1 1   | 1 1 1 | 4 3 3",
                "0   | 1 1 1   | 9 9 9 | 0 0 0",
                "7   | 0 0 0   | 9 9 9 | 3 2 2"
            })
    void things_are_divided_by_weight(long total, String weights, String room, String parts) {
        double[] byWeight =
                Stream.of(weights.split(" ")).mapToDouble(Double::parseDouble).toArray();
        long[] bounds = Stream.of(room.split(" ")).mapToLong(Long::parseLong).toArray();
        assertThat(Apportionment.of(total, byWeight, bounds))
                .containsExactly(
                        Stream.of(parts.split(" ")).mapToLong(Long::parseLong).toArray());
    }

    @Test
    void mistakes_are_told() {
        assertThatThrownBy(() -> wishes(10L, 11.0, Map.of()))
                .hasMessage("the test is to have 11 of 10 lines; expected no more than there are");
        assertThatThrownBy(() -> IntentQuotas.of(language(TRAVEL), wishes(null, null, Map.of("fli", Optional.empty()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fli")
                .hasMessageContaining("fly");
        assertThatThrownBy(
                        () -> IntentQuotas.of(language("intent x train=many\n  hello\n"), wishes(null, null, Map.of())))
                .hasMessage("test.grammar:1: intent 'x' says train=many; expected a number of lines");
    }
}
