package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;

/** The part of report.html about well-formed lines. */
final class ValiditySection {

    private final Html html;
    private final Panels panels;
    private final JsonNode validity;

    ValiditySection(Html html, JsonNode validity) {
        this.html = html;
        this.panels = new Panels(html);
        this.validity = validity;
    }

    void write() {
        panels.section("Validity", "Is each line well formed, whatever it says?");
        panels.openTable("Rules, how often each was asked and how often it failed", "Rule", "Asked", "Failed", "");
        validity.path("rules").properties().forEach(rule -> {
            long failed = rule.getValue().path("failed").asLong();
            html.open("tr")
                    .leaf("th", Panels.sentence(rule.getValue().path("what").asText()), "scope", "row");
            panels.cell(rule.getValue().path("tried"));
            panels.cell(Verdict.count(failed));
            boolean asked = rule.getValue().path("tried").asLong() > 0;
            html.open("td")
                    .leaf(
                            "span",
                            failed > 0 ? "failed" : asked ? "holds" : "nothing to ask",
                            "class",
                            failed > 0 ? "pill bad" : asked ? "pill good" : "soft");
            html.close().close();
        });
        panels.closeTable();
        html.close().line();
    }
}
