package io.understudy.eval.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One block of report.json: names with numbers, texts, lists and blocks, in order. A score is a plain number under its
 * name; its direction, its size, its ruler (the original's value, and its own at the original's size) and its meaning
 * stand in the block's {@code about}. Not thread-safe.
 */
public final class Section {

    private final Map<String, Object> entries = new LinkedHashMap<>();

    public Section put(String name, long number) {
        entries.put(name, number);
        return this;
    }

    /** Six significant digits: what differs below is noise, and would differ between machines. */
    public Section put(String name, double number) {
        entries.put(name, rounded(number));
        return this;
    }

    public Section put(String name, String text) {
        entries.put(name, text);
        return this;
    }

    public Section put(String name, Section block) {
        entries.put(name, block.entries);
        return this;
    }

    public Section put(String name, List<Section> blocks) {
        entries.put(name, blocks.stream().map(block -> block.entries).toList());
        return this;
    }

    /** {@code null}, with the reason beside it. */
    public Section missing(String name, String reason) {
        entries.put(name, null);
        entries.put(name + "_reason", reason);
        return this;
    }

    public Section scores(List<Score> scores) {
        Map<String, Object> about = new LinkedHashMap<>();
        for (Score score : scores) {
            if (Double.isNaN(score.value())) {
                missing(score.name(), score.reason());
            } else {
                put(score.name(), score.value());
            }
            about.put(score.name(), about(score));
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> all = (Map<String, Object>) entries.computeIfAbsent("about", key -> new LinkedHashMap<>());
        all.putAll(about);
        return this;
    }

    private static Map<String, Object> about(Score score) {
        Section about = new Section()
                .put("direction", score.direction().name().toLowerCase(Locale.ROOT))
                .put("n", score.n());
        Score.Ruler ruler = score.ruler();
        if (Double.isNaN(ruler.original())) {
            about.entries.put("original", null);
        } else {
            about.put("original", ruler.original());
        }
        if (!Double.isNaN(ruler.here())) {
            about.put("same_size", new Section().put("n", ruler.n()).put("value", ruler.here()));
        }
        return about.put("what", score.what()).entries;
    }

    Map<String, Object> entries() {
        return entries;
    }

    private static Number rounded(double number) {
        return new BigDecimal(number).round(new MathContext(6)).stripTrailingZeros();
    }
}
