package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {

    private Figures() {}

    /** Whole numbers with thousands apart, others to three digits or so; a dash where there is none. */
    static String of(JsonNode node) {
        if (!node.isNumber()) {
            return "–";
        }
        double value = node.asDouble();
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT,
                size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : size >= 0.001 ? "%.3f" : "%.1e",
                value);
    }
}
