package io.understudy.eval.split;

import java.util.List;

/**
 * Which part each line goes to.
 *
 * @param sizes lines of each part
 * @param groups how many groups of lines there were
 * @param largestGroup lines in the largest of them
 */
public record Parts(Assigned assigned, List<Integer> sizes, int groups, int largestGroup) {

    /** The part of a line. */
    @FunctionalInterface
    public interface Assigned {
        /** @param line its place in the order of adding, from 0 on */
        int part(int line);
    }

    public Parts {
        sizes = List.copyOf(sizes);
    }

    public int part(int line) {
        return assigned.part(line);
    }

    public int lines() {
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }
}
