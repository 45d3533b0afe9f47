package io.understudy.eval.leakage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Strings by number in one byte array: their UTF-8 length and 4 bytes each. For the ids of records. */
final class Names {

    private byte[] bytes = new byte[1 << 10];
    private int[] ends = new int[64];
    private int size;

    int add(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        int start = size == 0 ? 0 : ends[size - 1];
        int end = Math.addExact(start, utf8.length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + (bytes.length >> 1)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + (size >> 1));
        }
        System.arraycopy(utf8, 0, bytes, start, utf8.length);
        ends[size] = end;
        return size++;
    }

    String get(int number) {
        int start = number == 0 ? 0 : ends[number - 1];
        return new String(bytes, start, ends[number] - start, StandardCharsets.UTF_8);
    }

    int size() {
        return size;
    }
}
