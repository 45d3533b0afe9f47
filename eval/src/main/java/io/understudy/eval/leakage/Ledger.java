package io.understudy.eval.leakage;

import java.util.Arrays;

/**
 * Numbered things, each with the record that said it first, its label there, and how many records said it: 44 to 48
 * bytes for each once trimmed.
 */
final class Ledger {

    private static final int FACTS = 3;

    private final LongIntMap numbers = new LongIntMap();

    /** Of each thing the record that said it first, its label and how many records said it: asked together. */
    private int[] facts = new int[FACTS * 64];

    private int[] last = new int[64];
    private int size;

    /** Notes that {@code record} says the thing of this hash; records come in order. */
    int note(long hash, int record, int labelNumber) {
        int number = numbers.get(hash);
        if (number < 0) {
            number = size++;
            if (number == last.length) {
                int length = Math.addExact(number, number / 2);
                facts = Arrays.copyOf(facts, Math.multiplyExact(FACTS, length));
                last = Arrays.copyOf(last, length);
            }
            numbers.put(hash, number);
            facts[FACTS * number] = record;
            facts[FACTS * number + 1] = labelNumber;
            last[number] = -1;
        }
        if (last[number] != record) {
            last[number] = record;
            facts[FACTS * number + 2]++;
        }
        return number;
    }

    /** Gives back what room is not needed when nothing more is noted. */
    void trim() {
        numbers.trim();
        facts = Arrays.copyOf(facts, FACTS * size);
        last = new int[0];
    }

    /** @return the number of the thing, or -1 */
    int find(long hash) {
        return numbers.get(hash);
    }

    /** As {@link #find(long)} for each of the hashes; together they take a fraction of the time. */
    int[] find(long[] hashes) {
        int[] found = new int[hashes.length];
        numbers.get(hashes, found);
        return found;
    }

    /** How many records say the thing of this hash; 0 where none does. */
    int recordsOf(long hash) {
        int number = numbers.get(hash);
        return number < 0 ? 0 : records(number);
    }

    /** Number by hash. */
    LongIntMap numbers() {
        return numbers;
    }

    int first(int number) {
        return facts[FACTS * number];
    }

    int label(int number) {
        return facts[FACTS * number + 1];
    }

    int records(int number) {
        return facts[FACTS * number + 2];
    }

    int size() {
        return size;
    }
}
