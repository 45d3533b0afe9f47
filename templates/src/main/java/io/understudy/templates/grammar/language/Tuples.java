package io.understudy.templates.grammar.language;

import java.util.ArrayList;
import java.util.List;

/** Rows of whole numbers, all of one width. Immutable once it is handed on. */
final class Tuples {

    private final int width;
    private final List<int[]> rows = new ArrayList<>();

    Tuples(int width) {
        this.width = width;
    }

    void add(int[] row) {
        rows.add(row.clone());
    }

    int size() {
        return rows.size();
    }

    int width() {
        return width;
    }

    int at(int row, int column) {
        return rows.get(row)[column];
    }

    /** The row that begins with this number, where they rise; below 0: there is none. */
    int find(int first) {
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = rows.get(middle)[0];
            if (there == first) {
                return middle;
            }
            low = there < first ? middle + 1 : low;
            high = there < first ? high : middle - 1;
        }
        return -1;
    }

    List<Integer> row(int row) {
        List<Integer> numbers = new ArrayList<>(width);
        for (int number : rows.get(row)) {
            numbers.add(number);
        }
        return numbers;
    }
}
