package io.understudy.core.format;

import java.util.Optional;

/**
 * How to read or write a corpus.
 *
 * @param record what one example is in plain text
 * @param offsets unit of offsets in the file; empty: what the format prescribes
 */
public record FormatOptions(RecordUnit record, Optional<OffsetUnit> offsets) {

    /** One example a line, offsets as the format prescribes. */
    public static final FormatOptions DEFAULT = new FormatOptions(RecordUnit.LINE, Optional.empty());
}
