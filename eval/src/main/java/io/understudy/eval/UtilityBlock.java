package io.understudy.eval;

import io.understudy.eval.report.Section;

/** The block {@code utility} of report.json. */
final class UtilityBlock {

    private UtilityBlock() {}

    static Section of() {
        return new Section()
                .put("view", "a model trained on the synthetic lines, tested on original ones")
                .missing("intent_accuracy", Reasons.NOT_YET)
                .missing("slot_f1", Reasons.NOT_YET);
    }
}
