package io.understudy.cli;

import io.understudy.generator.llm.Ticker;
import java.util.concurrent.TimeUnit;

/** The machine's own time. */
final class WallTicker implements Ticker {

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void sleep(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.max(1, nanos));
    }
}
