package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** report.html, drawn from the tree of report.json. */
final class HtmlReport {

    private final JsonNode tree;
    private final Verdict verdict;
    private final boolean hasOriginal;

    HtmlReport(JsonNode tree) {
        this.tree = tree;
        this.verdict = new Verdict(tree);
        this.hasOriginal = tree.path("leakage").path("hard").isNumber();
    }

    String page() {
        return Page.of("Understudy report: " + verdict.mood().word().toLowerCase(Locale.ROOT), html -> {
            header(html);
            new LeakageSection(html, tree.path("leakage")).write();
            new UtilitySection(html, tree.path("utility")).write();
            new DiversitySection(html, tree.path("diversity")).write(hasOriginal);
            new FidelitySection(html, tree.path("fidelity")).write(hasOriginal);
            new BalanceSection(html, tree.path("bias")).write(hasOriginal);
            new ValiditySection(html, tree.path("validity")).write();
            footer(html);
        });
    }

    private void header(Html html) {
        Page.brand(html, "report");
        Page.mood(html, "h1", verdict);
        html.leaf("p", String.join(" ", verdict.sentences()), "class", "lead").line();
        html.open("ul", "class", "tiles");
        JsonNode validity = tree.path("validity");
        tile(
                html,
                "lines",
                Figures.of(validity.path("lines")),
                Figures.of(validity.path("invalid")) + " not well formed");
        JsonNode leakage = tree.path("leakage");
        tile(html, "leaks", Figures.of(leakage.path("hard")), "surfaces, identifiers or records of the original");
        tile(
                html,
                "replay",
                hasOriginal
                        ? Verdict.percent(leakage.path("replay").path("share").asDouble())
                        : Figures.NONE,
                "of lines share their words around the names with a rare original line");
        JsonNode diversity = tree.path("diversity");
        JsonNode ruler = Panels.about(diversity, "effective_templates").path("original");
        tile(
                html,
                "effective templates",
                Figures.of(Panels.here(diversity, "effective_templates")),
                ruler.isNumber()
                        ? "in as many lines the original has " + Figures.of(ruler)
                        : "equally frequent ones would vary as much");
        worth(html, "intent_accuracy", "intents told right");
        worth(html, "slot_f1", "F1 of mentions");
        html.close().line();
    }

    private void worth(Html html, String key, String name) {
        JsonNode utility = tree.path("utility");
        if (utility.path(key).isNumber()) {
            tile(
                    html,
                    name,
                    Figures.of(utility.path(key)),
                    "after these lines; after the original "
                            + Figures.of(Panels.about(utility, key).path("original")));
        }
    }

    private static void tile(Html html, String name, String figure, String meaning) {
        html.open("li", "class", "tile")
                .leaf("span", name)
                .leaf("strong", figure)
                .leaf("span", meaning)
                .close();
    }

    private static void footer(Html html) {
        html.open("footer");
        html.leaf(
                "p",
                "Figures that depend on size are measured on a seeded random sample, of equal size on both sides; n says how"
                        + " many lines. Leakage and validity are measured on every line. A dash is a value that could not be computed,"
                        + " and the reason stands beside it. Point at a figure's name, or move to it with the Tab key, to read how it"
                        + " is computed and who defined it. All figures are in report.json.");
        html.close().line();
    }
}
