package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.eval.report.Comparison.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What a build server shows: JUnit XML with a test for each rule and condition, and a summary in Markdown. No text of
 * the corpus, no path, no time.
 *
 * @param corpora one, or several that were compared
 * @param conditions what the user asks of each
 */
public record CiReport(List<Named> corpora, List<FailIf> conditions) {

    public CiReport {
        corpora = List.copyOf(corpora);
        conditions = List.copyOf(conditions);
    }

    /**
     * A rule or condition.
     *
     * @param failure why it failed; empty where it passed
     * @param skipped why it could not be asked
     */
    private record Case(String group, String name, Optional<String> failure, Optional<String> skipped) {}

    /** JUnit XML, as Jenkins, GitLab and others read it. */
    public String junit() {
        Html xml = new Html();
        xml.open("testsuites", "name", "understudy").line();
        for (Named corpus : corpora) {
            List<Case> cases = cases(corpus.report());
            xml.open(
                    "testsuite",
                    "name",
                    corpus.name(),
                    "tests",
                    Integer.toString(cases.size()),
                    "failures",
                    Long.toString(cases.stream()
                            .filter(each -> each.failure().isPresent())
                            .count()),
                    "errors",
                    "0",
                    "skipped",
                    Long.toString(cases.stream()
                            .filter(each -> each.skipped().isPresent())
                            .count()));
            xml.line();
            for (Case each : cases) {
                xml.open("testcase", "classname", "understudy." + each.group(), "name", each.name());
                each.failure().ifPresent(why -> xml.leaf("failure", why, "message", why));
                each.skipped().ifPresent(why -> xml.leaf("skipped", why, "message", why));
                xml.close().line();
            }
            xml.close().line();
        }
        return xml.close().xml();
    }

    private List<Case> cases(Report report) {
        List<Case> cases = new ArrayList<>();
        JsonNode tree = report.tree();
        tree.path("validity").path("rules").properties().forEach(rule -> {
            long failed = rule.getValue().path("failed").asLong();
            cases.add(new Case(
                    "validity",
                    rule.getKey(),
                    failed == 0 ? Optional.empty() : Optional.of(Verdict.count(failed, "line") + " failed"),
                    Optional.empty()));
        });
        JsonNode leakage = tree.path("leakage");
        if (leakage.path("hard").isNumber()) {
            leakage.path("rules")
                    .properties()
                    .forEach(rule -> cases.add(new Case(
                            "leakage",
                            rule.getKey(),
                            rule.getValue().asLong() == 0
                                    ? Optional.empty()
                                    : Optional.of(Verdict.count(rule.getValue().asLong(), "finding")),
                            Optional.empty())));
        } else {
            cases.add(new Case(
                    "leakage",
                    "hard",
                    Optional.empty(),
                    Optional.of(leakage.path("hard_reason").asText("not measured"))));
        }
        conditions.forEach(condition ->
                cases.add(new Case("fail-if", condition.toString(), condition.check(report), Optional.empty())));
        return cases;
    }

    /** A summary that a pull request can show. */
    public String markdown() {
        StringJoiner text = new StringJoiner("\n", "", "\n");
        for (Named corpus : corpora) {
            Verdict verdict = new Verdict(corpus.report().tree());
            text.add("### " + cell(corpus.name()) + ": " + verdict.mood().word())
                    .add("")
                    .add(String.join(" ", verdict.sentences()))
                    .add("");
            for (FailIf condition : conditions) {
                text.add("- %s `%s`"
                        .formatted(condition.check(corpus.report()).isPresent() ? "**failed**" : "passed", condition));
            }
            if (!conditions.isEmpty()) {
                text.add("");
            }
        }
        StringJoiner head = new StringJoiner(" | ", "| ", " |").add("figure");
        StringJoiner rule = new StringJoiner("|", "|", "|").add("---");
        corpora.forEach(corpus -> head.add(cell(corpus.name())));
        corpora.forEach(corpus -> rule.add("---:"));
        text.add(head.add("original").toString()).add(rule.add("---:").toString());
        for (Headline headline : Headline.ALL) {
            StringJoiner row = new StringJoiner(" | ", "| ", " |").add(headline.title());
            boolean any = false;
            for (Named corpus : corpora) {
                JsonNode value = headline.value(corpus.report().tree());
                any |= value.isNumber();
                row.add(Figures.of(value));
            }
            if (any) {
                text.add(row.add(Figures.of(
                                headline.original(corpora.get(0).report().tree())))
                        .toString());
            }
        }
        return text.toString();
    }

    private static String cell(String name) {
        return name.replace("|", "\\|");
    }
}
