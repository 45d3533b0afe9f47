package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The part of report.html about diversity. */
final class DiversitySection {

    private final Html html;
    private final Panels panels;
    private final JsonNode diversity;

    DiversitySection(Html html, JsonNode diversity) {
        this.html = html;
        this.panels = new Panels(html);
        this.diversity = diversity;
    }

    void write(boolean hasOriginal) {
        panels.section(
                "Diversity",
                "Is it varied, or the same few sentences with other names? Names alone make text look varied, so"
                        + " each figure stands twice: on the text as it is, and with each name masked by its label.");
        panels.oursAndTheirs(hasOriginal);
        html.open("div", "class", "charts");
        distinct("Text as it is", diversity.path("surface"));
        distinct("Names masked", diversity.path("masked"));
        html.close();
        curves(hasOriginal);
        views(diversity.path("surface"), diversity.path("masked"));
        panels.scores("Whole lines and templates", diversity);
        html.close().line();
    }

    private void curves(boolean hasOriginal) {
        if (diversity.path("curve").size() < 2) {
            return;
        }
        html.open("div", "class", "charts");
        curve(
                "Effective templates",
                "effective_templates",
                "how many, in so many lines: a line that flattens has run out of them",
                hasOriginal);
        curve(
                "Distinct pairs, names masked",
                "masked_distinct_2",
                "share that is distinct, in so many lines",
                hasOriginal);
        html.close();
    }

    private void curve(String name, String key, String meaning, boolean hasOriginal) {
        List<Chart.Line> lines = new ArrayList<>();
        lines.add(line("these lines", "s3", key));
        if (hasOriginal) {
            lines.add(line("original", "s1", "original_" + key));
        }
        panels.figure(name, meaning);
        Chart.lines(html, name, "By number of lines.", lines);
        html.close();
    }

    private Chart.Line line(String name, String css, String key) {
        List<Chart.Point> points = new ArrayList<>();
        diversity.path("curve").forEach(point -> {
            if (point.path(key).isNumber()) {
                points.add(new Chart.Point(
                        Figures.of(point.path("n")), point.path(key).asDouble(), 0));
            }
        });
        return new Chart.Line(name, css, points);
    }

    private void distinct(String name, JsonNode view) {
        List<Chart.Bar> bars = new ArrayList<>();
        for (String key : List.of("distinct_1", "distinct_2", "distinct_3")) {
            if (view.path(key).isNumber()) {
                bars.add(new Chart.Bar(
                        Figures.title(key),
                        Panels.here(view, key).asDouble(),
                        Panels.number(Panels.about(view, key).path("original"))));
            }
        }
        panels.figure(name, "share of words and runs of words that are distinct; each chart has its own scale");
        Chart.rows(
                html,
                "Distinct words, " + name.toLowerCase(Locale.ROOT),
                "Share of words, pairs and triples that are distinct.",
                bars,
                true);
        html.close();
    }

    /** Both views' scores side by side. */
    private void views(JsonNode surface, JsonNode masked) {
        panels.openTable(
                "Words, on the text as it is and with names masked",
                "Figure",
                "Here",
                "Original",
                "Here, masked",
                "Original, masked",
                "Better",
                "Meaning");
        for (String key : Panels.measured(surface)) {
            JsonNode about = Panels.about(surface, key);
            html.open("tr");
            panels.name(key, Figures.title(key), about.path("what").asText(""));
            panels.cell(Panels.here(surface, key));
            panels.cell(about.path("original"));
            panels.cell(Panels.here(masked, key));
            panels.cell(Panels.about(masked, key).path("original"));
            panels.cell(Panels.direction(about.path("direction").asText()));
            html.leaf("td", Panels.meaning(surface, key), "class", "w").close();
        }
        panels.closeTable();
    }
}
