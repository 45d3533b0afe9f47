package io.understudy.cli;

import io.understudy.generator.IntentQuota;
import io.understudy.templates.grammar.coverage.Covering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds lines in which everything occurs, and says what they hold.
 *
 * @param what is to occur
 * @param threads each works on an intent
 */
record Coverings(Cover what, long seed, int threads, Narrator narrator) {

    /** @param count lines that are wanted in all */
    List<Covering> of(List<IntentQuota> intents, Optional<Long> count) throws InterruptedException {
        List<Covering> coverings = new ArrayList<>();
        Ordered.each(
                intents.iterator(),
                each -> Ordered.ALONE,
                threads,
                each -> Covering.of(each.utterances(), what.strength, seed),
                covering -> {
                    IntentQuota intent = intents.get(coverings.size());
                    narrator.say(said(intent, covering));
                    if (!intent.quotas().isEmpty()
                            && intent.lines() < covering.ranks().size()) {
                        narrator.say(intent.name() + ": its quota of " + Count.of(intent.lines(), "line")
                                + " cuts the covering; what brings most comes first");
                    }
                    coverings.add(covering);
                });
        long lines = coverings.stream().mapToLong(each -> each.ranks().size()).sum();
        if (count.isPresent() && count.get() < lines) {
            narrator.say("asked for " + Count.of(count.get(), "line") + ", and it takes " + Count.of(lines)
                    + " to hold all; those that bring most come first, the others are left out");
        }
        return coverings;
    }

    private String said(IntentQuota intent, Covering covering) {
        return intent.name() + ": " + Count.of(covering.ranks().size(), "line") + " hold all "
                + Count.of(covering.tuples()) + " " + what.what + "; no fewer than " + Count.of(covering.least())
                + " could";
    }
}
