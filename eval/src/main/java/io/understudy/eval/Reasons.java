package io.understudy.eval;

/** Why a value of report.json is missing, where several blocks say so. */
final class Reasons {

    static final String NO_ORIGINAL = "no original was given to compare with";

    static final String NO_HOLDOUT = "no holdout was given: coincidence cannot be told from leakage";

    private Reasons() {}
}
