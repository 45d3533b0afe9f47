package io.understudy.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void callsAtOnceGrowOneByOneAndAreHalvedTogether() throws InterruptedException {
        Pace pace = new Pace(new StoppedTime(), 16, OptionalLong.empty(), OptionalLong.empty());
        assertThat(pace.limit()).isEqualTo(4);
        long begun = pace.begin(1);
        // Four good replies at a limit of four make it five, or nearly: 4 + 1/4 + 1/4.25 + ...
        for (int i = 0; i < 5; i++) {
            pace.speedUp();
        }
        assertThat(pace.limit()).isEqualTo(5);
        for (int i = 0; i < 200; i++) {
            pace.speedUp();
        }
        assertThat(pace.limit()).isEqualTo(16);
        // All of one generation count once.
        pace.slowDown(begun, Optional.empty());
        pace.slowDown(begun, Optional.empty());
        assertThat(pace.limit()).isEqualTo(8);
        pace.end();
        for (int i = 0; i < 10; i++) {
            pace.slowDown(pace.begin(1), Optional.empty());
            pace.end();
        }
        assertThat(pace.limit()).isEqualTo(1);
    }

    @Test
    void noCallBeginsWhileTheServerWantsToBeLeftAlone() throws InterruptedException {
        StoppedTime time = new StoppedTime();
        Pace pace = new Pace(time, 4, OptionalLong.empty(), OptionalLong.empty());
        pace.slowDown(pace.begin(1), Optional.of(Duration.ofSeconds(9)));
        pace.end();
        pace.begin(1);
        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(9).toNanos());
    }

    /** 60 a minute are one a second, after a bucket of five. */
    @Test
    void callsOfAMinuteAreSpread() throws InterruptedException {
        StoppedTime time = new StoppedTime();
        Pace pace = new Pace(time, 1000, OptionalLong.of(60), OptionalLong.empty());
        for (int i = 0; i < 65; i++) {
            pace.begin(1);
            pace.end();
        }
        assertThat(Duration.ofNanos(time.nanos()).toMillis()).isBetween(58_000L, 62_000L);
    }

    /** 6,000 tokens a minute are 100 a second; 20 calls of 500 take 100 s but for the bucket of 500. */
    @Test
    void tokensOfAMinuteAreSpread() throws InterruptedException {
        StoppedTime time = new StoppedTime();
        Pace pace = new Pace(time, 1000, OptionalLong.empty(), OptionalLong.of(6000));
        for (int i = 0; i < 20; i++) {
            pace.begin(500);
            pace.end();
        }
        assertThat(Duration.ofNanos(time.nanos()).toMillis()).isBetween(88_000L, 100_000L);
    }
}
