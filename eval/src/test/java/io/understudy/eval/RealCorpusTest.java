package io.understudy.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.testing.Corpora;
import io.understudy.eval.leakage.GateRules;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On SNIPS, where the folder of shared corpora is present. */
class RealCorpusTest {

    @Test
    void refusesEveryOriginalLineAndFewOriginalTemplates() {
        List<Example> train = Corpora.snipsTrain();
        SourceIndex.Builder builder = SourceIndex.builder();
        train.forEach(builder::add);
        Gate gate = builder.build().gate(GateRules.STANDARD);
        long slots =
                train.stream().filter(e -> !e.annotated().mentions().isEmpty()).count();
        long lines = train.stream()
                .filter(e -> !e.annotated().mentions().isEmpty())
                .filter(e -> gate.refuse(e.annotated()).isPresent())
                .count();
        assertThat(lines).isEqualTo(slots);
        // 217 of 13,784: unlabelled words that are labelled elsewhere.
        long templates = train.stream()
                .filter(e -> gate.refuse(e.annotated().template()).isPresent())
                .count();
        assertThat(templates).isLessThan(train.size() / 50);
    }

    /**
     * Real SNIPS, 2,100 lines: 75.0 % distinct skeletons, 1,261 effective templates, distinct-2 .492 and masked .136.
     */
    @Test
    void measuresTheDiversityThatOthersMeasured() throws Exception {
        List<Example> train = Corpora.snipsTrain();
        Evaluation evaluation = Evaluation.of(EvaluationOptions.STANDARD, Optional.empty());
        int[] order = new SplittableRandom(1)
                .ints(10L * train.size(), 0, train.size())
                .distinct()
                .limit(2_100)
                .toArray();
        IntStream.of(order).forEach(i -> evaluation.add(train.get(i)));
        JsonNode diversity =
                new ObjectMapper().readTree(evaluation.report().json()).path("diversity");
        assertThat(diversity.path("unique_templates").asDouble()).isCloseTo(.75, within(.05));
        assertThat(diversity.path("effective_templates").asDouble()).isCloseTo(1261, within(130.0));
        assertThat(diversity.at("/surface/distinct_2").asDouble()).isCloseTo(.492, within(.04));
        assertThat(diversity.at("/masked/distinct_2").asDouble()).isCloseTo(.136, within(.02));
    }
}
