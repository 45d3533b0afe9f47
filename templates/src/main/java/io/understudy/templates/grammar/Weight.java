package io.understudy.templates.grammar;

/**
 * How often an alternative is drawn beside the others of its choice.
 *
 * @param amount above 0; of 100 where it is a percentage
 * @param percent whether it is a share of the whole choice; what the percentages leave goes to the other alternatives
 */
public record Weight(double amount, boolean percent) {

    /** Of an alternative that says nothing. */
    public static final Weight ONE = new Weight(1, false);

    /** @throws IllegalArgumentException if the amount is not a number above 0, or a percentage above 100 */
    public Weight {
        if (!(amount > 0) || Double.isInfinite(amount) || (percent && amount > 100)) {
            throw new IllegalArgumentException(
                    percent ? "a share is above 0 % and at most 100 %" : "a weight is a number above 0");
        }
    }

    public static Weight of(double amount) {
        return amount == 1 ? ONE : new Weight(amount, false);
    }
}
