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

    List<Integer> row(int row) {
        List<Integer> numbers = new ArrayList<>(width);
        for (int number : rows.get(row)) {
            numbers.add(number);
        }
        return numbers;
    }
}
