package io.understudy.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Gate;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.text.GrammarReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammars that people start from, and how far a thousand of their lines are from what people say. */
class StarterGrammarsTest {

    private static final Path FOLDER = Path.of("..", "examples", "grammars");

    private static final List<String> NAMES =
            List.of("booking", "banking", "smart-home", "music", "support", "health-intake", "shopping", "travel");

    private static Language language(String name) throws IOException {
        return Language.of(GrammarReader.read(FOLDER.resolve(name + ".grammar")));
    }

    @Test
    void eight_domains_have_at_least_forty_intents_besides_small_talk() throws IOException {
        Set<String> intents = new HashSet<>();
        for (String name : NAMES) {
            language(name)
                    .intents()
                    .forEach(each -> intents.add(name + "." + each.intent().name()));
        }
        intents.removeIf(intent -> intent.endsWith(".out_of_scope"));
        assertThat(intents).hasSizeGreaterThanOrEqualTo(40);
    }

    /**
     * A thousand lines of SNIPS have gzip 2.6 (all intents) to 3.3 (BookRestaurant), distinct-2 .58 to .39, and .14 to
     * .32 of their runs of four words more than once; template tools have 5, .33 and .29.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {"booking", "banking", "smart-home", "music", "support", "health-intake", "shopping", "travel"})
    void a_thousand_lines_repeat_themselves_no_more_than_people_do(String name) throws Exception {
        List<IntentQuota> quotas = IntentQuotas.of(
                language(name), new IntentQuotas.Wishes(Optional.of(1000L), Optional.of(0.0), Map.of()));
        List<String> lines = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        new GrammarGenerator(Surrogates.standard(), Gate.OPEN)
                .generate(new GrammarPlan(quotas, false, Disjoint.LINE, 1, 2), line -> {
                    lines.add(line.example().text());
                    line.example()
                            .annotated()
                            .mentions()
                            .forEach(each -> labels.add(each.label().name()));
                });
        // White space would keep them out of a CoNLL file.
        assertThat(labels).allMatch(label -> label.matches("\\w+"));
        assertThat(lines).hasSize(1000).doesNotHaveDuplicates();
        assertThat(gzipRatio(lines)).isLessThanOrEqualTo(3.3);
        assertThat(distinct(runs(lines, 2))).isGreaterThanOrEqualTo(.40);
        assertThat(repeated(runs(lines, 4))).isLessThanOrEqualTo(.317);
    }

    private static double gzipRatio(List<String> lines) throws IOException {
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        }
        return (double) text.length / packed.size();
    }

    /** How often each run of so many words occurs. */
    private static Map<String, Integer> runs(List<String> lines, int words) {
        Map<String, Integer> runs = new HashMap<>();
        for (String line : lines) {
            String[] split = line.split(" ", -1);
            IntStream.rangeClosed(0, split.length - words)
                    .mapToObj(from -> String.join(" ", Arrays.copyOfRange(split, from, from + words)))
                    .forEach(run -> runs.merge(run, 1, Integer::sum));
        }
        return runs;
    }

    private static double distinct(Map<String, Integer> runs) {
        return (double) runs.size()
                / runs.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double repeated(Map<String, Integer> runs) {
        double all = runs.values().stream().mapToInt(Integer::intValue).sum();
        return runs.values().stream()
                        .filter(times -> times > 1)
                        .mapToInt(Integer::intValue)
                        .sum()
                / all;
    }
}
