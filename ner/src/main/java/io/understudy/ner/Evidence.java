package io.understudy.ner;

import java.util.Optional;

/**
 * Why a mention was found. It names rules and words of our own lists, never the text.
 *
 * @param recognizer which one found it, such as {@code identifiers}
 * @param rule which of its rules, such as {@code pl_pesel}
 * @param context the telling word that stands beside the mention, where the rule looked for one and found it
 * @param checksum whether check digits were verified
 */
public record Evidence(String recognizer, String rule, Optional<String> context, boolean checksum) {

    /** By a rule that looks at the mention alone. */
    public static Evidence of(String recognizer, String rule) {
        return new Evidence(recognizer, rule, Optional.empty(), false);
    }
}
