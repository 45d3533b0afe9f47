package io.understudy.eval.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CombinationsTest {

    /** Things by record: 0 and 1 meet in records 0 and 2, 0 and 2 in record 1, all three in record 2. */
    private static final int[][] FEW = {{0, 1}, {0, 2, 2}, {0, 1, 2}, {3}};

    @Test
    void pointsAtTheOneRecordThatHoldsMost() {
        Combinations few = of(4, FEW);

        assertThat(few.single(new int[] {0, 1, 2})).isEqualTo(2);
        assertThat(few.single(new int[] {1, 2})).isEqualTo(2);
        assertThat(few.single(new int[] {0, 1})).as("two records hold both").isEqualTo(-1);
        assertThat(few.single(new int[] {2, 3})).as("none holds both").isEqualTo(-1);
        assertThat(few.single(new int[] {3})).as("one thing is no combination").isEqualTo(-1);
    }

    @Test
    void countsAsCountingAllRecordsDoes() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 2_000; round++) {
            int things = random.nextInt(2, 8);
            int[][] records = new int[random.nextInt(1, 12)][];
            for (int record = 0; record < records.length; record++) {
                records[record] = random.ints(random.nextInt(0, 6), 0, things).toArray();
            }
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, things).boxed().toList());
            Collections.rotate(order, random.nextInt(things));
            int[] asked = order.stream()
                    .limit(random.nextInt(1, things + 1))
                    .mapToInt(Integer::intValue)
                    .toArray();

            assertThat(of(things, records).single(asked))
                    .as("%s in %s", Arrays.toString(asked), Arrays.deepToString(records))
                    .isEqualTo(counted(records, asked));
        }
    }

    private static Combinations of(int things, int[][] records) {
        Combinations combinations = new Combinations();
        for (int record = 0; record < records.length; record++) {
            for (int thing : records[record]) {
                combinations.note(thing, record);
            }
        }
        combinations.seal(things);
        return combinations;
    }

    private static int counted(int[][] records, int[] asked) {
        long[] counts = Arrays.stream(records)
                .mapToLong(record -> Arrays.stream(asked)
                        .filter(thing -> Arrays.stream(record).anyMatch(each -> each == thing))
                        .count())
                .toArray();
        long most = Arrays.stream(counts).max().orElse(0);
        int[] holders = IntStream.range(0, counts.length)
                .filter(record -> counts[record] == most)
                .toArray();
        return most >= 2 && holders.length == 1 ? holders[0] : -1;
    }
}
