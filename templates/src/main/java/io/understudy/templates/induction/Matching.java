package io.understudy.templates.induction;

import java.util.BitSet;
import java.util.List;

/** Whether a pattern can be given words: all ends that each part can have, so that no choice is tried twice. */
final class Matching {

    private Matching() {}

    static boolean matches(Pattern pattern, List<String> words) {
        BitSet starts = new BitSet();
        starts.set(0);
        return ends(pattern, words, starts).get(words.size());
    }

    private static BitSet ends(Pattern pattern, List<String> words, BitSet starts) {
        BitSet ends = new BitSet();
        if (pattern instanceof Pattern.Fixed fixed) {
            int length = fixed.words().size();
            starts.stream()
                    .filter(start -> start + length <= words.size()
                            && words.subList(start, start + length).equals(fixed.words()))
                    .forEach(start -> ends.set(start + length));
        } else if (pattern instanceof Pattern.Chain chain) {
            BitSet at = starts;
            for (Pattern part : chain.parts()) {
                at = ends(part, words, at);
            }
            return at;
        } else if (pattern instanceof Pattern.Choice choice) {
            choice.alternatives().forEach(each -> ends.or(ends(each.pattern(), words, starts)));
        } else if (pattern instanceof Pattern.Maybe maybe) {
            ends.or(starts);
            ends.or(ends(maybe.pattern(), words, starts));
        } else {
            ends.or(starts);
        }
        return ends;
    }
}
