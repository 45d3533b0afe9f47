package io.understudy.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedsTest {

    @Test
    void neighboursAreUnrelated() {
        Set<Long> seen = new HashSet<>();
        long flipped = 0;
        for (int seed = 0; seed < 100; seed++) {
            for (int index = 0; index < 100; index++) {
                assertThat(seen.add(Seeds.derive(seed, index))).isTrue();
                flipped += Long.bitCount(Seeds.derive(seed, index) ^ Seeds.derive(seed, index + 1));
            }
        }
        // 64 fair coins: 32 on average; 10,000 means have a standard error of 0.04.
        assertThat(flipped / 10_000.0).isBetween(31.7, 32.3);
    }

    @Test
    void chanceIsTheSameEverywhere() {
        assertThat(Seeds.random(1, 2).nextLong()).isEqualTo(Seeds.random(1, 2).nextLong());
        assertThat(Seeds.derive(1, 2)).isNotEqualTo(Seeds.derive(2, 1));
        assertThat(Seeds.hash("Ada"))
                .isEqualTo(Seeds.hash(java.nio.CharBuffer.wrap("Ada")))
                .isNotEqualTo(Seeds.hash("Adb"));
    }

    @Test
    void hashesOfManyIdsAreDistinct() {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < 300_000; i++) {
            assertThat(seen.add(Seeds.hash("s-" + i))).isTrue();
        }
    }
}
