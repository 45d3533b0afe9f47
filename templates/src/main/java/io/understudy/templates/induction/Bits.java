package io.understudy.templates.induction;

/**
 * Description length in bits, of a grammar and of a corpus told with it: the minimum description length principle
 * (Rissanen, "Modeling by shortest data description", Automatica 14, 1978). A rule is worth its letters if it saves
 * more in the telling.
 *
 * @param word bits to write one word, slot, bracket or bar of the grammar: the logarithm of how many there are
 */
record Bits(double word) {

    private static final double LOG_2 = Math.log(2);

    /** @param vocabulary distinct words and slots, 1 or more */
    static Bits of(int vocabulary) {
        return new Bits(log2(vocabulary + 4.0));
    }

    static double log2(double x) {
        return Math.log(x) / LOG_2;
    }

    /** {@code n log2 n}, 0 for 0. */
    static double nLogN(double n) {
        return n <= 1 ? 0 : n * log2(n);
    }

    /** To write a choice of so many alternatives: bars, brackets, and their shares to the precision the data has. */
    double choice(int alternatives, long records) {
        return alternatives < 2 ? 0 : (alternatives + 1) * word + (alternatives - 1) / 2.0 * log2(records + 1.0);
    }
}
