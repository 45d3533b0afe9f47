package io.understudy.eval.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Markup;
import io.understudy.core.Mention;
import io.understudy.core.Provenance;
import io.understudy.core.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside a line's text. */
class MetadataTest {

    private static final String RECORD = "[Ravi Iyer](PERSON) asked us to send the boiler parts to [Hove](CITY)";

    private static KnownText known() {
        KnownText known = new KnownText();
        known.add(new Example(
                "case-2023-00417", Optional.empty(), Markup.read(RECORD), new Provenance.Original("original", 1)));
        known.add(new Example(
                "2",
                Optional.empty(),
                Markup.read("ring [555 013 4477](PHONE)"),
                new Provenance.Original("original", 2)));
        return known;
    }

    private static LeakageCheck.Result check(Example example) {
        LeakageCheck check = new LeakageCheck(known(), GateRules.STANDARD, false);
        check.add(example);
        return check.result();
    }

    private static Example example(String id, String intent, String template, Map<String, String> extra) {
        return new Example(
                id,
                Optional.of(intent),
                AnnotatedText.plain("hello there"),
                new Provenance.Synthetic("test", Optional.of(template), 1),
                extra);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}: {4}")
    @CsvSource({
        "s-000001, greet, hello {CITY_1}, en, 0",
        "2, greet, hello there, en, 0",
        "case-2023-00418, greet, hello there, en, 0",
        "case-2023-00417, greet, hello there, en, 1",
        "ravi-iyer-7, greet, hello there, en, 1",
        "s-1, call_ravi_iyer, hello there, en, 1",
        "s-1, greet, Ravi Iyer says hello, en, 1",
        "s-1, greet, hello there, made from: Ravi Iyer asked us to send the boiler parts, 1",
        "s-1, greet, hello there, +1 (555) 013-4477, 1",
        "s-1, greet, hello from Hove, en, 0"
    })
    void findsNamesIdentifiersAndSentences(String id, String intent, String template, String note, int findings) {
        LeakageCheck.Result result = check(example(id, intent, template, Map.of("note", '"' + note + '"')));
        assertThat(result.rules().get("metadata")).isEqualTo(findings);
        assertThat(result.hard()).isEqualTo(findings);
    }

    @Test
    void looksAtCanonicalValues() {
        Details details = Details.NONE.withValue("Ravi Iyer");
        AnnotatedText line =
                new AnnotatedText("ask the tenant", List.of(new Mention(new Span(4, 14), Label.PERSON, details)));
        Example example =
                new Example("s-1", Optional.empty(), line, new Provenance.Synthetic("t", Optional.empty(), 1));
        assertThat(check(example).rules().get("metadata")).isEqualTo(1);
    }

    @Test
    void looksAtTextsBesideTheLines() {
        LeakageCheck check = new LeakageCheck(known(), GateRules.STANDARD, false);
        check.addBeside("manifest.json", "ravi-iyer.csv");
        check.addBeside("manifest.json", "support.csv");
        assertThat(check.result().findings())
                .extracting(Finding::synthetic, Finding::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("manifest.json", "metadata"));
    }

    @Test
    void theGateRefusesLinesNearASourceLineWhereAsked() {
        String near = "somebody asked us to send the boiler parts to Lewes";
        assertThat(new SourceGate(known(), GateRules.STANDARD).refuse(AnnotatedText.plain(near)))
                .isEmpty();
        SourceGate strict = new SourceGate(known(), new GateRules(5, false, false, true));
        assertThat(strict.refuse(AnnotatedText.plain(near))).contains("near_source");
        assertThat(strict.refuse(AnnotatedText.plain("could you tell me where the station is")))
                .isEmpty();
        // The original's own carrier is another rule's matter.
        assertThat(strict.refuse(Markup.read("[Eva Lund](PERSON) asked us to send the boiler parts to [Lewes](CITY)")))
                .isEmpty();
    }
}
