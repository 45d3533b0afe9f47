package io.understudy.eval.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.Provenance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Leaks in disguise, and innocent lines that look like them. Each row of the tables: one original record in markup, one
 * synthetic line in markup, what must be said of it: rules joined by "+", "!" before the hard ones, or "-" for nothing.
 */
class ScenariosTest {

    static String findings(String original, String line) {
        KnownText known = new KnownText();
        String[] records = original.split(" // ", -1);
        for (int i = 0; i < records.length; i++) {
            known.add(new Example(
                    "o-" + (i + 1),
                    Optional.empty(),
                    Markup.read(records[i]),
                    new Provenance.Original("original.txt", i + 1L)));
        }
        LeakageCheck check = new LeakageCheck(known, GateRules.STANDARD, true);
        Example synthetic = new Example(
                "s-1", Optional.empty(), Markup.read(line), new Provenance.Synthetic("test", Optional.empty(), 1));
        check.add(synthetic);
        List<Finding> found = check.result().findings();
        return found.isEmpty()
                ? "-"
                : found.stream()
                        .map(finding -> (finding.severity() == Finding.Severity.HARD ? "!" : "") + finding.rule())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("+"));
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvFileSource(resources = "leaks.txt", delimiter = '|', quoteCharacter = '\u0007')
    void findsTheLeak(String original, String line, String rules) {
        assertThat(findings(original, line).split("\\+", -1)).contains(rules.split("\\+", -1));
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvFileSource(resources = "innocent.txt", delimiter = '|', quoteCharacter = '\u0007')
    void isSilentAboutTheInnocent(String original, String line) {
        assertThat(findings(original, line)).isEqualTo("-");
    }

    /**
     * Words that name nobody stay when real lines are anonymized; a line of such words alone is not held against it.
     */
    @ParameterizedTest
    @CsvSource({"[tomorrow](DATE) morning,false", "[3 May 1984](DATE) or so,true"})
    void aRecordOfSparedWordsAloneMayComeThrough(String record, boolean isLeak) {
        KnownText known = new KnownText();
        known.spare((label, surface) -> surface.equals("tomorrow"));
        Example original =
                new Example("o-1", Optional.empty(), Markup.read(record), new Provenance.Original("original.txt", 1L));
        known.add(original);
        LeakageCheck check = new LeakageCheck(known, new GateRules(1, true, false), true);
        check.add(original);
        assertThat(check.result().rules().getOrDefault("verbatim_record", 0L) > 0)
                .isEqualTo(isLeak);
    }
}
