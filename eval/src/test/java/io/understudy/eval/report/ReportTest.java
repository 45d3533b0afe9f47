package io.understudy.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.eval.Evaluation;
import io.understudy.eval.EvaluationOptions;
import io.understudy.eval.Lines;
import io.understudy.eval.SourceIndex;
import io.understudy.eval.leakage.GateRules;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportTest {

    private static final SourceIndex ORIGINAL =
            Lines.index("[Ada Byrne](PERSON) flies to [Oslo](CITY)", "is <b>it</b> & \"open\"", "pay [4](NUMBER)");

    private static final Report LEAKING = Lines.evaluate(
                    Optional.of(ORIGINAL), "ask Ada Byrne", "[Eva](PERSON) flies to [Rome](CITY)", "is it shut")
            .report();

    private static final Report CLEAN = Lines.evaluate(Optional.of(ORIGINAL), "[Eva](PERSON) walks to [Rome](CITY)")
            .report();

    private static final Report ALONE =
            Lines.evaluate(Optional.empty(), "[Eva](PERSON) walks", "{CITY_1}").report();

    private static Document parse(String html) throws Exception {
        assertThat(html).startsWith("<!DOCTYPE html>\n");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    @Test
    void isWellFormedAndTitled() throws Exception {
        for (Report report : new Report[] {LEAKING, CLEAN, ALONE}) {
            Document page = parse(report.html());
            assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
            assertThat(page.getElementsByTagName("section").getLength()).isEqualTo(6);
            assertThat(page.getElementsByTagName("title").item(0).getTextContent())
                    .startsWith("Understudy report: ");
        }
    }

    @Test
    void asksForNoOtherFileAndRunsNoScriptButItsOwn() throws Exception {
        for (Report report : new Report[] {LEAKING, CLEAN, ALONE}) {
            String html = report.html();
            assertThat(html)
                    .doesNotContain("http:", "https:", "@import", "url(", " src=", "onclick")
                    .doesNotContainPattern(Pattern.compile("href=\"(?!data:,)"));
            Matcher script =
                    Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(html);
            assertThat(script.results().count()).isEqualTo(1);
            assertThat(script.reset().find()).isTrue();
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(html)
                    .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
    }

    @Test
    void explainsEachFigureWhereItsNameStands() throws Exception {
        Document page = parse(LEAKING.html());
        NodeList buttons = page.getElementsByTagName("button");
        assertThat(buttons.getLength()).isGreaterThan(10);
        for (int i = 0; i < buttons.getLength(); i++) {
            String id = ((Element) buttons.item(i)).getAttribute("aria-describedby");
            assertThat(LEAKING.html()).containsOnlyOnce("role=\"tooltip\" id=\"" + id + "\"");
        }
    }

    @Test
    void closesOnlyElementsThatABrowserKnowsToClose() {
        assertThat(LEAKING.html()).doesNotContainPattern("<(?!meta|link|rect|line)[a-z]+[^>]*/>");
    }

    @Test
    void givesEachTableACaptionAndEachDrawingATitle() throws Exception {
        Document page = parse(LEAKING.html());
        NodeList tables = page.getElementsByTagName("table");
        for (int i = 0; i < tables.getLength(); i++) {
            Element table = (Element) tables.item(i);
            assertThat(table.getElementsByTagName("caption").item(0).getTextContent())
                    .isNotBlank();
        }
        NodeList drawings = page.getElementsByTagName("svg");
        assertThat(drawings.getLength()).isGreaterThanOrEqualTo(5);
        for (int i = 0; i < drawings.getLength(); i++) {
            Element drawing = (Element) drawings.item(i);
            assertThat(drawing.getElementsByTagName("title").item(0).getTextContent())
                    .isNotBlank();
            assertThat(drawing.getElementsByTagName("desc").item(0).getTextContent())
                    .isNotBlank();
            assertThat(drawing.getAttribute("aria-label")).isNotBlank();
        }
    }

    @Test
    void escapesTextAndReplacesWhatXmlCannotHold() throws Exception {
        Evaluation evaluation =
                Evaluation.of(new EvaluationOptions(GateRules.STANDARD, 1, true), Optional.of(ORIGINAL));
        Lines.fill(evaluation, "is <b>it</b> & \"open\"");
        String html = evaluation.report().html();
        parse(html);
        assertThat(html).contains("is &lt;b&gt;it&lt;/b&gt; &amp; &quot;open&quot;");
        assertThat(new Html().leaf("p", "a\u0000\uD800b\uFFFE").document()).contains("<p>a\uFFFD\uFFFDb\uFFFD</p>");
    }

    @Test
    void saysTheVerdictInThreeSentences() {
        assertThat(LEAKING.summary()).isEqualTo("""
                        Not safe to hand out
                          3 lines, all well formed.
                          1 surface, identifier or record of the original came through, in 1 line: hand out only after reading the findings.
                          A sample of 3 lines is as varied as 3 equally frequent templates would be; as many original lines reach 3.
                        """);
        assertThat(CLEAN.summary()).isEqualTo("""
                        Looks sound
                          1 line, all well formed.
                          No surface, identifier or whole record of the original came through.
                          A sample of 1 line is as varied as 1 equally frequent template would be; as many original lines reach 1.
                        """);
        assertThat(ALONE.summary()).isEqualTo("""
                        Has broken lines
                          2 lines, 1 not well formed.
                          Leakage is unknown, because there was no original to compare with.
                          A sample of 2 lines is as varied as 2 equally frequent templates would be.
                        """);
        assertThat(Lines.evaluate(Optional.empty()).report().summary()).isEqualTo("""
                        Has broken lines
                          There are no lines.
                          Leakage is unknown, because there was no original to compare with.
                          There is too little to say how varied it is.
                        """);
    }

    @Test
    void drawsAnEmptyCorpusToo() throws Exception {
        parse(Lines.evaluate(Optional.empty()).report().html());
        parse(Lines.evaluate(Optional.of(ORIGINAL)).report().html());
        parse(Lines.evaluate(Optional.of(Lines.index())).report().html());
    }

    @Test
    void roundsToSixDigitsWithoutExponents() {
        assertThat(Report.of(new Section()
                                .put("a", 1e-7 / 3)
                                .put("b", 123456.789)
                                .put("c", 1L << 40))
                        .json())
                .isEqualTo("""
                        {
                          "a": 0.0000000333333,
                          "b": 123457,
                          "c": 1099511627776
                        }
                        """);
    }
}
