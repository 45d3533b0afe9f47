package io.understudy.ner;

import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A mention that a recognizer proposes.
 *
 * @param score how sure it is, in [0, 1]; scores of different recognizers are comparable only roughly
 * @param evidence why it was found
 * @param parts what it is made of, where its recognizer takes it apart: mentions inside it, in order
 */
public record Finding(Mention mention, double score, Evidence evidence, List<Mention> parts) {

    /** What a form that stands for itself is worth, and a name that a model without scores found. */
    public static final double USUAL_SCORE = 0.8;

    /** From this score on, check digits decide against whatever overlaps. */
    public static final double SURE = 0.9;

    public Finding {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + " of a " + mention.label() + "; expected 0 to 1");
        }
        parts = List.copyOf(parts);
    }

    /** Of one piece. */
    public Finding(Mention mention, double score, Evidence evidence) {
        this(mention, score, evidence, List.of());
    }

    public int start() {
        return mention.start();
    }

    public int end() {
        return mention.end();
    }

    public Label label() {
        return mention.label();
    }

    public Finding withMention(Mention other) {
        return new Finding(other, score, evidence, parts);
    }

    /**
     * The mention with what it is made of among its details, where it has parts: under the key {@code parts}, kind to
     * characters.
     *
     * @param text the one it was found in
     */
    public Mention withParts(String text) {
        return parts.isEmpty() ? mention : with(Map.of("parts", parts(text)));
    }

    /**
     * The mention with the reasons among its details, under keys of their own: {@code score}, {@code recognizer},
     * {@code rule}, {@code context} where there is one, {@code checksum} where it was verified, and its parts.
     *
     * @param text the one it was found in
     */
    public Mention explained(String text) {
        Map<String, String> why = new LinkedHashMap<>();
        why.put("score", String.format(Locale.ROOT, "%.2f", score));
        why.put("recognizer", '"' + evidence.recognizer() + '"');
        why.put("rule", '"' + evidence.rule() + '"');
        evidence.context().ifPresent(word -> why.put("context", '"' + word + '"'));
        if (evidence.checksum()) {
            why.put("checksum", "true");
        }
        if (!parts.isEmpty()) {
            why.put("parts", parts(text));
        }
        return with(why);
    }

    /** @param keys name to JSON text */
    private Mention with(Map<String, String> keys) {
        Details details = mention.details();
        Map<String, String> extra = new LinkedHashMap<>(details.extra());
        extra.putAll(keys);
        return new Mention(
                mention.span(),
                mention.label(),
                new Details(details.entity(), details.role(), details.group(), details.value(), extra));
    }

    private String parts(String text) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        for (Mention part : parts) {
            kinds.computeIfAbsent(part.label().name().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(part.span().of(text));
        }
        return kinds.entrySet().stream()
                .map(kind -> '"' + kind.getKey() + "\":" + quoted(String.join(", ", kind.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** As a JSON string. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }

    /** Whether it is hardly there by chance: its check digits are right, or its form is that of nothing else. */
    public boolean isProven() {
        return Overlaps.PROVEN.contains(label()) || (evidence.checksum() && score >= SURE);
    }
}
