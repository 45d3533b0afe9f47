package io.understudy.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Seeds;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongHashSetTest {

    @Test
    void behavesAsASet() {
        LongHashSet set = new LongHashSet();
        Set<Long> expected = new HashSet<>();
        for (long i = 0; i < 200_000; i++) {
            long value = Seeds.derive(7, i % 150_000);
            assertThat(set.contains(value)).isEqualTo(expected.contains(value));
            assertThat(set.add(value)).isEqualTo(expected.add(value));
        }
        assertThat(set.size()).isEqualTo(150_000);
        assertThat(set.contains(Seeds.derive(8, 0))).isFalse();
    }

    @Test
    void valuesThatAreNoHashesAreHeldToo() {
        LongHashSet set = new LongHashSet();
        for (long value = -50_000; value <= 50_000; value++) {
            assertThat(set.add(value)).isTrue();
            assertThat(set.add(value)).isFalse();
        }
        for (long value = -50_000; value <= 50_000; value++) {
            assertThat(set.contains(value)).isTrue();
            assertThat(set.add(value << 40)).isEqualTo(value != 0);
        }
        assertThat(set.size()).isEqualTo(200_001);
        assertThat(set.contains(50_001)).isFalse();
    }

    @Test
    void zeroAndTheExtremesAreValues() {
        LongHashSet set = new LongHashSet();
        assertThat(set.contains(0)).isFalse();
        assertThat(set.size()).isZero();
        for (long value : new long[] {0, Long.MIN_VALUE, Long.MAX_VALUE, -1}) {
            assertThat(set.add(value)).isTrue();
            assertThat(set.contains(value)).isTrue();
            assertThat(set.add(value)).isFalse();
        }
        assertThat(set.size()).isEqualTo(4);
    }
}
