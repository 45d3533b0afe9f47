package io.understudy.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.Gate;
import io.understudy.core.Label;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Trait;
import io.understudy.templates.grammar.text.GrammarReader;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotasTest {

    private static final String FLY = """
            intent fly
              9: go to {city} for {n: 1..500}
              at {hour: 0..23} go to {city} for {n: 1..500}
            intent stay
              stay in {city} for {nights: 1..400}
              out of {city} by {hour: 0..23} after {nights: 1..400}
            slot city: CITY
              8: Oslo
              (Bergen|Bjorgvin) = Bergen
              Narvik
            """;

    private static Language language(String grammar) throws IOException {
        return Language.of(GrammarReader.read("g", grammar));
    }

    private static Quota label(String label, long least, long most) {
        return new Quota(
                "label " + label, Optional.empty(), Optional.of(new Trait.Labelled(new Label(label))), least, most);
    }

    private static Quota value(String value, long lines) {
        return new Quota(
                "value " + value,
                Optional.empty(),
                Optional.of(new Trait.Valued(new Label("CITY"), value)),
                lines,
                lines);
    }

    private static List<GrammarLine> lines(String grammar, long count, List<Quota> quotas, Set<Balance> balance)
            throws Exception {
        List<IntentQuota> plan = IntentQuotas.of(
                language(grammar),
                new IntentQuotas.Wishes(Optional.of(count), Optional.empty(), Map.of(), quotas, balance, false));
        List<GrammarLine> lines = new ArrayList<>();
        new GrammarGenerator(Surrogates.standard(), Gate.OPEN)
                .generate(new GrammarPlan(plan, false, Disjoint.LINE, 1, 2), lines::add);
        return lines;
    }

    private static long labelled(List<GrammarLine> lines, String label) {
        return lines.stream()
                .filter(line -> line.example().annotated().mentions().stream()
                        .anyMatch(mention -> mention.label().name().equals(label)))
                .count();
    }

    private static long valued(List<GrammarLine> lines, String value) {
        return lines.stream()
                .filter(line -> line.example().annotated().mentions().stream()
                        .anyMatch(mention -> mention.details()
                                .value()
                                .orElse(line.example().annotated().surface(mention))
                                .equals(value)))
                .count();
    }

    @Test
    void a_label_is_in_as_many_lines_as_are_asked_for() throws Exception {
        List<GrammarLine> lines = lines(FLY, 1000, List.of(label("hour", 300, 300)), Set.of());
        assertThat(lines).hasSize(1000);
        assertThat(labelled(lines, "hour")).isEqualTo(300);
    }

    @Test
    void values_and_labels_hold_together() throws Exception {
        List<GrammarLine> lines = lines(
                FLY,
                1000,
                List.of(value("Narvik", 400), value("Bergen", 250), label("hour", 0, 100), label("nights", 600, 2000)),
                Set.of());
        assertThat(lines).hasSize(1000);
        assertThat(valued(lines, "Narvik")).isEqualTo(400);
        assertThat(valued(lines, "Bergen")).isEqualTo(250);
        assertThat(labelled(lines, "hour")).isLessThanOrEqualTo(100);
        assertThat(labelled(lines, "nights")).isGreaterThanOrEqualTo(600);
    }

    @Test
    void an_intent_is_given_its_number_and_the_others_share_the_rest() throws Exception {
        Quota fly = new Quota("fly", Optional.of("fly"), Optional.empty(), 900, 900);
        List<GrammarLine> lines = lines(FLY, 1000, List.of(fly), Set.of());
        assertThat(lines.stream().filter(line -> line.example().intent().equals(Optional.of("fly"))))
                .hasSize(900);
        assertThat(lines).hasSize(1000);
    }

    @Test
    void balanced_values_are_equally_frequent_however_they_are_weighted() throws Exception {
        List<GrammarLine> lines = lines(FLY, 900, List.of(), Set.of(Balance.VALUES));
        for (String city : List.of("Oslo", "Bergen", "Narvik")) {
            assertThat(valued(lines, city)).as(city).isBetween(285L, 315L);
        }
    }

    @Test
    void balanced_alternatives_are_equally_frequent() throws Exception {
        List<GrammarLine> lines = lines(FLY, 1000, List.of(), Set.of(Balance.ALTERNATIVES));
        // Of each intent one of two lines has an hour.
        assertThat(labelled(lines, "hour")).isBetween(495L, 505L);
    }

    @Test
    void balanced_labels_come_as_near_as_the_grammar_lets_them() throws Exception {
        // A city is in every line; n in all of one intent, nights in all of the other: 500 each; hours can be as many.
        List<GrammarLine> lines = lines(FLY, 1000, List.of(), Set.of(Balance.LABELS));
        assertThat(labelled(lines, "hour")).isGreaterThanOrEqualTo(495);
    }

    @Test
    void what_cannot_be_met_is_told_with_its_number() throws Exception {
        String few = "intent i\n  go to {city} [now]\nslot city: CITY\n  Oslo\n  Narvik\n";
        List<IntentQuota> plan = IntentQuotas.of(
                language(few),
                new IntentQuotas.Wishes(
                        Optional.of(4L), Optional.empty(), Map.of(), List.of(value("Oslo", 3)), Set.of(), false));
        GrammarOutcome outcome = new GrammarGenerator(Surrogates.standard(), Gate.OPEN)
                .generate(new GrammarPlan(plan, false, Disjoint.LINE, 1, 1), line -> {});
        assertThat(outcome.shortfalls()).contains("value Oslo: 2 lines");
    }

    @Test
    void what_no_utterance_has_is_refused() {
        assertThatThrownBy(() -> lines(FLY, 10, List.of(label("CTY", 1, 1)), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label CTY: no utterance is or has this");
    }

    @Test
    void an_intent_out_of_scope_says_nothing_that_others_say_and_is_given_the_name_it_asks_for() throws Exception {
        String grammar = """
                intent fly
                  go to (Oslo|Bergen)
                intent other scope=out as=none
                  go to (Oslo|Narvik|hell)
                intent near negative=fly as=not_fly
                  (go|come) to (Oslo|Narvik)
                """;
        List<GrammarLine> lines = lines(grammar, 60, List.of(), Set.of());
        assertThat(lines)
                .extracting(line -> line.example().intent().orElse("") + ": "
                        + line.example().text())
                .containsExactlyInAnyOrder(
                        "fly: go to Oslo",
                        "fly: go to Bergen",
                        ": go to hell",
                        "not_fly: go to Narvik",
                        "not_fly: come to Oslo",
                        "not_fly: come to Narvik");
    }

    @Test
    void covering_lines_come_first_and_go_to_the_training_side() throws Exception {
        Grammar grammar = GrammarReader.read("g", "intent i\n  (a|b|c) (1|2|3) <1..100>\n");
        List<IntentQuota> quotas = IntentQuotas.of(
                Language.of(grammar), new IntentQuotas.Wishes(Optional.of(40L), Optional.of(0.5), Map.of()));
        List<BigInteger> first =
                IntStream.of(0, 150, 420).mapToObj(BigInteger::valueOf).toList();
        List<GrammarLine> lines = new ArrayList<>();
        new GrammarGenerator(Surrogates.standard(), Gate.OPEN)
                .generate(
                        new GrammarPlan(
                                IntentQuotas.covering(quotas, List.of(3), Optional.of(40L)),
                                List.of(first),
                                false,
                                Disjoint.LINE,
                                1,
                                1),
                        lines::add);
        assertThat(lines).hasSize(40);
        assertThat(lines.subList(0, 3))
                .extracting(line -> line.example().text())
                .containsExactlyInAnyOrder("a 1 1", "a 2 51", "b 2 21");
        assertThat(lines.subList(0, 3))
                .allMatch(line -> line.side() == io.understudy.templates.grammar.Alternative.Side.TRAIN);
    }
}
