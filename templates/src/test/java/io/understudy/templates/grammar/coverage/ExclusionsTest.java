package io.understudy.templates.grammar.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExclusionsTest {

    private static long pair(long one, long other) {
        return one << Exclusions.BITS | other;
    }

    @Test
    void one_line_for_each_pair_of_two_choices() {
        // Choices 1|2|3 and 4|5, and 6, which is always there.
        Exclusions exclusions = new Exclusions();
        Set<Long> pairs = new HashSet<>();
        for (int one = 1; one <= 3; one++) {
            for (int two = 4; two <= 5; two++) {
                exclusions.add(new int[] {one, two, 6});
                pairs.addAll(Set.of(pair(one, two), pair(one, 6), pair(two, 6)));
            }
        }
        // 3 times 2 that exclude each other; 11 pairs at 3 a line would need only 4.
        assertThat(exclusions.least(pairs, 2)).isEqualTo(6);
    }

    @Test
    void a_line_holds_no_more_than_its_pairs() {
        // All that meet do so in any way: one group each.
        Exclusions exclusions = new Exclusions();
        Set<Long> pairs = new HashSet<>();
        for (int one = 1; one <= 4; one++) {
            for (int other = one + 1; other <= 4; other++) {
                exclusions.add(new int[] {one, other});
                pairs.add(pair(one, other));
            }
        }
        // 6 pairs, one a line.
        assertThat(exclusions.least(pairs, 2)).isEqualTo(6);
    }
}
