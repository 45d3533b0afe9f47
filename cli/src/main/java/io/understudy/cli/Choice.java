package io.understudy.cli;

import io.understudy.core.Label;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.RecordUnit;
import io.understudy.core.text.Nearest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What options turn their arguments into; each says which choices there are. */
final class Choice {

    private Choice() {}

    /** The name of a format that exists. */
    static final class Format implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            return checked(() -> Corpus.format(value).name());
        }
    }

    static final class Records implements ITypeConverter<RecordUnit> {
        @Override
        public RecordUnit convert(String value) {
            return of("record unit", value, RecordUnit.values());
        }
    }

    static final class Offsets implements ITypeConverter<OffsetUnit> {
        @Override
        public OffsetUnit convert(String value) {
            return of("offset unit", value, OffsetUnit.values());
        }
    }

    /** {@code A,B}. */
    static final class Labels implements ITypeConverter<Set<Label>> {
        @Override
        public Set<Label> convert(String value) {
            Set<Label> labels = new LinkedHashSet<>();
            for (String name : value.split(",", -1)) {
                labels.add(checked(() -> new Label(name.strip())));
            }
            return labels;
        }
    }

    /** {@code FROM=TO}. */
    static final class Rename implements ITypeConverter<Choice.Renamed> {
        @Override
        public Renamed convert(String value) {
            int equals = value.indexOf('=');
            if (equals < 0) {
                throw new TypeConversionException("'" + value + "' has no '='; expected FROM=TO");
            }
            return checked(() -> new Renamed(
                    new Label(value.substring(0, equals).strip()),
                    new Label(value.substring(equals + 1).strip())));
        }
    }

    /** A label and what it becomes. */
    record Renamed(Label from, Label to) {}

    /** A whole number, at least one. */
    static final class Positive implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            try {
                long number = Long.parseLong(value);
                if (number >= 1) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw notPositive(value);
            }
            throw notPositive(value);
        }

        private static TypeConversionException notPositive(String value) {
            return new TypeConversionException("'" + value + "' is not a whole number of 1 or more");
        }
    }

    /** Any whole number. */
    static final class Whole implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            try {
                return Long.parseLong(value);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + value + "' is not a whole number");
            }
        }
    }

    private interface Attempt<T> {
        T get();
    }

    private static <T> T checked(Attempt<T> attempt) {
        try {
            return attempt.get();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    static <E extends Enum<E>> E of(String what, String typed, E[] choices) {
        for (E choice : choices) {
            if (name(choice).equals(typed.toLowerCase(Locale.ROOT))) {
                return choice;
            }
        }
        List<String> names = Arrays.stream(choices).map(Choice::name).toList();
        throw new TypeConversionException(Nearest.unknown(what, typed, names));
    }

    /** As the user types it. */
    static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
