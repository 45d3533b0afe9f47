package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;

/** report.html, drawn from the tree of report.json. */
final class HtmlReport {

    private final JsonNode tree;

    HtmlReport(JsonNode tree) {
        this.tree = tree;
    }

    String page() {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Understudy report</title></head><body><p>"
                + String.join(" ", new Verdict(tree).sentences()) + "</p></body></html>\n";
    }
}
