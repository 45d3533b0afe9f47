package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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
                        + " spacing folded; names and numbers also in other forms.",
                "class",
                "soft");
        if (leakage.path("hard").isNumber()) {
            rules();
            holdout();
            canaries();
            findings();
        } else {
            html.leaf("p", "Not measured: " + leakage.path("hard_reason").asText() + ".");
        }
        notSearched(leakage.path("not_searched"));
        html.leaf(
                "p",
                "What this cannot find: a paraphrase without the original's rare words, a translation, and names that no one"
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

    /** What was found first, leaks before weak ones, then what was looked for in vain. */
    private void rules() {
        List<RuleRow> rows = new ArrayList<>();
        leakage.path("rules")
                .properties()
                .forEach(rule -> rows.add(new RuleRow(meaning(rule.getKey()), rule.getValue(), true)));
        leakage.path("weak_rules")
                .properties()
                .forEach(rule -> rows.add(new RuleRow(
                        meaning(rule.getKey()) + (leakage.path("rules").has(rule.getKey()) ? " (weaker form)" : ""),
                        rule.getValue(),
                        false)));
        rows.sort(Comparator.comparing(RuleRow::found, Comparator.reverseOrder())
                .thenComparing(RuleRow::hard, Comparator.reverseOrder()));
        panels.openTable("What came through, by rule", "Rule", "Findings", "");
        rows.forEach(row -> row(row.what, row.count, row.hard));
        panels.closeTable();
    }

    private record RuleRow(String what, JsonNode count, boolean hard) {
        boolean found() {
            return count.asLong() > 0;
        }
    }

    private String meaning(String rule) {
        if (rule.equals("replay")) {
            return "The words around the names, from fewer than "
                    + Figures.of(leakage.path("replay").path("min_sources")) + " original records (replay)";
        }
        return leakage.path("meanings").path(rule).asText(Figures.title(rule));
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
        holdout.properties().forEach(test -> {
            JsonNode row = test.getValue();
            if (row.isObject() && row.has("of")) {
                html.open("tr");
                panels.name(
                        "p",
                        Panels.sentence(test.getKey().replace('_', ' ')),
                        row.path("what").asText(""));
                panels.cell(of(row, "came", "of"));
                panels.cell(of(row, "holdout_came", "holdout_of"));
                panels.cell(Figures.chance(row.path("p")));
                html.close();
            }
        });
        panels.closeTable();
        beyond(holdout.path("beyond"));
        attribution(holdout.path("rules"));
    }

    /** Rule by rule: what coincidence explains. */
    private void attribution(JsonNode rules) {
        if (rules.isEmpty()) {
            return;
        }
        panels.openTable(
                "Whether a single hard finding means anything",
                "Rule",
                "Original",
                "Holdout",
                "p",
                "By chance",
                "Left");
        rules.properties().forEach(rule -> {
            JsonNode row = rule.getValue();
            html.open("tr");
            panels.name("coincidence", meaning(rule.getKey()), "");
            panels.cell(of(row, "came", "of"));
            panels.cell(of(row, "holdout_came", "holdout_of"));
            panels.cell(Figures.chance(row.path("p")));
            panels.cell(Verdict.percent(row.path("coincidence").asDouble()));
            panels.cell(Figures.of(row.path("unexplained")) + " of " + Figures.of(row.path("findings")));
            html.close();
        });
        panels.closeTable();
    }

    private void beyond(JsonNode beyond) {
        if (beyond.isNumber()) {
            html.leaf(
                    "p",
                    beyond.asInt() == 0
                            ? "No more came through than coincidence explains."
                            : "More came through than coincidence explains.",
                    "class",
                    "note");
        }
    }

    private static String of(JsonNode row, String came, String total) {
        return Figures.of(row.path(came)) + " of " + Figures.of(row.path(total));
    }

    /** How well the lines remember digits that were planted in a copy of the original. */
    private void canaries() {
        JsonNode canaries = leakage.path("canaries");
        if (!canaries.isObject()) {
            html.leaf("p", "Canaries: " + leakage.path("canaries_reason").asText() + ".", "class", "soft note");
            return;
        }
        List<Chart.Bar> bars = new ArrayList<>();
        canaries.path("by_repeats")
                .forEach(group -> bars.add(new Chart.Bar(
                        "planted " + Figures.of(group.path("repeats"))
                                + (group.path("repeats").asInt() == 1 ? " time" : " times"),
                        group.path("exposure").asDouble(),
                        Panels.number(canaries.path("exposure_by_chance")))));
        panels.key("o", "these lines", "r", "by chance");
        html.open("div", "class", "charts");
        panels.figure(
                "Exposure of canaries",
                "bits by which the lines give planted digits away, of at most "
                        + Figures.of(canaries.path("exposure_most")) + "; "
                        + Verdict.count(canaries.path("emitted").asLong()) + " of "
                        + Verdict.count(canaries.path("planted").asLong()) + " stand in the lines");
        Chart.rows(
                html, "Exposure of canaries", "Mean exposure in bits, by how often a canary was planted.", bars, false);
        html.close().close();
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
        String[] heads = {"Line", "Severity", "Rule", "Original record", "Said by", "By chance", "Label", "Text"};
        panels.openFilteredTable(caption, "1 2 6", texts ? heads : Arrays.copyOf(heads, 7));
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
            panels.cell(finding.has("said_by") ? Figures.of(finding.path("said_by")) : Figures.NONE);
            panels.cell(
                    finding.has("coincidence")
                            ? Verdict.percent(finding.path("coincidence").asDouble())
                            : Figures.NONE);
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
