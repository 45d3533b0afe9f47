package io.understudy.eval;

import io.understudy.eval.report.Section;
import io.understudy.eval.validity.ValidityCheck;

/** The block {@code validity} of report.json. */
final class ValidityBlock {

    private ValidityBlock() {}

    static Section of(ValidityCheck check) {
        Section rules = new Section();
        check.rules()
                .forEach((rule, count) -> rules.put(
                        rule.key(),
                        new Section()
                                .put("tried", count.tried())
                                .put("failed", count.failed())
                                .put("what", rule.meaning())));
        return new Section()
                .put("view", "surface")
                .put("lines", check.lines())
                .put("invalid", check.invalid())
                .put("rules", rules);
    }
}
