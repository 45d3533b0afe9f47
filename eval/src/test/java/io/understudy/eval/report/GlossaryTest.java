package io.understudy.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.eval.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    private static final Report REPORT = Lines.evaluate(
                    Optional.of(Lines.index("[Ada](PERSON) flies to [Oslo](CITY)")), "[Eva](PERSON) walks")
            .report();

    private static void scores(JsonNode block, List<String> keys) {
        keys.addAll(Panels.measured(block));
        block.properties().forEach(entry -> {
            if (!entry.getKey().equals("about") && entry.getValue().isObject()) {
                scores(entry.getValue(), keys);
            }
        });
    }

    @Test
    void knowsTheFormulaOfEveryScore() {
        List<String> keys = new ArrayList<>();
        scores(REPORT.tree(), keys);
        assertThat(keys).hasSizeGreaterThan(20);
        assertThat(keys)
                .allSatisfy(key -> assertThat(Glossary.entry(key)).as(key).isPresent());
    }

    @Test
    void figuresHaveNamesForPeople() {
        List<String> keys = new ArrayList<>();
        scores(REPORT.tree(), keys);
        assertThat(keys).allSatisfy(key -> assertThat(Figures.title(key)).doesNotContain("_", " js"));
    }
}
