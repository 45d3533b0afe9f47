package io.understudy.ner;

import io.understudy.core.Details;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A mention that a recognizer proposes.
 *
 * @param score how sure it is, in [0, 1]; scores of different recognizers are comparable only roughly
 * @param evidence why it was found
 */
public record Finding(Mention mention, double score, Evidence evidence) {

    /** What a form that stands for itself is worth, and a name that a model without scores found. */
    public static final double USUAL_SCORE = 0.8;

    /** From this score on, check digits decide against whatever overlaps. */
    public static final double SURE = 0.9;

    public Finding {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + " of a " + mention.label() + "; expected 0 to 1");
        }
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
        return new Finding(other, score, evidence);
    }

    /**
     * The mention with the reasons among its details, under keys of their own: {@code score}, {@code recognizer},
     * {@code rule}, {@code context} where there is one, {@code checksum} where it was verified.
     */
    public Mention explained() {
        Map<String, String> why = new LinkedHashMap<>(mention.details().extra());
        why.put("score", String.format(Locale.ROOT, "%.2f", score));
        why.put("recognizer", '"' + evidence.recognizer() + '"');
        why.put("rule", '"' + evidence.rule() + '"');
        evidence.context().ifPresent(word -> why.put("context", '"' + word + '"'));
        if (evidence.checksum()) {
            why.put("checksum", "true");
        }
        Details details = mention.details();
        return new Mention(
                mention.span(),
                mention.label(),
                new Details(details.entity(), details.role(), details.group(), details.value(), why));
    }

    /** Whether it is hardly there by chance: its check digits are right, or its form is that of nothing else. */
    public boolean isProven() {
        return Overlaps.PROVEN.contains(label()) || (evidence.checksum() && score >= SURE);
    }
}
