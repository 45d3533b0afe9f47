package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.Constraint.After;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which of two values is the later one: of numbers, dates or times. */
final class Comparing {

    private Comparing() {}

    /**
     * An order of all these values.
     *
     * @throws Wrong if they are not all of one kind
     */
    static Comparator<String> of(After constraint, String[]... values) {
        List<String> all = Stream.of(values).flatMap(Arrays::stream).distinct().toList();
        return read(all, BigDecimal::new)
                .or(() -> read(all, LocalDate::parse))
                .or(() -> read(all, LocalTime::parse))
                .orElseThrow(() -> new Wrong(
                        constraint.at(),
                        "a value of '" + constraint.later() + "' or '" + constraint.earlier()
                                + "' is no number, date (2025-05-03) or time (14:30); expected all of a kind"));
    }

    private static <T extends Comparable<? super T>> Optional<Comparator<String>> read(
            List<String> all, Function<String, T> reader) {
        Map<String, T> read = new HashMap<>();
        for (String value : all) {
            try {
                read.put(value, reader.apply(value));
            } catch (NumberFormatException | DateTimeException e) {
                return Optional.empty();
            }
        }
        return Optional.of(Comparator.comparing(read::get));
    }
}
