package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** report.html, drawn from the tree of report.json: one file, no script, no request. */
final class HtmlReport {

    private static final int MOST_LABELS = 12;

    private final JsonNode tree;
    private final Verdict verdict;
    private final Html html = new Html();
    private final boolean hasOriginal;

    HtmlReport(JsonNode tree) {
        this.tree = tree;
        this.verdict = new Verdict(tree);
        this.hasOriginal = tree.path("leakage").path("hard").isNumber();
    }

    String page() {
        html.open("html", "lang", "en").line().open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        html.empty("link", "rel", "icon", "href", "data:,");
        html.leaf("title", "Understudy report: " + verdict.mood().word().toLowerCase(Locale.ROOT));
        html.style(css()).close().line().open("body").open("main").line();
        header();
        new LeakageSection(html, tree.path("leakage")).write();
        diversity();
        fidelity();
        validity();
        utility();
        footer();
        return html.close().close().close().document();
    }

    private void header() {
        html.open("p", "class", "brand")
                .leaf("b", "Understudy")
                .text(" \u00b7 report")
                .close()
                .line();
        html.open("h1").open("span", "class", mood()).leaf("span", "", "class", "dot");
        html.text(verdict.mood().word()).close().close().line();
        html.leaf("p", String.join(" ", verdict.sentences()), "class", "lead").line();
        html.open("ul", "class", "tiles");
        JsonNode validity = tree.path("validity");
        tile("lines", Figures.of(validity.path("lines")), Figures.of(validity.path("invalid")) + " not well formed");
        JsonNode leakage = tree.path("leakage");
        tile("leaks", Figures.of(leakage.path("hard")), "surfaces, identifiers or records of the original");
        tile(
                "replay",
                hasOriginal
                        ? Verdict.percent(leakage.path("replay").path("share").asDouble())
                        : Figures.NONE,
                "of lines share their words around the names with a rare original line");
        JsonNode diversity = tree.path("diversity");
        JsonNode ruler = about(diversity, "effective_templates").path("original");
        tile(
                "effective templates",
                Figures.of(here(diversity, "effective_templates")),
                ruler.isNumber()
                        ? "in as many lines the original has " + Figures.of(ruler)
                        : "equally frequent ones would vary as much");
        html.close().line();
    }

    private void tile(String name, String figure, String meaning) {
        html.open("li", "class", "tile")
                .leaf("span", name)
                .leaf("strong", figure)
                .leaf("span", meaning)
                .close();
    }

    private void diversity() {
        section(
                "Diversity",
                "Is it varied, or the same few sentences with other names? Names alone make text look varied, so"
                        + " each figure stands twice: on the text as it is, and with each name masked by its label.");
        JsonNode diversity = tree.path("diversity");
        key();
        html.open("div", "class", "charts");
        distinct("Text as it is", diversity.path("surface"));
        distinct("Names masked", diversity.path("masked"));
        html.close();
        views(diversity.path("surface"), diversity.path("masked"));
        scores("Whole lines and templates", diversity);
        html.close().line();
    }

    /** Both views' scores side by side. */
    private void views(JsonNode surface, JsonNode masked) {
        openTable(
                html,
                "Words, on the text as it is and with names masked",
                "Figure",
                "Here",
                "Original",
                "Here, masked",
                "Original, masked",
                "Better");
        for (String key : measured(surface)) {
            JsonNode about = about(surface, key);
            html.open("tr").leaf("th", Figures.title(key), "scope", "row");
            cell(here(surface, key));
            cell(about.path("original"));
            cell(here(masked, key));
            cell(about(masked, key).path("original"));
            html.leaf("td", direction(about.path("direction").asText()), "class", "n");
            html.leaf("td", meaning(surface, key), "class", "w").close();
        }
        html.close().close().close();
    }

    private void cell(JsonNode number) {
        html.leaf("td", Figures.of(number), "class", "n");
    }

    private void distinct(String name, JsonNode view) {
        List<Chart.Bar> bars = new ArrayList<>();
        for (String key : List.of("distinct_1", "distinct_2", "distinct_3")) {
            if (view.path(key).isNumber()) {
                bars.add(new Chart.Bar(
                        Figures.title(key),
                        here(view, key).asDouble(),
                        number(about(view, key).path("original"))));
            }
        }
        figure(name, "share of words and runs of words that are distinct; each chart has its own scale");
        Chart.rows(
                html,
                "Distinct words, " + name.toLowerCase(Locale.ROOT),
                "Share of words, pairs and triples that are distinct.",
                bars,
                true);
        html.close();
    }

    private void fidelity() {
        section("Fidelity", "Does it look like the original from far: the same labels, as often, in lines as long?");
        JsonNode fidelity = tree.path("fidelity");
        if (hasOriginal) {
            key();
        }
        html.open("div", "class", "charts");
        figure(
                "Labels",
                "share of all mentions" + (fidelity.path("labels").size() > MOST_LABELS ? ", the most frequent" : ""));
        Chart.rows(html, "Labels", "Share of mentions by label.", labels(fidelity.path("labels")), true);
        html.close();
        html.open("div", "class", "stack");
        figure("Line length", "share of lines by their number of characters, from each number up to the next");
        Chart.columns(html, "Line length", "Share of lines by length.", numbered(fidelity.path("lengths")));
        html.close();
        figure("Mentions", "share of lines by their number of mentions");
        Chart.columns(
                html,
                "Mentions in a line",
                "Share of lines by number of mentions.",
                numbered(fidelity.path("mentions")));
        html.close().close().close();
        scores("Distance from the original", fidelity);
        html.close().line();
    }

    private static List<Chart.Bar> labels(JsonNode shares) {
        List<Chart.Bar> bars = bars(shares);
        bars.sort((a, b) -> Double.compare(
                Math.max(b.value(), b.ruler().orElse(0)),
                Math.max(a.value(), a.ruler().orElse(0))));
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
                share.path("name").asText(), share.path("synthetic").asDouble(), number(share.path("original")))));
        return bars;
    }

    private void validity() {
        section("Validity", "Is each line well formed, whatever it says?");
        openTable(html, "Rules, how often each was asked and how often it failed", "Rule", "Asked", "Failed", "");
        tree.path("validity").path("rules").properties().forEach(rule -> {
            long failed = rule.getValue().path("failed").asLong();
            html.open("tr").leaf("th", sentence(rule.getValue().path("what").asText()), "scope", "row");
            html.leaf("td", Figures.of(rule.getValue().path("tried")), "class", "n");
            html.leaf("td", Verdict.count(failed), "class", "n");
            boolean asked = rule.getValue().path("tried").asLong() > 0;
            html.open("td")
                    .leaf(
                            "span",
                            failed > 0 ? "failed" : asked ? "holds" : "nothing to ask",
                            "class",
                            failed > 0 ? "pill bad" : asked ? "pill good" : "soft");
            html.close().close();
        });
        html.close().close().close().close().line();
    }

    private void utility() {
        section("Utility", "Is a model trained on these lines as good as one trained on the original?");
        scores("Trained on these lines, tested on original ones", tree.path("utility"));
        html.close().line();
    }

    private void footer() {
        html.open("footer");
        html.leaf(
                "p",
                "Figures that depend on size are measured on a seeded random sample, of equal size on both sides; n says how"
                        + " many lines. Leakage and validity are measured on every line. A dash is a value that could not be computed,"
                        + " and the reason stands beside it. All figures are in report.json.");
        html.close().line();
    }

    /** A table of the scores a block holds; the missing ones with their reasons. */
    private void scores(String caption, JsonNode block) {
        openTable(html, caption, "Figure", "Here", "Original", "Better");
        for (String key : measured(block)) {
            JsonNode about = about(block, key);
            html.open("tr").leaf("th", Figures.title(key), "scope", "row");
            cell(here(block, key));
            cell(about.path("original"));
            html.leaf("td", direction(about.path("direction").asText()), "class", "n");
            html.leaf("td", meaning(block, key), "class", "w").close();
        }
        html.close().close().close();
    }

    /** Names of a block's scores, those that could not be computed included. */
    private static List<String> measured(JsonNode block) {
        List<String> keys = new ArrayList<>();
        block.fieldNames().forEachRemaining(key -> {
            if (block.has(key + "_reason") || block.path("about").has(key)) {
                keys.add(key);
            }
        });
        return keys;
    }

    private static String meaning(JsonNode block, String key) {
        JsonNode about = about(block, key);
        String what = about.path("what").asText("");
        if (block.has(key + "_reason")) {
            return (what + " Not computed: " + block.path(key + "_reason").asText() + ".").strip();
        }
        JsonNode sameSize = about.path("same_size");
        if (!sameSize.isObject()
                || sameSize.path("n").asLong() == about.path("n").asLong()) {
            return what + " n\u00a0=\u00a0" + Figures.of(about.path("n")) + ".";
        }
        return "%s n\u00a0=\u00a0%s; for n\u00a0=\u00a0%s it is %s."
                .formatted(
                        what, Figures.of(sameSize.path("n")), Figures.of(about.path("n")), Figures.of(block.path(key)));
    }

    /** The value as it can be compared: at the original's size, where there is one. */
    private static JsonNode here(JsonNode block, String key) {
        JsonNode sameSize = about(block, key).path("same_size").path("value");
        return sameSize.isNumber() ? sameSize : block.path(key);
    }

    /** Leaves the table's body, the table and its scroll area open. */
    static void openTable(Html html, String caption, String... heads) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", caption);
        html.open("table").leaf("caption", caption).open("thead").open("tr");
        for (int i = 0; i < heads.length; i++) {
            html.leaf("th", heads[i], "scope", "col", "class", i == 0 ? "" : "n");
        }
        if (heads[0].equals("Figure")) {
            html.leaf("th", "Meaning", "scope", "col");
        }
        html.close().close().open("tbody").line();
    }

    private void section(String name, String question) {
        html.open("section")
                .leaf("h2", name)
                .leaf("p", question, "class", "soft")
                .line();
    }

    private void figure(String name, String meaning) {
        html.open("figure")
                .open("figcaption")
                .leaf("b", name)
                .text(": " + meaning)
                .close();
    }

    private void key() {
        html.open("ul", "class", "key")
                .open("li")
                .leaf("i", "", "class", "o")
                .text("these lines")
                .close();
        if (hasOriginal) {
            html.open("li").leaf("i", "", "class", "r").text("original").close();
        }
        html.close();
    }

    private String mood() {
        return verdict.mood().name().toLowerCase(Locale.ROOT);
    }

    private static JsonNode about(JsonNode block, String key) {
        return block.path("about").path(key);
    }

    private static OptionalDouble number(JsonNode node) {
        return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
    }

    private static String direction(String direction) {
        return switch (direction) {
            case "higher" -> "higher";
            case "lower" -> "lower";
            case "near_original" -> "near original";
            default -> Figures.NONE;
        };
    }

    private static String sentence(String phrase) {
        return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
    }

    private static String css() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
