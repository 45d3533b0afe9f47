package io.understudy.generator;

import io.understudy.templates.grammar.Alternative.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run from a grammar gave.
 *
 * @param made for each part of the plan
 */
public record GrammarOutcome(Outcome outcome, List<Made> made) {

    public GrammarOutcome {
        made = List.copyOf(made);
    }

    /**
     * Of a part of the plan.
     *
     * @param otherSide lines that were not taken because the other side has their template or value
     * @param refused lines that were not taken for any other reason but that there were enough
     */
    public record Made(IntentQuota quota, long train, long test, long otherSide, long refused) {
        long of(Side side) {
            return side == Side.TRAIN ? train : test;
        }

        private Made plus(Made other) {
            return new Made(
                    new IntentQuota(
                            quota.utterances(), quota.train() + other.quota.train(), quota.test() + other.quota.test()),
                    train + other.train,
                    test + other.test,
                    otherSide + other.otherSide,
                    refused + other.refused);
        }
    }

    /** What fell short, a sentence each: which intent, which side, how many lines of how many, and why. */
    public List<String> shortfalls() {
        Map<String, Made> byIntent = new LinkedHashMap<>();
        made.forEach(each -> byIntent.merge(each.quota().name(), each, Made::plus));
        boolean split = made.stream().anyMatch(each -> each.quota().test() > 0);
        List<String> sentences = new ArrayList<>();
        byIntent.forEach((intent, all) -> {
            for (Side side : Side.values()) {
                long asked = all.quota().of(side);
                if (all.of(side) < asked) {
                    sentences.add("%s: %s%,d of %,d lines; %s"
                            .formatted(
                                    intent,
                                    split ? (side == Side.TRAIN ? "train has " : "test has ") : "",
                                    all.of(side),
                                    asked,
                                    reason(all)));
                }
            }
        });
        for (Quota quota : quotas()) {
            long lines = made.stream()
                    .filter(each -> each.quota().quotas().contains(quota))
                    .mapToLong(each -> each.train() + each.test())
                    .sum();
            if (lines < quota.least() || lines > quota.most()) {
                sentences.add("%s: %,d lines".formatted(quota.said(), lines));
            }
        }
        return sentences;
    }

    private List<Quota> quotas() {
        return made.stream()
                .flatMap(each -> each.quota().quotas().stream())
                .distinct()
                .toList();
    }

    private static String reason(Made made) {
        List<String> reasons = new ArrayList<>();
        if (made.otherSide() > 0) {
            reasons.add("%,d more share a template or value with the other side".formatted(made.otherSide()));
        }
        if (made.refused() > 0) {
            reasons.add("%,d more were refused or twice".formatted(made.refused()));
        }
        return reasons.isEmpty() ? "there are no more" : String.join(", ", reasons);
    }
}
