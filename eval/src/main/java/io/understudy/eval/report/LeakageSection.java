package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** The part of report.html about leakage. */
final class LeakageSection {

    private final Html html;
    private final Panels panels;
    private final JsonNode leakage;

    LeakageSection(Html html, JsonNode leakage) {
        this.html = html;
        this.panels = new Panels(html);
        this.leakage = leakage;
    }

    void write() {
        html.open("section").leaf("h2", "Leakage");
        html.leaf(
                "p",
                "Does something of the original come through? Every line was compared, with case, accents, quotes, dashes and"
                        + " spacing folded.",
                "class",
                "soft");
        if (leakage.path("hard").isNumber()) {
            rules();
            holdout();
            findings();
        } else {
            html.leaf("p", "Not measured: " + leakage.path("hard_reason").asText() + ".");
        }
        notSearched(leakage.path("not_searched"));
        html.leaf(
                "p",
                "What this cannot find: parts of a name, paraphrases, translations, digits spelled out, and names that no one"
                        + " labelled in the original.",
                "class",
                "soft note");
        html.close().line();
    }

    private void notSearched(JsonNode skipped) {
        long few = skipped.path("short").asLong();
        long common = skipped.path("common_words").asLong();
        if (few + common > 0) {
            html.leaf(
                    "p",
                    "Compared with whole mentions only, not searched in running text: "
                            + Verdict.count(few, "surface") + " with fewer than three letters or digits, and "
                            + Verdict.count(common) + " that the original uses as ordinary words too.",
                    "class",
                    "soft note");
        }
    }

    private void rules() {
        panels.openTable("What came through, by rule", "Rule", "Findings", "");
        row("A name or other surface of the original, as whole words", rule("source_surface"), true);
        row("An identifier of seven or more digits, however grouped", rule("digits"), true);
        row("A whole record of the original", rule("verbatim_record"), true);
        JsonNode replay = leakage.path("replay");
        row(
                "The words around the names, from fewer than " + Figures.of(replay.path("min_sources"))
                        + " original records (replay)",
                replay.path("lines"),
                false);
        html.close().close().close();
    }

    private JsonNode rule(String name) {
        return leakage.path("rules").path(name);
    }

    private void row(String what, JsonNode count, boolean hard) {
        boolean found = count.asLong() > 0;
        html.open("tr")
                .leaf("th", what, "scope", "row")
                .leaf("td", Figures.of(count), "class", "n")
                .open("td");
        html.leaf(
                "span",
                found ? (hard ? "leak" : "weak") : "none",
                "class",
                found ? (hard ? "pill bad" : "pill look") : "pill good");
        html.close().close();
    }

    private void holdout() {
        JsonNode holdout = leakage.path("holdout");
        if (!holdout.isObject()) {
            html.leaf("p", "Control: " + leakage.path("holdout_reason").asText() + ".", "class", "soft note");
            return;
        }
        panels.openTable(
                "Beside a holdout that the generator never saw: what comes through there is coincidence",
                "What",
                "Original",
                "Holdout",
                "p");
        for (String thing : new String[] {"surfaces", "records"}) {
            JsonNode row = holdout.path(thing);
            html.open("tr").leaf("th", "Distinct " + thing, "scope", "row");
            html.leaf("td", of(row, "came", "of"), "class", "n");
            html.leaf("td", of(row, "holdout_came", "holdout_of"), "class", "n");
            html.leaf("td", Figures.of(row.path("p")), "class", "n").close();
        }
        html.close().close().close();
    }

    private static String of(JsonNode row, String came, String total) {
        return Figures.of(row.path(came)) + " of " + Figures.of(row.path(total));
    }

    private void findings() {
        JsonNode findings = leakage.path("findings");
        if (findings.isEmpty()) {
            return;
        }
        boolean texts = findings.findValue("text") != null;
        html.open("details")
                .leaf(
                        "summary",
                        "Findings: %d of %s listed"
                                .formatted(findings.size(), Figures.of(leakage.path("findings_total"))));
        String caption = "Listed are " + leakage.path("findings_kept").asText();
        String[] heads = {"Line", "Severity", "Rule", "Original record", "Label", "Text"};
        panels.openFilteredTable(caption, "1 2 4", texts ? heads : Arrays.copyOf(heads, 5));
        for (JsonNode finding : findings) {
            html.open("tr")
                    .open("th", "scope", "row")
                    .leaf("code", finding.path("synthetic").asText())
                    .close();
            html.open("td", "class", "n");
            String severity = finding.path("severity").asText();
            html.leaf("span", severity, "class", severity.equals("hard") ? "pill bad" : "pill look")
                    .close();
            panels.cell(finding.path("rule").asText().replace('_', ' '));
            html.open("td", "class", "n")
                    .leaf("code", finding.path("original").asText())
                    .close();
            panels.cell(finding.path("label").asText(Figures.NONE));
            if (texts) {
                panels.cell(finding.path("text").asText());
            }
            html.close();
        }
        panels.closeTable();
        html.close();
    }
}
