package io.understudy.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Provenance;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import io.understudy.templates.MinedTemplates.Refused;
import io.understudy.templates.MinedTemplates.Rules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MinedTemplatesTest {

    private static final Rules RULES = new Rules(Gate.OPEN);

    private static Example line(String markup) {
        return line(markup, Optional.empty());
    }

    private static Example line(String markup, Optional<String> intent) {
        return new Example("x", intent, Markup.read(markup), new Provenance.Original("corpus", 1));
    }

    private static MinedTemplates.Builder add(MinedTemplates.Builder builder, int times, String markup) {
        for (int i = 0; i < times; i++) {
            builder.add(line(markup));
        }
        return builder;
    }

    @Test
    void carriersAreDrawnAsOftenAsTheyOccur() {
        MinedTemplates.Builder builder = MinedTemplates.builder();
        for (int weight = 1; weight <= 4; weight++) {
            add(builder, weight, "carrier " + weight + " [Ada](PERSON)");
        }
        MinedTemplates mined = builder.build(RULES);
        Map<String, Integer> drawn = new HashMap<>();
        int draws = 10_000;
        for (int i = 0; i < draws; i++) {
            drawn.merge(mined.carrier(7, i).template().toString(), 1, Integer::sum);
        }
        double chiSquare = 0;
        for (int weight = 1; weight <= 4; weight++) {
            double expected = draws * weight / 10.0;
            double difference = drawn.get("carrier " + weight + " {PERSON_1}") - expected;
            chiSquare += difference * difference / expected;
        }
        // 3 degrees of freedom: 16.27 is exceeded once in 1,000 seeds.
        assertThat(chiSquare).isLessThan(16.27);
    }

    @Test
    void aCarrierIsAPureFunctionOfSeedAndIndex() {
        MinedTemplates.Builder builder = MinedTemplates.builder();
        for (int i = 0; i < 50; i++) {
            builder.add(line("carrier " + i % 20 + " [" + (i % 3 == 0 ? "Ada" : "ada b") + "](PERSON)"));
        }
        MinedTemplates mined = builder.build(RULES);
        for (long index = 0; index < 200; index++) {
            assertThat(mined.carrier(3, index)).isEqualTo(mined.carrier(3, index));
        }
        assertThat(java.util.stream.LongStream.range(0, 50)
                        .filter(i -> mined.carrier(3, i).equals(mined.carrier(4, i)))
                        .count())
                .isLessThan(25);
    }

    @Test
    void recordsOfOneCarrierCountAsOneAndKeepTheirShapes() {
        MinedTemplates mined = MinedTemplates.builder()
                .add(line("call [Ada Byrne](PERSON)"))
                .add(line("call [ada](PERSON)"))
                .add(line("call [ADA](PERSON)"))
                .build(RULES);
        assertThat(mined.size()).isEqualTo(1);
        assertThat(mined.records()).isEqualTo(3);
        Set<String> shapes = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            shapes.add(mined.carrier(1, i).template().slots().get(0).shape().pattern());
        }
        assertThat(shapes).containsExactlyInAnyOrder("Xx Xx", "x", "XX");
    }

    @Test
    void shapesOfOneLineStayTogether() {
        MinedTemplates mined = MinedTemplates.builder()
                .add(line("from [oslo](CITY) to [rome](STATE)"))
                .add(line("from [Oslo](CITY) to [Rome](STATE)"))
                .build(RULES);
        for (int i = 0; i < 50; i++) {
            Template template = mined.carrier(1, i).template();
            assertThat(template.slots().get(0).shape())
                    .isEqualTo(template.slots().get(1).shape());
        }
    }

    @Test
    void aCommonCarrierKeepsABoundedSampleInItsProportions() {
        MinedTemplates.Builder builder = MinedTemplates.builder();
        for (int i = 0; i < 5_000; i++) {
            builder.add(line(i % 2 == 0 ? "call [Ada](PERSON)" : "call [ada](PERSON)"));
        }
        MinedTemplates mined = builder.build(RULES);
        int lower = 0;
        for (int i = 0; i < 1_000; i++) {
            lower += mined.carrier(1, i).template().slots().get(0).shape().isLower() ? 1 : 0;
        }
        // 32 fair draws are kept; 4 standard deviations of their share are 0.35.
        assertThat(lower).isBetween(150, 850);
    }

    @Test
    void intentAndRoleTellCarriersApart() {
        AnnotatedText to = AnnotatedText.builder()
                .append("fly ")
                .append("Oslo", Label.CITY, Details.NONE.withRole("to"))
                .build();
        AnnotatedText from = AnnotatedText.builder()
                .append("fly ")
                .append("Oslo", Label.CITY, Details.NONE.withRole("from"))
                .build();
        MinedTemplates mined = MinedTemplates.builder()
                .add(line("fly [Oslo](CITY)"))
                .add(line("fly [Rome](CITY)", Optional.of("book")))
                .add(line("x").withAnnotated(to))
                .add(line("x").withAnnotated(from))
                .build(RULES);
        assertThat(mined.size()).isEqualTo(4);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            var carrier = mined.carrier(1, i);
            Slot slot = carrier.template().slots().get(0);
            seen.add(carrier.intent().orElse("-") + slot.details().role().orElse("-"));
        }
        assertThat(seen).containsExactlyInAnyOrder("--", "book-", "-to", "-from");
    }

    @Test
    void aSentenceWithoutSlotsPassesOnlyIfFiveRecordsShareIt() {
        MinedTemplates.Builder builder = MinedTemplates.builder();
        add(builder, 5, "good morning");
        add(builder, 4, "my son is called after a river");
        add(builder, 1, "call [Ada](PERSON)");
        MinedTemplates mined = builder.build(RULES);
        assertThat(mined.size()).isEqualTo(2);
        assertThat(mined.records()).isEqualTo(6);
        assertThat(mined.refused()).containsExactly(Map.entry("few_sources", new Refused(1, 4)));
    }

    @Test
    void everyCarrierMayBeAskedForSourcesAndVerbatimMayBeAllowed() {
        MinedTemplates.Builder builder = MinedTemplates.builder();
        add(builder, 5, "good [Monday](DATE)");
        add(builder, 4, "call [Ada](PERSON)");
        add(builder, 1, "hello");
        assertThat(builder.build(new Rules(5, true, false, Gate.OPEN)).refused())
                .containsExactly(Map.entry("few_sources", new Refused(2, 5)));
        assertThat(builder.build(new Rules(5, false, true, Gate.OPEN)).size()).isEqualTo(3);
    }

    @Test
    void theGateNamesItsOwnReason() {
        Gate gate = new Gate() {
            @Override
            public Optional<String> refuse(AnnotatedText line) {
                return Optional.empty();
            }

            @Override
            public Optional<String> refuse(Template template) {
                return template.toString().contains("Ada") ? Optional.of("source_surface") : Optional.empty();
            }
        };
        MinedTemplates.Builder builder = MinedTemplates.builder();
        add(builder, 2, "Ada calls [Bob](PERSON)");
        add(builder, 1, "I call [Bob](PERSON)");
        add(builder, 9, "  ");
        assertThat(builder.build(new Rules(gate)).refused())
                .containsExactly(Map.entry("empty", new Refused(1, 9)), Map.entry("source_surface", new Refused(1, 2)));
    }

    @Test
    void nothingLeftSaysWhyAndWhatToDo() {
        MinedTemplates.Builder builder = MinedTemplates.builder();
        add(builder, 4, "good morning");
        add(builder, 1, "");
        assertThatThrownBy(() -> builder.build(RULES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("none of 2 carrier phrases may be used: empty 1, few_sources 1; give more records or label "
                        + "more names in them, ask for fewer sources than 5, or allow verbatim lines");
        assertThatThrownBy(() -> MinedTemplates.builder().build(RULES))
                .hasMessage("no records were given; expected at least one");
        assertThatThrownBy(() -> new Rules(0, false, false, Gate.OPEN))
                .hasMessage("minimum of sources is 0; expected 1 or more");
    }
}
