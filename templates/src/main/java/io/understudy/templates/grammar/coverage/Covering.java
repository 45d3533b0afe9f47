package io.understudy.templates.grammar.coverage;

import io.understudy.core.Seeds;
import io.understudy.templates.grammar.language.Choices;
import io.understudy.templates.grammar.language.Utterances;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A small set of utterances in which every option occurs, or every pair or triple of options that can occur together:
 * combinatorial testing. One utterance after the other is built around a tuple that is not there yet and goes, from
 * left to right, where most of what is missing is gained (the idea of AETG: Cohen, Dalal, Fredman and Patton, IEEE
 * Transactions on Software Engineering 23(7), 1997). All tuples are known beforehand ({@link Choices#tuples}), so the
 * set is whole when none is left.
 *
 * @param ranks numbers of the derivations, in the order in which they were made: each brings at least one new tuple, or
 *     an option that stands in none
 * @param tuples how many tuples there are; the utterances hold them all
 * @param least a lower bound: no set of utterances that holds these tuples is smaller
 */
public record Covering(List<BigInteger> ranks, long tuples, long least) {

    public Covering {
        ranks = List.copyOf(ranks);
    }

    /**
     * @param strength how many options are to occur together: 1 each, 2 pairs, 3 triples
     * @throws IllegalArgumentException if there are too many tuples
     */
    public static Covering of(Utterances intent, int strength, long seed) {
        Choices choices = Choices.of(intent).orElseThrow(() -> tooMany(intent, "places to choose at", "300,000"));
        long[] tuples = choices.tuples(strength)
                .orElseThrow(() -> tooMany(
                        intent, strength == 3 ? "triples of alternatives" : "pairs of alternatives", "4,194,304"));
        Missing missing = new Missing(choices, tuples, strength);
        List<BigInteger> ranks = new ArrayList<>();
        for (long tuple : tuples) {
            if (missing.has(tuple)) {
                Choices.Held held = choices.holding(tuple, missing, Seeds.derive(seed, ranks.size()));
                Choices.tuples(held.options(), strength, missing::take);
                ranks.add(held.rank());
            }
        }
        // What stands alone is in no pair.
        BitSet alone = new BitSet();
        choices.tuples(1).stream().flatMapToLong(LongStream::of).forEach(option -> alone.set((int) option));
        for (long tuple : tuples) {
            TupleSet.each(tuple, alone::clear);
        }
        for (int option = alone.nextSetBit(1); option > 0; option = alone.nextSetBit(option + 1)) {
            Choices.Held held = choices.holding(option, missing, Seeds.derive(seed, ranks.size()));
            IntStream.of(choices.of(held.rank())).forEach(alone::clear);
            ranks.add(held.rank());
        }
        return new Covering(ranks, tuples.length, tuples.length == 0 ? 0 : Bound.of(choices, tuples, strength));
    }

    private static IllegalArgumentException tooMany(Utterances intent, String what, String most) {
        return new IllegalArgumentException("the intent '" + intent.intent().name() + "' has more than " + most + " "
                + what + "; expected fewer, for each is looked at; a weaker --cover has fewer");
    }
}
