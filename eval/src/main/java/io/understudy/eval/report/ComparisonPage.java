package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.eval.report.Comparison.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;

/** The page that shows several corpora side by side. */
final class ComparisonPage {

    private final List<Named> corpora;

    ComparisonPage(List<Named> corpora) {
        this.corpora = corpora;
    }

    String page() {
        return Page.of("Understudy: " + corpora.size() + " corpora side by side", html -> {
            Page.brand(html, "comparison");
            html.leaf("h1", corpora.size() + " corpora side by side").line();
            html.leaf("p", lead(), "class", "lead").line();
            cards(html);
            table(html);
            charts(html);
            html.open("footer")
                    .leaf(
                            "p",
                            "All were measured with the same options. Figures that depend on size are compared at the"
                                    + " original's size. In bold, the best of each row, where one way is better; a dash could"
                                    + " not be computed.")
                    .close()
                    .line();
        });
    }

    private String lead() {
        long sound = corpora.stream()
                .filter(corpus -> new Verdict(corpus.report().tree()).mood() == Verdict.Mood.GOOD)
                .count();
        return sound == corpora.size()
                ? "All look sound."
                : sound == 0
                        ? "None of them looks sound."
                        : sound + " of them look" + (sound == 1 ? "s" : "") + " sound.";
    }

    private void cards(Html html) {
        html.open("ul", "class", "cards");
        for (int i = 0; i < corpora.size(); i++) {
            Verdict verdict = new Verdict(corpora.get(i).report().tree());
            html.open("li", "class", "card");
            html.leaf("h2", corpora.get(i).name());
            html.open("p", "class", verdict.mood().css())
                    .leaf("b", verdict.mood().word())
                    .close();
            html.leaf("p", String.join(" ", verdict.sentences()));
            html.open("p")
                    .leaf("a", "All figures of " + corpora.get(i).name(), "href", Comparison.page(i + 1))
                    .close()
                    .close()
                    .line();
        }
        html.close();
    }

    private void table(Html html) {
        Panels panels = new Panels(html);
        panels.section("Side by side", "The figures that decide; the whole list is in each corpus's own report.");
        List<String> heads = new ArrayList<>(List.of("Figure"));
        corpora.forEach(corpus -> heads.add(corpus.name()));
        heads.addAll(List.of("Original", "Better"));
        panels.openTable("Figures of all corpora", heads.toArray(String[]::new));
        for (Headline headline : Headline.ALL) {
            List<JsonNode> trees =
                    corpora.stream().map(corpus -> corpus.report().tree()).toList();
            if (trees.stream().noneMatch(tree -> headline.value(tree).isNumber())) {
                continue;
            }
            html.open("tr");
            panels.name(headline.key(), headline.title(), headline.what(trees.get(0)));
            OptionalDouble best = best(headline, trees);
            for (JsonNode tree : trees) {
                JsonNode value = headline.value(tree);
                boolean isBest = value.isNumber() && best.isPresent() && value.asDouble() == best.getAsDouble();
                html.leaf("td", Figures.of(value), "class", isBest ? "n best" : "n");
            }
            panels.cell(headline.original(trees.get(0)));
            panels.cell(headline.better(trees.get(0)).orElse(Figures.NONE));
            html.close();
        }
        panels.closeTable();
        html.close().line();
    }

    private static OptionalDouble best(Headline headline, List<JsonNode> trees) {
        DoubleBinaryOperator better = headline.better(trees.get(0)).orElse("").equals("higher") ? Math::max : Math::min;
        return headline.better(trees.get(0)).isEmpty()
                ? OptionalDouble.empty()
                : trees.stream()
                        .map(headline::value)
                        .filter(JsonNode::isNumber)
                        .mapToDouble(JsonNode::asDouble)
                        .reduce(better);
    }

    private void charts(Html html) {
        Panels panels = new Panels(html);
        panels.section("At a glance", "The same figures as bars, each beside the original.");
        panels.oursAndTheirs(true);
        html.open("div", "class", "charts");
        for (Headline headline : Headline.ALL) {
            List<Chart.Bar> bars = new ArrayList<>();
            for (Named corpus : corpora) {
                JsonNode value = headline.value(corpus.report().tree());
                if (value.isNumber()
                        && headline.original(corpus.report().tree()).isNumber()) {
                    bars.add(new Chart.Bar(
                            corpus.name(),
                            value.asDouble(),
                            Panels.number(headline.original(corpus.report().tree()))));
                }
            }
            if (!bars.isEmpty()) {
                panels.figure(
                        headline.title(),
                        headline.better(corpora.get(0).report().tree())
                                .map(way -> way + " is better")
                                .orElse("near the original is good"));
                Chart.rows(html, headline.title(), "A bar for each corpus, beside the original.", bars, false);
                html.close();
            }
        }
        html.close().close().line();
    }
}
