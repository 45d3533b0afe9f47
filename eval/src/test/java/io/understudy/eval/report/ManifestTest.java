package io.understudy.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.understudy.eval.Lines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {

    private static final Manifest MANIFEST = new Manifest(
            List.of(new Manifest.Input("support.txt", "ab12", 120)),
            recipe(),
            7,
            Map.of("understudy", "0.1.0", "datafaker", "2.7.0"),
            List.of(new Manifest.Model("english.all.3class", "cd34", "GPL-3.0-or-later")),
            new Manifest.Counts(120, 900, 1000, 1500),
            new TreeMap<>(Map.of("source_surface", 20L, "duplicate", 580L)),
            "codepoint");

    private static Map<String, String> recipe() {
        Map<String, String> recipe = new LinkedHashMap<>();
        recipe.put("verb", "generate");
        recipe.put("count", "1000");
        return recipe;
    }

    @Test
    void writesWhatMadeTheOutput() {
        assertThat(MANIFEST.json()).isEqualTo("""
                        {
                          "inputs": [
                            {
                              "name": "support.txt",
                              "sha256": "ab12",
                              "records": 120
                            }
                          ],
                          "recipe": {
                            "verb": "generate",
                            "count": "1000"
                          },
                          "seed": 7,
                          "versions": {
                            "datafaker": "2.7.0",
                            "understudy": "0.1.0"
                          },
                          "models": [
                            {
                              "name": "english.all.3class",
                              "sha256": "cd34",
                              "licence": "GPL-3.0-or-later"
                            }
                          ],
                          "counts": {
                            "in": 120,
                            "out": 900,
                            "requested": 1000,
                            "candidates": 1500
                          },
                          "dropped": {
                            "duplicate": 580,
                            "source_surface": 20
                          },
                          "offset_unit": "codepoint"
                        }
                        """);
    }

    @Test
    void refusesAFolderInAnInputsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Manifest.Input("data/support.txt", "ab12", 120))
                .withMessage("an input's name holds a folder; expected the file's name alone");
    }

    @Test
    void saysTheSameInProse() {
        String card = DataCard.of(
                MANIFEST,
                Lines.evaluate(Optional.of(Lines.index("[Ada](PERSON) flies")), "[Eva](PERSON) walks home")
                        .report());
        assertThat(card)
                .startsWith("# Data card\n\n**Looks sound.** 1 line, all well formed.")
                .contains("- `support.txt`, 120 records, SHA-256 `ab12`")
                .contains("- model english.all.3class, licence GPL-3.0-or-later, SHA-256 `cd34`")
                .contains("1,000 lines asked for, 900 written, from 1,500 candidates of 120 original records."
                        + " There were no more distinct lines to make.")
                .contains("- duplicate: 580\n- source_surface: 20")
                .contains("- verb: `generate`\n- count: `1000`")
                .contains("offsets count Unicode code points")
                .contains("| effective templates | 1 | 1 |")
                .doesNotContain("Ada", "flies")
                .endsWith("\n");
    }
}
