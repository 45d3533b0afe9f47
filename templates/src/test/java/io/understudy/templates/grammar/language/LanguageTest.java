package io.understudy.templates.grammar.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Template;
import io.understudy.templates.grammar.Finding;
import io.understudy.templates.grammar.text.GrammarReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    private static Utterances only(String lines) {
        try {
            return Language.of(GrammarReader.read("g", lines.replace(';', '\n')))
                    .intents()
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> all(Utterances utterances) {
        return IntStream.range(0, utterances.count().intValueExact())
                .mapToObj(i ->
                        Markup.write(utterances.utterance(BigInteger.valueOf(i)).text()))
                .toList();
    }

    /** Lines of a grammar stand with {@code ;} for a line break; utterances in the order of their numbers. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "intent i;  fly [from a] to b[s] ~ fly from a to bs/fly from a to b/fly to bs/fly to b",
                "intent i;  [a] [b] c ~ a b c/a c/b c/c",
                "intent i;  ( yes | no ). ~ yes./no.",
                "intent i;  I('m|\\sam) ~ I'm/I am",
                "intent i;  {n: 1..3} ~ [1](n)/[2](n)/[3](n)",
                "intent i;  <09..11> <0.5..1 by 0.5> ~ 09 0.5/09 1.0/10 0.5/10 1.0/11 0.5/11 1.0",
                "intent i;  <2..3 as ordinal> <21..22 as words> ~ 2nd twenty-one/2nd twenty-two/3rd twenty-one/3rd twenty-two",
                "intent i;  {d: 2024-02-28..2024-03-01 as \"d MMM\"} ~ [28 Feb](d)/[29 Feb](d)/[1 Mar](d)",
                "intent i;  <23:00..23:59 by 30 minutes as \"h:mm a\"> ~ 11:00 PM/11:30 PM",
                "intent i;  a/an (apple|pear|hour|union) ~ an apple/a pear/an hour/a union",
                "intent i;  ^(oslo|éa) ^word ~ Oslo Word/Éa Word",
                "intent i;  [p: x] y[p: z][!p: n] ~ x yz/yn",
                "intent i;  <c = k> or <c>;alias k;  (a|b) ~ a or a/b or b",
                "intent i;  <f(x, y|z)>;alias f(p, q);  $p-$q ~ x-y/x-z",
                "intent i;  {s#b} {s};slot s#a: S;  x;slot s#b: S;  y ~ [y](S) [x](S)/[y](S) [y](S)",
                "intent i;  <r>;alias r depth=2;  very [<r>] ~ very very very/very very/very",
                "intent i;  {a} {b};slot a;  x;  y;slot b;  x;  y;where a differs from b ~ [x](a) [y](b)/[y](a) [x](b)",
                "intent i;  {a: 1..3} {b};slot a;  z;slot b;  1 ~ [1](a) [1](b)/[2](a) [1](b)/[3](a) [1](b)",
                "intent i;  {a} {b};slot a;  <1..3>;slot b;  <1..2>;where b after a ~ [1](a) [2](b)",
                "intent i;  {a} [{b}];slot a;  x;  y;slot b;  u;  v;where a=x only with b=u"
                        + " ~ [x](a) [u](b)/[y](a) [u](b)/[y](a) [v](b)/[y](a)",
                "intent i;  costs \\$5 \\= 5 \\<b\\> #1 a\\|b ~ costs $5 = 5 <b> #1 a|b",
                "intent i;  a     # comment;  # b;  c#d ~ a/c#d",
                "intent i;  at 10:30 (2: a|b) ~ at 10:30 a/at 10:30 b",
            })
    void theLanguageSays(String lines, String utterances) {
        assertThat(all(only(lines))).containsExactly(utterances.strip().split("/"));
    }

    @Test
    void valuesAreCarried() {
        Utterances utterances =
                only("intent i;  {s};slot s: S role=r group=g;  (NYC|the apple) = New York;  Oslo =;  x");
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            AnnotatedText text = utterances.utterance(BigInteger.valueOf(i)).text();
            values.add(
                    text.text() + "=" + text.mentions().get(0).details().value().orElse("-"));
            assertThat(text.mentions().get(0).label()).isEqualTo(new Label("S"));
            assertThat(text.mentions().get(0).details().role()).contains("r");
            assertThat(text.mentions().get(0).details().group()).contains("g");
        }
        assertThat(values).containsExactly("NYC=New York", "the apple=New York", "Oslo=Oslo", "x=-");
    }

    @Test
    void hugeLanguagesAreCountedAndNumbered() {
        // 9^40 (ten digits but one, forty times) is beyond 64 bits.
        Utterances utterances = only("intent i;  " + "<1..9> ".repeat(40));
        BigInteger count = BigInteger.valueOf(9).pow(40);
        assertThat(utterances.count()).isEqualTo(count);
        for (String number : List.of(
                "0",
                "12345678901234567890123456789",
                count.subtract(BigInteger.ONE).toString())) {
            String text = utterances.utterance(new BigInteger(number)).text().text();
            // The number in base 9, its digits one higher.
            String base9 = "0".repeat(40) + new BigInteger(number).toString(9);
            String digits = base9.substring(base9.length() - 40);
            assertThat(text.replace(" ", "").chars().map(c -> c - 1).toArray())
                    .isEqualTo(digits.chars().toArray());
            assertThat(utterances.ranks(text, 5)).containsExactly(new BigInteger(number));
        }
        Sampling sample = utterances.sample(3, 2000, false);
        Set<String> distinct = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            distinct.add(sample.utterance(i).text().text());
        }
        assertThat(distinct).hasSize(2000);
    }

    /**
     * Pearson's chi-square against the weights, many samples of one line each, so that lines are independent. Critical
     * values at 1 %: 16.81 for 6 degrees of freedom (any table of the distribution).
     */
    @Test
    void weightsHold() {
        Utterances utterances = only("intent i;  10%: a;  3: b (x|2: y);  [20%: c] d;  e");
        // b..e divide 90 % as 3 : 1 : 1; then 1 : 2 and 20 : 80.
        Map<String, Double> expected = Map.of("a", 0.1, "b x", 0.18, "b y", 0.36, "c d", 0.036, "d", 0.144, "e", 0.18);
        int draws = 20_000;
        Map<String, Integer> seen = new HashMap<>();
        for (int seed = 0; seed < draws; seed++) {
            seen.merge(utterances.sample(seed, 1, false).utterance(0).text().text(), 1, Integer::sum);
        }
        double chi = 0;
        for (Map.Entry<String, Double> each : expected.entrySet()) {
            double want = each.getValue() * draws;
            chi += Math.pow(seen.getOrDefault(each.getKey(), 0) - want, 2) / want;
        }
        assertThat(seen.keySet()).isEqualTo(expected.keySet());
        // 5 degrees of freedom.
        assertThat(chi).isLessThan(15.09);
    }

    /** In one sample without replacement each choice has its share, rounded up or down. */
    @Test
    void quotasHoldInOneSample() {
        Utterances utterances = only("intent i;  3: a <1..1000> <1..1000>;  b <1..1000> <1..1000>");
        Sampling sample = utterances.sample(5, 10_001, false);
        long a = LongStream.range(0, sample.size())
                .filter(i -> sample.utterance(i).text().text().startsWith("a"))
                .count();
        assertThat(a).isBetween(7500L, 7501L);
    }

    @Test
    void uniformSamplesCoverAllDerivationsAlike() {
        Utterances utterances = only("intent i;  9: a;  <1..9>");
        Map<String, Integer> seen = new HashMap<>();
        int draws = 10_000;
        for (int seed = 0; seed < draws; seed++) {
            seen.merge(utterances.sample(seed, 1, true).utterance(0).text().text(), 1, Integer::sum);
        }
        double chi = seen.values().stream()
                .mapToDouble(count -> Math.pow(count - draws / 10.0, 2) / (draws / 10.0))
                .sum();
        // 9 degrees of freedom at 1 %.
        assertThat(seen).hasSize(10);
        assertThat(chi).isLessThan(21.67);
    }

    @Test
    void askingForMoreThanThereAreGivesAll() {
        Sampling sample = only("intent i;  <1..7>").sample(1, 100, false);
        assertThat(sample.size()).isEqualTo(7);
        assertThat(LongStream.range(0, 7)
                        .mapToObj(i -> sample.utterance(i).text().text()))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "intent i;  (a|b) (c|d) ~ 4 ~ true",
                "intent i;  (a|a b) (b c|c) ~ 3 ~ false",
                "intent i;  [a] [a] ~ 3 ~ false",
                "intent i;  (a|^a) x ~ 4 ~ true",
                "intent i;  <1..200> <1..200> <1..200> ~ 8000000 ~ true",
                // 1 to 200, and 10 to 2000 by 10, of which 20 are both: 380, each behind one of 200.
                "intent i;  <1..200> <1..200>[0] ~ 76000 ~ false",
                "intent i;  <c = k> <c>;alias k;  a;  b;  a ~ 2 ~ false",
            })
    void ambiguityIsDecided(String lines, String distinct, boolean unambiguous) {
        Utterances utterances = only(lines);
        Distinct found = utterances.distinct();
        assertThat(found.isUnambiguous()).isEqualTo(unambiguous);
        found.exact()
                .ifPresent(count -> assertThat(count.toString())
                        .isIn(distinct, utterances.count().toString()));
        found.example().ifPresent(text -> assertThat(utterances.ranks(text, 9)).hasSizeGreaterThan(1));
    }

    @Test
    void textIsFoundWithItsMentions() {
        Utterances utterances =
                only("intent i;  go to {a: <k>} {b: <k>};  go to {a: x y} {b: x};alias k;  x;  y;  x y");
        AnnotatedText one = Markup.read("go to [x](a) [y x](b)");
        assertThat(utterances.ranks(one, 9)).isEmpty();
        assertThat(utterances.ranks(Markup.read("go to [x y](a) [x](b)"), 9)).hasSize(2);
        assertThat(utterances.ranks("go to x y x", 9)).hasSize(2);
        assertThat(utterances.derives(Template.of(Markup.read("go to [any](a) [thing](b)"))))
                .isTrue();
        assertThat(utterances.derives(Template.of(Markup.read("go to [any](b) [thing](a)"))))
                .isFalse();
    }

    @Test
    void allThatIsWrongIsListed() throws IOException {
        List<Finding> findings = Language.check(GrammarReader.read("g", """
                intent i
                  [a] [a] b
                alias unused
                  x
                """));
        assertThat(findings.stream().map(Finding::toString))
                .containsExactly(
                        "g:1:1: warning: the intent 'i' is ambiguous: \"a b\" has more than one derivation",
                        "g:3:1: warning: the alias 'unused' is never used");
    }
}
