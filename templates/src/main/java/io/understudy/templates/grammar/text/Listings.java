package io.understudy.templates.grammar.text;

import io.understudy.core.BadDataException;
import io.understudy.core.format.CsvRows;
import io.understudy.core.text.Nearest;
import io.understudy.templates.grammar.Listing;
import io.understudy.templates.grammar.Listing.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads catalogues: a CSV file with a header, or a text with one entry a line. */
final class Listings {

    private static final int MOST = 5_000_000;

    private record Key(String surface, Optional<String> value) {}

    private final String name;
    private final Map<Key, Double> weights = new LinkedHashMap<>();

    private Listings(String name) {
        this.name = name;
    }

    static Listing read(
            Path file,
            String name,
            Optional<String> column,
            Optional<String> value,
            Optional<String> weight,
            Cursor cursor)
            throws IOException {
        Listings listings = new Listings(file.toString());
        if (column.isPresent()) {
            listings.table(file, column.get(), value, weight);
        } else if (value.isPresent() || weight.isPresent()) {
            throw cursor.wrong(0, "column= is missing: which column holds what is said?");
        } else {
            int[] line = {0};
            for (String each :
                    (Iterable<String>) Sources.read(file, file.toString()).lines()::iterator) {
                listings.add(each, Optional.empty(), 1, ++line[0]);
            }
        }
        if (listings.weights.isEmpty()) {
            throw cursor.wrong(0, "the file " + name + " has no entries");
        }
        List<Entry> entries = new ArrayList<>(listings.weights.size());
        listings.weights.forEach((key, sum) -> entries.add(new Entry(key.surface(), key.value(), sum)));
        return new Listing(name, column, value, weight, entries);
    }

    private void table(Path file, String column, Optional<String> value, Optional<String> weight) throws IOException {
        try (CsvRows rows = new CsvRows(Files.newInputStream(file), name)) {
            List<String> header =
                    rows.next().orElse(List.of()).stream().map(String::strip).toList();
            int surface = index(header, column);
            Optional<Integer> canonical = value.map(each -> index(header, each));
            Optional<Integer> weighted = weight.map(each -> index(header, each));
            for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
                List<String> cells = row.get();
                if (cells.size() != header.size()) {
                    throw new BadDataException(
                            name,
                            rows.line(),
                            "%d cells; the header has %d columns".formatted(cells.size(), header.size()));
                }
                Optional<String> said =
                        canonical.map(cells::get).map(String::strip).filter(each -> !each.isEmpty());
                double share = weighted.isEmpty() ? 1 : weight(cells.get(weighted.get()), rows.line());
                if (share > 0) {
                    add(cells.get(surface), said, share, rows.line());
                }
            }
        }
    }

    private int index(List<String> header, String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            throw new BadDataException(name, 1, Nearest.unknown("column", column, header));
        }
        return index;
    }

    private double weight(String cell, long line) {
        try {
            double weight = Double.parseDouble(cell.strip());
            if (weight >= 0 && weight <= Double.MAX_VALUE) {
                return weight;
            }
        } catch (NumberFormatException e) {
            throw new BadDataException(name, line, "the weight is not a number");
        }
        throw new BadDataException(name, line, "the weight is not a number of 0 or more");
    }

    /** Entries that stand twice weigh as much as both. */
    private void add(String surface, Optional<String> value, double weight, long line) {
        String said = surface.strip();
        if (!said.isEmpty()) {
            weights.merge(new Key(said, value), weight, Double::sum);
            if (weights.size() > MOST) {
                throw new BadDataException(name, line, "more than " + MOST + " entries; expected fewer");
            }
        }
    }
}
