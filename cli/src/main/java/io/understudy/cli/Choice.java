package io.understudy.cli;

import io.understudy.core.Label;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.RecordUnit;
import io.understudy.core.text.Nearest;
import io.understudy.eval.split.SplitBy;
import io.understudy.generator.surrogate.AnonymizerOptions.Kept;
import io.understudy.generator.surrogate.AnonymizerOptions.Moving;
import io.understudy.generator.surrogate.AnonymizerOptions.Strategy;
import io.understudy.ner.Names;
import io.understudy.ner.Recognizers;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** ISO 639-1 of a language whose names can be found. */
    static final class Language implements ITypeConverter<Names> {
        @Override
        public Names convert(String value) {
            return switch (value) {
                case "en" -> Names.ENGLISH;
                case "de" -> Names.GERMAN;
                case "fr" -> Names.FRENCH;
                case "es" -> Names.SPANISH;
                default -> throw new TypeConversionException("unknown language '" + value + "'; have: en, de, fr, es");
            };
        }
    }

    static final class Strategies implements ITypeConverter<Strategy> {
        @Override
        public Strategy convert(String value) {
            return of("strategy", value, Strategy.values());
        }
    }

    static final class Scopes implements ITypeConverter<StandInOptions.Scope> {
        @Override
        public StandInOptions.Scope convert(String value) {
            return of("scope", value, StandInOptions.Scope.values());
        }
    }

    static final class Movings implements ITypeConverter<Moving> {
        @Override
        public Moving convert(String value) {
            return of("way to move dates", value, Moving.values());
        }
    }

    static final class KeptOnes implements ITypeConverter<Set<Kept>> {
        @Override
        public Set<Kept> convert(String value) {
            Set<Kept> kept = EnumSet.noneOf(Kept.class);
            for (String name : value.split(",", -1)) {
                kept.add(of("property of names", name.strip(), Kept.values()));
            }
            return kept;
        }
    }

    static final class Split implements ITypeConverter<SplitBy> {
        @Override
        public SplitBy convert(String value) {
            return of("kind of split", value, SplitBy.values());
        }
    }

    /** {@code 60s}, {@code 2m}, {@code 0s}: whole seconds or minutes. */
    static final class Seconds implements ITypeConverter<Integer> {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,5})(s|m)");

        @Override
        public Integer convert(String value) {
            Matcher matcher = FORM.matcher(value);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + value + "' is no time; expected such as 60s or 2m");
            }
            return Integer.parseInt(matcher.group(1)) * (matcher.group(2).equals("m") ? 60 : 1);
        }
    }

    /** A number between 0 and 1. */
    static final class Share implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            return number(value, share -> share > 0 && share < 1, "a number between 0 and 1, such as 0.2");
        }
    }

    /** A number from 0 to 1, both of them, too. */
    static final class Fraction implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            return number(value, fraction -> fraction >= 0 && fraction <= 1, "a number from 0 to 1");
        }
    }

    private static double number(String value, DoublePredicate fits, String expected) {
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!fits.test(number)) {
            throw new TypeConversionException("'" + value + "' is not " + expected);
        }
        return number;
    }

    /** An amount of money or heat. */
    static final class Amount implements ITypeConverter<BigDecimal> {
        private static final BigDecimal MOST = new BigDecimal(1_000_000);

        @Override
        public BigDecimal convert(String value) {
            try {
                BigDecimal amount = new BigDecimal(value);
                if (amount.signum() >= 0 && amount.compareTo(MOST) <= 0) {
                    return amount;
                }
            } catch (NumberFormatException e) {
                throw wrong(value);
            }
            throw wrong(value);
        }

        private static TypeConversionException wrong(String value) {
            return new TypeConversionException("'" + value + "' is not a number of 0 or more");
        }
    }

    /** Where a server is. */
    static final class Url implements ITypeConverter<URI> {
        @Override
        public URI convert(String value) {
            try {
                return URI.create(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + value + "' is not an address");
            }
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

    /** A country whose identifiers are known. */
    static final class Country implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            String country = value.strip().toUpperCase(Locale.ROOT).replace("GB", "UK");
            if (!Recognizers.countries().contains(country)) {
                throw new TypeConversionException(Nearest.unknown("country", value, Recognizers.countries()));
            }
            return country;
        }
    }

    /** {@code LABEL=SCORE}. */
    static final class Threshold implements ITypeConverter<Least> {
        @Override
        public Least convert(String value) {
            int equals = value.indexOf('=');
            if (equals < 0) {
                throw new TypeConversionException("'" + value + "' has no '='; expected LABEL=SCORE");
            }
            try {
                double score = Double.parseDouble(value.substring(equals + 1).strip());
                if (score >= 0 && score <= 1) {
                    return checked(
                            () -> new Least(new Label(value.substring(0, equals).strip()), score));
                }
            } catch (NumberFormatException e) {
                throw noScore(value);
            }
            throw noScore(value);
        }

        private static TypeConversionException noScore(String value) {
            return new TypeConversionException("'" + value + "' does not end in a score from 0 to 1");
        }
    }

    /** The least score of a label. */
    record Least(Label label, double score) {}

    /** {@code LABEL=FILE}. */
    static final class LabelledFile implements ITypeConverter<Listed> {
        @Override
        public Listed convert(String value) {
            int equals = value.indexOf('=');
            if (equals < 0) {
                throw new TypeConversionException("'" + value + "' has no '='; expected LABEL=FILE");
            }
            return checked(() ->
                    new Listed(new Label(value.substring(0, equals).strip()), Path.of(value.substring(equals + 1))));
        }
    }

    /** A file of phrases and the label of what it finds. */
    record Listed(Label label, Path file) {

        /** Without the file's folder, which may tell too much. */
        String named() {
            return label + "=" + Inputs.name(file.toString());
        }
    }

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
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
