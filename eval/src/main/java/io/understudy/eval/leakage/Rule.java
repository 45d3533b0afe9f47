package io.understudy.eval.leakage;

import io.understudy.eval.leakage.Finding.Severity;
import java.util.Locale;

/** What can be found, with how bad it is at most, and what it means. */
public enum Rule {
    SOURCE_SURFACE(Severity.HARD, "A name or other surface of the original, as whole words"),
    DIGITS(Severity.HARD, "An identifier of seven or more digits, however grouped or spelled out"),
    DATE(Severity.HARD, "A whole date of the original, in another form"),
    ADDRESS(Severity.HARD, "A house number with its street, in another form"),
    EMAIL(Severity.HARD, "An address of the original, spoken, hidden or tagged"),
    EMAIL_NAME(Severity.HARD, "A person's name in or out of an e-mail address"),
    PARTIAL_NAME(
            Severity.HARD,
            "A person's name turned around, with an initial, or after a title; a last name alone is weak"),
    TRANSLITERATION(Severity.HARD, "A person's name in another script"),
    METADATA(Severity.HARD, "Something of the original beside the text: in an id, a template, a key, a file's name"),
    VERBATIM_RECORD(Severity.HARD, "A whole record of the original"),
    REPLAY(Severity.WEAK, "The words around the names, from few original records"),
    NEAR_RECORD(Severity.WEAK, "Most of a record: at least half of all runs of three words are shared"),
    SHARED_RUN(Severity.WEAK, "A long run of words of few original records"),
    RARE_WORDS(Severity.WEAK, "The rare words of one record, in whatever order"),
    COMBINATION(Severity.WEAK, "Two or more surfaces that stand together in one record only"),
    LAST_DIGITS(Severity.WEAK, "The last four digits of an identifier, called that"),
    LABELS(Severity.WEAK, "An intent with a combination of labels that one record only has");

    private final Severity severity;
    private final String meaning;

    Rule(Severity severity, String meaning) {
        this.severity = severity;
        this.meaning = meaning;
    }

    /** As findings and report.json name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param key as findings and report.json name it */
    public static Rule of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** The worst it can be. */
    public Severity severity() {
        return severity;
    }

    /** For readers, without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** Whether one finding says whom: what it finds is drawn from so many that nobody meets it by chance. */
    boolean identifies() {
        return switch (this) {
            case DIGITS, EMAIL, METADATA -> true;
            default -> false;
        };
    }

    /** Whether findings of this rule can have this severity. */
    boolean has(Severity asked) {
        return severity == asked || this == PARTIAL_NAME || this == EMAIL_NAME;
    }
}
