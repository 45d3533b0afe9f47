package io.understudy.eval.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Seeds;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongIntMapTest {

    /** Keys, small ones and zero among them, of which about half are there; never one, which zero counts as. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsWhatWasPutAndNothingElseOneByOneAndTogether(boolean trimmed) {
        SplittableRandom random = Seeds.random(1, 0);
        LongIntMap map = new LongIntMap();
        Map<Long, Integer> expected = new HashMap<>();
        long[] keys = new long[20_000];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = i % 3 == 0 ? (i == 0 ? 0 : i / 3 + 1) : random.nextLong();
            if (random.nextBoolean()) {
                map.put(keys[i], i);
                expected.put(keys[i], i);
            }
        }
        if (trimmed) {
            map.trim();
        }
        int[] together = new int[keys.length - 1];
        map.get(keys, together);
        for (int i = 0; i < together.length; i++) {
            assertThat(together[i])
                    .isEqualTo(expected.getOrDefault(keys[i], -1))
                    .isEqualTo(map.get(keys[i]));
        }
        assertThat(map.size()).isEqualTo(expected.size());
    }
}
