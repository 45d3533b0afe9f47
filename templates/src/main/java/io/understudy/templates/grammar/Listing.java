package io.understudy.templates.grammar;

import java.util.List;
import java.util.Optional;

/**
 * The entries of a file, read once.
 *
 * @param file as the grammar names it
 * @param column the column of the surfaces; empty: the file has one entry a line
 * @param value the column of the canonical values
 * @param weight the column of the weights
 * @param entries at least one; no surface is empty or stands twice
 */
public record Listing(
        String file, Optional<String> column, Optional<String> value, Optional<String> weight, List<Entry> entries) {

    /**
     * @param value canonical value; empty where the file has none
     * @param weight above 0
     */
    public record Entry(String surface, Optional<String> value, double weight) {}

    public Listing {
        entries = List.copyOf(entries);
    }
}
