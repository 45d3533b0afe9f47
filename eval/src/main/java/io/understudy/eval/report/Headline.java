package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The figures that are shown where there is room for a few only.
 *
 * @param key names it in the {@link Glossary}
 * @param title for people
 * @param path of the number in report.json, by names
 */
record Headline(String key, String title, String block, String path) {

    static final List<Headline> ALL = List.of(
            new Headline("", "Lines", "validity", "lines"),
            new Headline("", "Lines not well formed", "validity", "invalid"),
            new Headline("", "Leaks", "leakage", "hard"),
            new Headline("", "Weak findings", "leakage", "weak"),
            new Headline("intent_accuracy", "Accuracy of intents", "utility", "intent_accuracy"),
            new Headline("slot_f1", "F1 of mentions", "utility", "slot_f1"),
            new Headline("distinct_2", "Distinct pairs of words", "diversity.surface", "distinct_2"),
            new Headline("distinct_2", "The same, names masked", "diversity.masked", "distinct_2"),
            new Headline("self_bleu", "Self-BLEU, names masked", "diversity.masked", "self_bleu"),
            new Headline("compression_ratio", "Compression, names masked", "diversity.masked", "compression_ratio"),
            new Headline("effective_templates", "Effective templates", "diversity", "effective_templates"),
            new Headline("duplicates", "Duplicates", "diversity", "duplicates"),
            new Headline("c2st_auc", "Told apart from the original", "fidelity", "c2st_auc"),
            new Headline("labels_js", "Labels: distance", "fidelity", "labels_js"),
            new Headline("length_js", "Line length: distance", "fidelity", "length_js"));

    private static final List<String> COUNTS_TO_BE_LOW = List.of("invalid", "hard", "weak");

    private JsonNode block(JsonNode tree) {
        JsonNode node = tree;
        for (String name : block.split("\\.", -1)) {
            node = node.path(name);
        }
        return node;
    }

    /** As it can be compared, at the original's size where it depends on size. */
    JsonNode value(JsonNode tree) {
        return Panels.here(block(tree), path);
    }

    JsonNode original(JsonNode tree) {
        return Panels.about(block(tree), path).path("original");
    }

    String what(JsonNode tree) {
        return Panels.about(block(tree), path).path("what").asText("");
    }

    /** {@code higher} or {@code lower}; empty where neither is better. */
    Optional<String> better(JsonNode tree) {
        if (COUNTS_TO_BE_LOW.contains(path)) {
            return Optional.of("lower");
        }
        String direction = Panels.about(block(tree), path).path("direction").asText();
        return direction.equals("higher") || direction.equals("lower") ? Optional.of(direction) : Optional.empty();
    }
}
