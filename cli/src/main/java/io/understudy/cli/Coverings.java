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
 */
record Coverings(Cover what, long seed, Narrator narrator) {

    /** @param count lines that are wanted in all */
    List<Covering> of(List<IntentQuota> intents, Optional<Long> count) {
        List<Covering> coverings = new ArrayList<>();
        long lines = 0;
        for (IntentQuota each : intents) {
            Covering covering = Covering.of(each.utterances(), what.strength, seed);
            coverings.add(covering);
            lines += covering.ranks().size();
            narrator.say(each.name() + ": " + Count.of(covering.ranks().size(), "line") + " hold all "
                    + Count.of(covering.tuples()) + " " + what.what + "; no fewer than " + Count.of(covering.least())
                    + " could");
        }
        if (count.isPresent() && count.get() < lines) {
            narrator.say("asked for " + Count.of(count.get(), "line") + ", and it takes " + Count.of(lines)
                    + " to hold all; those that bring most come first, the others are left out");
        }
        return coverings;
    }
}
