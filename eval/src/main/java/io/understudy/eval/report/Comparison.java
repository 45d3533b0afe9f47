package io.understudy.eval.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several corpora measured against the same original, side by side. Immutable; equal reports give equal bytes.
 *
 * @param corpora at least two
 */
public record Comparison(List<Named> corpora) {

    /** @param name of the corpus, different from the others' */
    public record Named(String name, Report report) {}

    /** @throws IllegalArgumentException if there are fewer than two, or two have one name */
    public Comparison {
        corpora = List.copyOf(corpora);
        if (corpora.size() < 2 || corpora.stream().map(Named::name).distinct().count() < corpora.size()) {
            throw new IllegalArgumentException("expected two or more corpora with different names");
        }
    }

    /** report.json: each corpus with its name and what its own report.json would say; ends with a line feed. */
    public String json() {
        return Report.write(Map.of(
                "corpora",
                corpora.stream()
                        .map(corpus -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("name", corpus.name());
                            one.put("report", corpus.report().tree());
                            return one;
                        })
                        .toList()));
    }

    /** report.html; it links to {@link #page} of each corpus. */
    public String html() {
        return new ComparisonPage(corpora).page();
    }

    /**
     * The file with a corpus's own report.
     *
     * @param number from 1 on
     */
    public static String page(int number) {
        return "report-" + number + ".html";
    }

    /** What a terminal shows. */
    public String summary() {
        StringBuilder summary = new StringBuilder();
        for (Named corpus : corpora) {
            summary.append(corpus.name()).append(": ").append(corpus.report().summary());
        }
        return summary.toString();
    }
}
