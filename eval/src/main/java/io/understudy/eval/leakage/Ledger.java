package io.understudy.eval.leakage;

import java.util.Arrays;

/**
 * Numbered things, each with the record that said it first, its label there, and how many records said it: 48 bytes for
 * each once trimmed.
 */
final class Ledger {

    private final LongIntMap numbers = new LongIntMap();
    private int[] first = new int[64];
    private int[] label = new int[64];
    private int[] last = new int[64];
    private int[] records = new int[64];
    private int size;

    /** Notes that {@code record} says the thing of this hash; records come in order. */
    int note(long hash, int record, int labelNumber) {
        int number = numbers.get(hash);
        if (number < 0) {
            number = size++;
            if (number == first.length) {
                int length = Math.addExact(number, number / 2);
                first = Arrays.copyOf(first, length);
                label = Arrays.copyOf(label, length);
                last = Arrays.copyOf(last, length);
                records = Arrays.copyOf(records, length);
            }
            numbers.put(hash, number);
            first[number] = record;
            label[number] = labelNumber;
            last[number] = -1;
        }
        if (last[number] != record) {
            last[number] = record;
            records[number]++;
        }
        return number;
    }

    /** Gives back what room is not needed when nothing more is noted. */
    void trim() {
        numbers.trim();
        first = Arrays.copyOf(first, size);
        label = Arrays.copyOf(label, size);
        records = Arrays.copyOf(records, size);
        last = new int[0];
    }

    /** @return the number of the thing, or -1 */
    int find(long hash) {
        return numbers.get(hash);
    }

    /** How many records say the thing of this hash; 0 where none does. */
    int recordsOf(long hash) {
        int number = numbers.get(hash);
        return number < 0 ? 0 : records[number];
    }

    /** Number by hash. */
    LongIntMap numbers() {
        return numbers;
    }

    int first(int number) {
        return first[number];
    }

    int label(int number) {
        return label[number];
    }

    int records(int number) {
        return records[number];
    }

    int size() {
        return size;
    }
}
