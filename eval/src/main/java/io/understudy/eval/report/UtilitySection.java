package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The part of report.html about worth as training data. */
final class UtilitySection {

    private static final int MOST_KINDS = 60;

    private final Html html;
    private final Panels panels;
    private final JsonNode utility;

    UtilitySection(Html html, JsonNode utility) {
        this.html = html;
        this.panels = new Panels(html);
        this.utility = utility;
    }

    void write() {
        panels.section(
                "Utility",
                "Is a model trained on these lines as good as one trained on the original? All models are tested on the same"
                        + " original lines, which none of them saw.");
        task("intents", "Intents", "accuracy");
        task("slots", "Mentions", "F1");
        html.close().line();
    }

    private void task(String key, String name, String measure) {
        JsonNode task = utility.path(key);
        html.leaf("h3", name);
        if (!task.isObject()) {
            html.leaf("p", "Not measured: " + utility.path(key + "_reason").asText("no reason given") + ".")
                    .line();
            return;
        }
        summary(task, measure, key.equals("intents") ? "intent_accuracy" : "slot_f1");
        html.open("div", "class", "charts");
        curve(task.path("curve"), name, measure);
        html.close();
        kinds(task.path("by_name"), key.equals("intents") ? "Intent" : "Label");
        generators(task.path("generators"), measure);
    }

    private void summary(JsonNode task, String measure, String key) {
        String caption = "%s on %s test lines, after %s training lines each; mean and standard deviation of %s seeds%s"
                .formatted(
                        Panels.sentence(measure),
                        Figures.of(task.path("tested")),
                        Figures.of(task.path("trained")),
                        Figures.of(task.path("seeds")),
                        task.path("sampled").asText().startsWith("yes")
                                ? "; a sample, as large as a budget of %s s allows"
                                        .formatted(Figures.of(task.path("budget_seconds")))
                                : "");
        panels.openTable(
                caption,
                "Trained on",
                Panels.sentence(measure),
                "\u00B1",
                "These lines are better by",
                "95 % interval");
        row(key, "These lines", task.path("tstr"), null);
        row(key, "The original", task.path("trtr"), task.path("over_original"));
        row(
                key,
                "The original, mentions replaced",
                task.path("mention_replacement"),
                task.path("over_mention_replacement"));
        panels.closeTable();
    }

    private void row(String key, String name, JsonNode reached, JsonNode over) {
        html.open("tr");
        panels.name(key, name, "");
        panels.cell(reached.path("mean"));
        panels.cell(reached.path("sd"));
        panels.cell(over == null ? Figures.NONE : signed(over.path("value")));
        panels.cell(over == null ? Figures.NONE : signed(over.path("low")) + " to " + signed(over.path("high")));
        html.close();
    }

    static String signed(JsonNode number) {
        return number.isNumber() ? String.format(Locale.ROOT, "%+.3f", number.asDouble()) : Figures.NONE;
    }

    private void curve(JsonNode points, String name, String measure) {
        if (points.isEmpty()) {
            return;
        }
        panels.figure(
                name + " learned from few lines",
                measure + " by original lines for each intent; five new lines come to each where it says so");
        List<Chart.Line> lines = new ArrayList<>();
        lines.add(line(points, "original", "original lines", "s1"));
        lines.add(line(points, "mention_replacement", "and mentions replaced", "s2"));
        lines.add(line(points, "with_synthetic", "and synthetic lines", "s3"));
        lines.add(line(points, "synthetic", "synthetic lines alone", "s4"));
        panels.key(
                "s1",
                "original lines",
                "s2",
                "and mentions replaced",
                "s3",
                "and synthetic lines",
                "s4",
                "as many synthetic lines alone");
        Chart.lines(
                html,
                name + " learned from few lines",
                "Mean " + measure + " by number of lines, with one standard deviation.",
                lines);
        html.close();
    }

    private static Chart.Line line(JsonNode points, String key, String name, String css) {
        List<Chart.Point> all = new ArrayList<>();
        points.forEach(point -> {
            JsonNode mean = point.path(key).path("mean");
            if (mean.isNumber()) {
                all.add(new Chart.Point(
                        point.path("shots").asText(),
                        mean.asDouble(),
                        point.path(key).path("sd").asDouble()));
            }
        });
        return new Chart.Line(name, css, all);
    }

    private void kinds(JsonNode kinds, String what) {
        html.open("details").leaf("summary", "By " + what.toLowerCase(Locale.ROOT));
        panels.openTable(
                "F1 of each" + (kinds.size() > MOST_KINDS ? ", the first " + MOST_KINDS : ""),
                what,
                "In the test",
                "After these lines",
                "After the original");
        for (int i = 0; i < Math.min(MOST_KINDS, kinds.size()); i++) {
            JsonNode kind = kinds.get(i);
            html.open("tr").leaf("th", kind.path("name").asText(), "scope", "row");
            panels.cell(kind.path("gold"));
            panels.cell(kind.path("synthetic"));
            panels.cell(kind.path("original"));
            html.close();
        }
        panels.closeTable();
        html.close().line();
    }

    private void generators(JsonNode generators, String measure) {
        if (generators.isEmpty()) {
            return;
        }
        panels.openTable(
                "Which lines help, which hurt: " + measure + " with each generator's lines less without them",
                "Generator",
                "Lines",
                "Adds",
                "95 % interval",
                "");
        for (JsonNode generator : generators) {
            JsonNode adds = generator.path("adds");
            boolean hurts = adds.path("high").asDouble() < 0;
            boolean helps = adds.path("low").asDouble() > 0;
            html.open("tr").leaf("th", generator.path("name").asText(), "scope", "row");
            panels.cell(generator.path("lines"));
            panels.cell(signed(adds.path("value")));
            panels.cell(signed(adds.path("low")) + " to " + signed(adds.path("high")));
            html.open("td")
                    .leaf(
                            "span",
                            hurts ? "hurts" : helps ? "helps" : "no difference seen",
                            "class",
                            hurts ? "pill bad" : helps ? "pill good" : "soft")
                    .close()
                    .close();
        }
        panels.closeTable();
    }
}
