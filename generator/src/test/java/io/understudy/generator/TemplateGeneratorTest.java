package io.understudy.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Mention;
import io.understudy.core.Provenance;
import io.understudy.core.Template;
import io.understudy.core.text.Normalization;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.templates.MinedTemplates;
import io.understudy.templates.TemplateSource;
import io.understudy.templates.TemplateSource.Carrier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TemplateGeneratorTest {

    private static final List<String> SOURCE = List.of(
            "[Ada Byrne](PERSON) flies to [Oslo](CITY) on [Monday](DATE).",
            "call [ada](PERSON) at [555-0134](PHONE)",
            "pay [$25.00](MONEY) to [Acme Inc.](ORGANIZATION)",
            "is [maine](STATE) in [norway](COUNTRY)?",
            "[Bob](PERSON) met an [Ada Byrne](PERSON)",
            "rate it [four](rating_value) of [6](best_rating)");

    /** Refuses mentions that equal one of the source, as the real gate does among other things. */
    private static final Gate NO_SOURCE_SURFACE = gate(SOURCE);

    private static Gate gate(List<String> source) {
        Set<String> surfaces = source.stream()
                .map(Markup::read)
                .flatMap(text -> text.mentions().stream().map(text::surface))
                .map(Normalization::of)
                .collect(Collectors.toSet());
        return line -> line.mentions().stream()
                        .map(line::surface)
                        .map(Normalization::of)
                        .anyMatch(surfaces::contains)
                ? Optional.of("source_surface")
                : Optional.empty();
    }

    private static TemplateSource mined(List<String> source) {
        MinedTemplates.Builder builder = MinedTemplates.builder();
        for (String markup : source) {
            builder.add(
                    new Example("x", Optional.of("intent"), Markup.read(markup), new Provenance.Original("source", 1)));
        }
        return builder.build(new MinedTemplates.Rules(1, false, true, Gate.OPEN));
    }

    private static List<Example> lines(TemplateGenerator generator, Plan plan) throws InterruptedException {
        List<Example> lines = new ArrayList<>();
        generator.generate(plan, lines::add);
        return lines;
    }

    private static TemplateGenerator generator() {
        return new TemplateGenerator(mined(SOURCE), Surrogates.standard(), NO_SOURCE_SURFACE);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void threadsChangeNothing(int threads) throws InterruptedException {
        assertThat(lines(generator(), new Plan(3_000, 5, threads)))
                .isEqualTo(lines(generator(), new Plan(3_000, 5, 1)));
    }

    @Test
    void anotherSeedGivesOtherLines() throws InterruptedException {
        Set<String> first = texts(lines(generator(), new Plan(500, 1, 1)));
        assertThat(texts(lines(generator(), new Plan(500, 2, 1))))
                .filteredOn(first::contains)
                .hasSizeLessThan(50);
    }

    @Test
    void fewerLinesAreTheBeginningOfMore() throws InterruptedException {
        List<Example> many = lines(generator(), new Plan(900, 4, 2));
        assertThat(lines(generator(), new Plan(300, 4, 2))).isEqualTo(many.subList(0, 300));
    }

    @Test
    void linesAreDistinctNumberedAndKnowWhereTheyComeFrom() throws InterruptedException {
        List<Example> lines = lines(generator(), new Plan(2_000, 9, 2));
        assertThat(lines).hasSize(2_000);
        assertThat(texts(lines)).hasSize(2_000);
        assertThat(lines.get(0).id()).isEqualTo("s-000001");
        assertThat(lines.get(1_999).id()).isEqualTo("s-002000");
        Set<String> templates =
                SOURCE.stream().map(m -> Markup.read(m).template().toString()).collect(Collectors.toSet());
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.intent()).contains("intent");
            Provenance.Synthetic provenance = (Provenance.Synthetic) line.provenance();
            assertThat(provenance.generator()).isEqualTo("templates");
            assertThat(provenance.seed()).isEqualTo(9);
            assertThat(templates).contains(provenance.template().orElseThrow());
        });
    }

    @Test
    void noSurfaceOfTheSourceComesThrough() throws InterruptedException {
        for (Example line : lines(generator(), new Plan(3_000, 11, 2))) {
            assertThat(NO_SOURCE_SURFACE.refuse(line.annotated())).isEmpty();
        }
    }

    @Test
    void mentionsCarryTheLabelsOfTheSource() throws InterruptedException {
        Set<List<String>> labels =
                SOURCE.stream().map(m -> labels(Markup.read(m))).collect(Collectors.toSet());
        assertThat(lines(generator(), new Plan(500, 1, 1)))
                .allSatisfy(line -> assertThat(labels).contains(labels(line.annotated())));
    }

    private static List<String> labels(AnnotatedText text) {
        return text.mentions().stream()
                .map(Mention::label)
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void aLanguageOfThreeLinesGivesThree(int threads) throws InterruptedException {
        TemplateSource three =
                (seed, index) -> new Carrier(Markup.read("line " + index % 3).template(), Optional.empty());
        List<Example> lines = new ArrayList<>();
        Outcome outcome = new TemplateGenerator(three, Surrogates.standard(), Gate.OPEN)
                .generate(new Plan(10, 1, threads), lines::add);
        assertThat(lines).extracting(Example::text).containsExactly("line 0", "line 1", "line 2");
        // 40 chunks of 256: the first number of candidates at which the last 10,000 were old.
        assertThat(outcome)
                .isEqualTo(new Outcome(10, 3, 10_240, new java.util.TreeMap<>(Map.of("duplicate", 10_237L)), true));
    }

    @Test
    void refusalsAreCountedByReason() throws InterruptedException {
        Gate gate = line -> line.text().equals("ab") ? Optional.of("short") : Optional.empty();
        TemplateSource source = (seed, index) -> new Carrier(
                Markup.read(index % 2 == 0 ? "ab" : "call [Ada](PERSON)").template(), Optional.empty());
        Outcome outcome =
                new TemplateGenerator(source, Surrogates.standard(), gate).generate(new Plan(100, 1, 2), line -> {});
        assertThat(outcome.produced()).isEqualTo(100);
        assertThat(outcome.exhausted()).isFalse();
        assertThat(outcome.dropped().get("short")).isGreaterThanOrEqualTo(99);
        long dropped =
                outcome.dropped().values().stream().mapToLong(Long::longValue).sum();
        assertThat(outcome.candidates()).isEqualTo(100 + dropped);
    }

    @Test
    void aGateThatRefusesEverythingEndsTheRun() throws InterruptedException {
        Outcome outcome = new TemplateGenerator(mined(SOURCE), Surrogates.standard(), line -> Optional.of("no"))
                .generate(new Plan(5, 1, 2), line -> {
                    throw new AssertionError(line.id());
                });
        assertThat(outcome.produced()).isZero();
        assertThat(outcome.exhausted()).isTrue();
        assertThat(outcome.dropped()).containsOnlyKeys("no");
    }

    @Test
    void aRuleOnCarriersDoesNotForbidSurfaces() throws InterruptedException {
        Gate gate = new Gate() {
            @Override
            public Optional<String> refuse(AnnotatedText line) {
                // As where many records must share a carrier: a name by itself is no such carrier.
                return line.text().startsWith("call ") ? Optional.empty() : Optional.of("few_sources");
            }

            @Override
            public Optional<String> refuse(Label label, String surface) {
                return Optional.empty();
            }
        };
        TemplateSource source =
                (seed, index) -> new Carrier(Markup.read("call [ada](PERSON)").template(), Optional.empty());
        assertThat(lines(new TemplateGenerator(source, Surrogates.standard(), gate), new Plan(50, 1, 1)))
                .allSatisfy(line -> assertThat(line.text()).matches("call [a-z]+"));
    }

    @Test
    void nothingAskedIsNothingDone() throws InterruptedException {
        assertThat(generator().generate(new Plan(0, 1, 2), line -> {}).candidates())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aFailureOfAWorkerComesOut(int threads) {
        TemplateSource broken = (seed, index) -> {
            if (index == 700) {
                throw new IllegalStateException("carrier 700");
            }
            return new Carrier(Markup.read("call [Ada](PERSON)").template(), Optional.empty());
        };
        List<Example> lines = new ArrayList<>();
        assertThatThrownBy(() -> new TemplateGenerator(broken, Surrogates.standard(), Gate.OPEN)
                        .generate(new Plan(5_000, 1, threads), lines::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("carrier 700");
        // The two chunks before the broken one were handed over whole.
        assertThat(lines).hasSizeBetween(1, 512);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void eachLineIsStudiedOnceAndComesInOrder(int threads) throws InterruptedException {
        List<Example> lines = new ArrayList<>();
        generator().generate(new Plan(1_500, 1, 1), lines::add);
        AtomicInteger studied = new AtomicInteger();
        List<String> studies = new ArrayList<>();
        generator()
                .generate(
                        new Plan(1_500, 1, threads),
                        line -> {
                            studied.incrementAndGet();
                            return line.id() + line.text();
                        },
                        studies::add);
        assertThat(studied).hasValue(lines.size());
        assertThat(studies)
                .containsExactlyElementsOf(
                        lines.stream().map(line -> line.id() + line.text()).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aFailureOfAStudyComesOut(int threads) {
        assertThatThrownBy(() -> generator()
                        .generate(
                                new Plan(1_500, 1, threads),
                                line -> {
                                    if (line.id().equals("s-001000")) {
                                        throw new IllegalStateException("study of line 1000");
                                    }
                                    return line;
                                },
                                line -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("study of line 1000");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anInterruptEndsTheRun(int threads) throws InterruptedException {
        AtomicReference<Throwable> end = new AtomicReference<>();
        List<Example> lines = new ArrayList<>();
        Thread run = new Thread(() -> {
            try {
                generator().generate(new Plan(Long.MAX_VALUE, 1, threads), line -> {
                    lines.add(line);
                    if (lines.size() == 1_000) {
                        Thread.currentThread().interrupt();
                    }
                });
            } catch (Throwable e) {
                end.set(e);
            }
        });
        run.start();
        run.join(30_000);
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        assertThat(lines).hasSizeBetween(1_000, 1_256);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Plan(-1, 1, 1)).hasMessage("count is -1; expected 0 or more");
        assertThatThrownBy(() -> new Plan(1, 1, 0)).hasMessage("threads is 0; expected 1 or more");
        assertThatThrownBy(() -> new Plan(1, 1, 1, 0)).hasMessage("candidates per line is 0; expected 1 or more");
    }

    @Test
    void theCarrierOfTheProvenanceIsTheOneOfTheSource() throws InterruptedException {
        Template template = Markup.read("met an [Ada](PERSON)").template();
        TemplateSource source = (seed, index) -> new Carrier(template, Optional.empty());
        List<Example> lines =
                lines(new TemplateGenerator(source, Surrogates.standard(), Gate.OPEN), new Plan(50, 1, 1));
        assertThat(lines).extracting(Example::text).anyMatch(text -> text.startsWith("met a "));
        assertThat(lines)
                .allSatisfy(line -> assertThat(((Provenance.Synthetic) line.provenance()).template())
                        .contains("met an {PERSON_1}"));
    }

    private static Set<String> texts(List<Example> lines) {
        return new HashSet<>(lines.stream().map(Example::text).toList());
    }
}
