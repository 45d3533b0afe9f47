package io.understudy.generator.llm;

import io.understudy.generator.model.Answer.Usage;
import java.math.BigDecimal;

/**
 * What tokens cost, in millionths of a millionth of a US dollar, so that sums are exact.
 *
 * @param input each token read
 * @param output each token written
 */
public record Price(long input, long output) {

    /** A model that costs nothing. */
    public static final Price FREE = new Price(0, 0);

    private static final int PICO = 12;

    /** @throws IllegalArgumentException if one is below 0 */
    public Price {
        if (input < 0 || output < 0) {
            throw new IllegalArgumentException("a price is below 0");
        }
    }

    /**
     * @param input US dollars for a million tokens read
     * @param output the same, written
     */
    public static Price ofMillion(BigDecimal input, BigDecimal output) {
        return new Price(
                input.movePointRight(PICO - 6).longValueExact(),
                output.movePointRight(PICO - 6).longValueExact());
    }

    /** In the unit of the prices. */
    public long of(Usage usage) {
        return Math.addExact(Math.multiplyExact(usage.input(), input), Math.multiplyExact(usage.output(), output));
    }

    /** A sum in US dollars. */
    public static BigDecimal dollars(long sum) {
        return BigDecimal.valueOf(sum, PICO).stripTrailingZeros();
    }

    /** US dollars in the unit of the prices. */
    public static long units(BigDecimal dollars) {
        return dollars.movePointRight(PICO).longValue();
    }
}
