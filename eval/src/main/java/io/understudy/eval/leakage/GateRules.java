package io.understudy.eval.leakage;

/**
 * What the gate asks of a line.
 *
 * @param minSources number of original records that must share a carrier without slots for it to pass; also how many
 *     records must use a surface unlabelled for it to be a common word; 1 or more
 * @param allowVerbatim lets lines equal to original lines pass; surfaces of mentions are refused all the same
 * @param everyCarrier asks {@code minSources} of carriers with slots too ({@code --private})
 * @param nearLines refuses lines on carriers of their own that say much of one record: for generators that write
 *     sentences, language models first of all
 */
public record GateRules(int minSources, boolean allowVerbatim, boolean everyCarrier, boolean nearLines) {

    /** Five records; verbatim lines refused; carriers with slots pass. */
    public static final GateRules STANDARD = new GateRules(5, false, false);

    /** @throws IllegalArgumentException if {@code minSources} is below 1 */
    public GateRules {
        if (minSources < 1) {
            throw new IllegalArgumentException("min-sources is " + minSources + "; expected 1 or more");
        }
    }

    /** Lines near an original one pass. */
    public GateRules(int minSources, boolean allowVerbatim, boolean everyCarrier) {
        this(minSources, allowVerbatim, everyCarrier, false);
    }
}
