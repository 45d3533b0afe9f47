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
            Map.entry("distinct_1_of_5000", "Distinct words of 5,000"),
            Map.entry("distinct_2_of_5000", "Distinct pairs of 5,000"),
            Map.entry("distinct_3_of_5000", "Distinct triples of 5,000"),
            Map.entry("entropy_1", "Entropy of words"),
            Map.entry("entropy_2", "Entropy of pairs"),
            Map.entry("entropy_3", "Entropy of triples"),
            Map.entry("effective_1", "Effective words"),
            Map.entry("effective_2", "Effective pairs"),
            Map.entry("effective_3", "Effective triples"),
            Map.entry("self_bleu", "Self-BLEU"),
            Map.entry("self_repetition", "Self-repetition"),
            Map.entry("mattr_50", "MATTR, 50 words"),
            Map.entry("mtld", "MTLD"),
            Map.entry("vendi", "Vendi score"),
            Map.entry("vendi_meaning", "Vendi score of meaning"),
            Map.entry("frechet", "Fr\u00E9chet distance of meaning"),
            Map.entry("compression_ratio", "Compression"),
            Map.entry("duplicates", "Duplicates"),
            Map.entry("near_duplicates", "Near duplicates"),
            Map.entry("labels_js", "Labels"),
            Map.entry("label_pairs_js", "Pairs of labels"),
            Map.entry("label_triples_js", "Triples of labels"),
            Map.entry("intents_js", "Intents"),
            Map.entry("length_js", "Line length"),
            Map.entry("length_w1", "Line length, in words"),
            Map.entry("length_ks", "Line length, widest gap"),
            Map.entry("mentions_js", "Mentions per line"),
            Map.entry("punctuation_js", "Punctuation"),
            Map.entry("casing_js", "Casing"),
            Map.entry("c2st_auc", "Told apart by a classifier"),
            Map.entry("c2st_accuracy", "Told apart, share right"),
            Map.entry("c2st_p", "Told apart, by chance"),
            Map.entry("intent_accuracy", "Accuracy of intents"),
            Map.entry("intent_macro_f1", "Macro F1 of intents"),
            Map.entry("slot_f1", "F1 of mentions"),
            Map.entry("slot_macro_f1", "Macro F1 of mentions"));

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

    /** A probability: small ones by their power of ten, such as {@code 4e-192}. */
    static String chance(JsonNode node) {
        return node.isNumber() && node.asDouble() > 0 && node.asDouble() < 0.001
                ? String.format(Locale.ROOT, "%.0e", node.asDouble())
                : of(node);
    }

    /** What a key of report.json is called. */
    static String title(String key) {
        String words = key.replace('_', ' ');
        return TITLES.getOrDefault(key, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }
}
