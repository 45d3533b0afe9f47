package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The part of report.html about likeness to the original. */
final class FidelitySection {

    private static final int MOST_LABELS = 12;

    private final Html html;
    private final Panels panels;
    private final JsonNode fidelity;

    FidelitySection(Html html, JsonNode fidelity) {
        this.html = html;
        this.panels = new Panels(html);
        this.fidelity = fidelity;
    }

    void write(boolean hasOriginal) {
        panels.section(
                "Fidelity", "Does it look like the original from far: the same labels, as often, in lines as long?");
        if (hasOriginal) {
            panels.oursAndTheirs(true);
        }
        html.open("div", "class", "charts");
        panels.figure(
                "Labels",
                "share of all mentions" + (fidelity.path("labels").size() > MOST_LABELS ? ", the most frequent" : ""));
        Chart.rows(html, "Labels", "Share of mentions by label.", labels(fidelity.path("labels")), true);
        html.close();
        html.open("div", "class", "stack");
        panels.figure("Line length", "share of lines by their number of characters, from each number up to the next");
        Chart.columns(html, "Line length", "Share of lines by length.", numbered(fidelity.path("lengths")));
        html.close();
        panels.figure("Mentions", "share of lines by their number of mentions");
        Chart.columns(
                html,
                "Mentions in a line",
                "Share of lines by number of mentions.",
                numbered(fidelity.path("mentions")));
        html.close().close().close();
        panels.scores("Distance from the original", fidelity);
        gaveAway(fidelity.path("gave_away"));
        html.close().line();
    }

    /** Words by which a classifier tells the sides apart, where they may be shown. */
    private void gaveAway(JsonNode signs) {
        if (!signs.isArray() || signs.isEmpty()) {
            return;
        }
        html.open("details").leaf("summary", "What gave it away");
        panels.openTable("The words that tell the two sides apart most", "Word", "Points to", "Weight");
        for (JsonNode sign : signs) {
            html.open("tr")
                    .leaf(
                            "th",
                            sign.path("feature")
                                    .asText(sign.path("feature_reason").asText()),
                            "scope",
                            "row");
            panels.cell(sign.path("points_to").asText(Figures.NONE));
            panels.cell(sign.path("weight"));
            html.close();
        }
        panels.closeTable();
        html.close();
    }

    private static List<Chart.Bar> labels(JsonNode shares) {
        List<Chart.Bar> bars = bars(shares);
        bars.sort((a, b) -> Double.compare(b.most(), a.most()));
        return bars.subList(0, Math.min(MOST_LABELS, bars.size()));
    }

    /** Bars named by the number that their names begin with. */
    private static List<Chart.Bar> numbered(JsonNode shares) {
        return bars(shares).stream()
                .map(bar -> new Chart.Bar(
                        String.valueOf(Integer.parseInt(bar.name().replaceFirst("-.*", ""))), bar.value(), bar.ruler()))
                .toList();
    }

    private static List<Chart.Bar> bars(JsonNode shares) {
        List<Chart.Bar> bars = new ArrayList<>();
        shares.forEach(share -> bars.add(new Chart.Bar(
                share.path("name").asText(),
                share.path("synthetic").asDouble(),
                Panels.number(share.path("original")))));
        return bars;
    }
}
