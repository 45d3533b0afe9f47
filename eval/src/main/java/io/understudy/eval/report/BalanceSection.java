package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The part of report.html about who and what is there less than in the original. */
final class BalanceSection {

    private static final int MOST_GROUPS = 12;
    private static final List<String> KINDS = List.of("intents", "labels", "lengths", "genders", "origins");
    private static final List<String> DRAWN = List.of("intents", "genders", "origins");

    private final Html html;
    private final Panels panels;
    private final JsonNode bias;

    BalanceSection(Html html, JsonNode bias) {
        this.html = html;
        this.panels = new Panels(html);
        this.bias = bias;
    }

    void write(boolean hasOriginal) {
        panels.section(
                "Balance",
                "Who and what is there less than in the original? Gender and origin are what lists of names suggest, not what"
                        + " anybody is.");
        panels.oursAndTheirs(hasOriginal);
        html.open("div", "class", "charts");
        DRAWN.forEach(this::chart);
        html.close();
        if (hasOriginal) {
            tests();
        }
        html.close().line();
    }

    private void chart(String kind) {
        List<Chart.Bar> bars = new ArrayList<>();
        bias.path(kind)
                .path("shares")
                .forEach(share -> bars.add(new Chart.Bar(
                        share.path("name").asText(),
                        share.path("synthetic").asDouble(),
                        Panels.number(share.path("original")))));
        if (bars.isEmpty()) {
            return;
        }
        bars.sort((a, b) -> Double.compare(b.most(), a.most()));
        String name = Figures.title(kind);
        panels.figure(
                name, "share of each" + (bars.size() > MOST_GROUPS ? ", the " + MOST_GROUPS + " most frequent" : ""));
        Chart.rows(html, name, "Share of each group.", bars.subList(0, Math.min(MOST_GROUPS, bars.size())), true);
        html.close();
    }

    private void tests() {
        panels.openTable(
                "Beside the original: a chi-square test that both are drawn alike, and what is under-represented",
                "What",
                "p",
                "Under-represented");
        for (String kind : KINDS) {
            JsonNode block = bias.path(kind);
            html.open("tr");
            panels.name("chi_square", Figures.title(kind), "");
            panels.cell(
                    block.path("p").isNumber()
                            ? Figures.chance(block.path("p"))
                            : block.path("p_reason").asText());
            List<String> fewer = new ArrayList<>();
            block.path("under_represented")
                    .forEach(group -> fewer.add("%s (%s, original %s)"
                            .formatted(
                                    group.path("name").asText(),
                                    Verdict.percent(group.path("synthetic").asDouble()),
                                    Verdict.percent(group.path("original").asDouble()))));
            html.leaf("td", fewer.isEmpty() ? "none" : String.join(", ", fewer), "class", "list")
                    .close();
        }
        panels.closeTable();
    }
}
