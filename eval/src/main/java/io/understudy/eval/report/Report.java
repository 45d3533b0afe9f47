package io.understudy.eval.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Every number of an evaluation, as the tree that report.json writes down: {@code validity}, {@code diversity},
 * {@code leakage}, {@code fidelity}, {@code utility}. report.html is drawn from the same tree. Immutable; equal
 * evaluations give equal bytes.
 */
public final class Report {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private final JsonNode tree;

    private Report(JsonNode tree) {
        this.tree = tree;
    }

    public static Report of(Section root) {
        return new Report(JSON.valueToTree(root.entries()));
    }

    /** report.json; ends with a line feed. */
    public String json() {
        return write(tree);
    }

    /** report.html: one file that asks for no other. */
    public String html() {
        return new HtmlReport(tree).page();
    }

    /** What a terminal shows: a few lines, no text of the corpus. */
    public String summary() {
        return new Verdict(tree).summary();
    }

    /** The number at a path such as {@code leakage.hard}; missing where there is none. */
    JsonNode at(String path) {
        JsonNode node = tree;
        for (String key : path.split("\\.", -1)) {
            node = node.isObject() ? node.path(key) : MissingNode.getInstance();
        }
        return node;
    }

    JsonNode tree() {
        return tree;
    }

    static String write(Object tree) {
        try {
            return JSON.writer(new HousePrinter()).writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report holds only maps, lists, texts and numbers", e);
        }
    }
}
