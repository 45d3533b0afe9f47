package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/** Numbers and their names as people read them. */
final class Figures {

    /** Stands where there is no number. */
    static final String NONE = "\u2013";

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("distinct_1", "Distinct words"),
            Map.entry("distinct_2", "Distinct pairs"),
            Map.entry("distinct_3", "Distinct triples"),
            Map.entry("compression_ratio", "Compression"),
            Map.entry("duplicates", "Duplicates"),
            Map.entry("near_duplicates", "Near duplicates"),
            Map.entry("labels_js", "Labels"),
            Map.entry("intents_js", "Intents"),
            Map.entry("length_js", "Line length"),
            Map.entry("mentions_js", "Mentions per line"),
            Map.entry("c2st_auc", "Told apart by a classifier"),
            Map.entry("slot_f1", "Slot F1"));

    private Figures() {}

    static String of(JsonNode node) {
        return node.isNumber() ? of(node.asDouble()) : NONE;
    }

    /** Whole numbers with thousands apart, others to three digits or so. */
    static String of(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (size < 0.0001) {
            return "under 0.0001";
        }
        String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : size >= 0.01 ? "%.3f" : "%.4f";
        return String.format(Locale.ROOT, form, value);
    }

    /** What a key of report.json is called. */
    static String title(String key) {
        String words = key.replace('_', ' ');
        return TITLES.getOrDefault(key, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }
}
