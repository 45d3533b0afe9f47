package io.understudy.generator.llm;

import io.understudy.generator.model.Answer.Usage;
import java.util.OptionalLong;

/**
 * What was spent. A call begins only if the limit holds even where it costs the most it can: what is spent never
 * exceeds the limit, as long as the server counts no more tokens than a request has bytes. Thread-safe.
 */
final class Budget {

    private final Price price;
    private final OptionalLong most;
    private long spent;
    private long reserved;
    private Usage used = Usage.NONE;
    private Usage lost = Usage.NONE;
    private long calls;

    Budget(Price price, OptionalLong most) {
        this.price = price;
        this.most = most;
    }

    /** @return whether a call that uses at most this may begin; then it is to be settled */
    synchronized boolean reserve(Usage worst) {
        long cost = price.of(worst);
        if (most.isPresent() && spent + reserved + cost > most.getAsLong()) {
            return false;
        }
        reserved += cost;
        calls++;
        return true;
    }

    /** A call has ended. */
    synchronized void settle(Usage worst, Usage actual, boolean isLost) {
        reserved -= price.of(worst);
        spent(actual, isLost);
    }

    /** What was spent before. */
    synchronized void spent(Usage actual, boolean isLost) {
        spent += price.of(actual);
        if (isLost) {
            lost = lost.plus(actual);
        } else {
            used = used.plus(actual);
        }
    }

    synchronized Spending spending() {
        return new Spending(calls, used, lost, spent);
    }
}
