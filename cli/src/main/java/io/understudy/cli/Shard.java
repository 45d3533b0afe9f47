package io.understudy.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One of several parts of a run.
 *
 * @param part from 1
 * @param parts at least 1
 */
record Shard(int part, int parts) {

    static final Shard WHOLE = new Shard(1, 1);

    /** As it is written; a start is quicker than with the text that a record has by itself. */
    @Override
    public String toString() {
        return part + "/" + parts;
    }

    /** The first of {@code lines} that belongs to it, from 0. */
    long from(long lines) {
        return Math.floorDiv(lines, parts) * (part - 1) + Math.min(part - 1, lines % parts);
    }

    /** Behind the last. */
    long to(long lines) {
        return part == parts ? lines : new Shard(part + 1, parts).from(lines);
    }

    /** {@code K/N}. */
    static final class Reader implements ITypeConverter<Shard> {

        private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5})");

        @Override
        public Shard convert(String value) {
            Matcher written = WRITTEN.matcher(value);
            if (written.matches()) {
                Shard shard = new Shard(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
                if (shard.part <= shard.parts) {
                    return shard;
                }
            }
            throw new TypeConversionException("'" + value + "' is no part of a run; expected K/N, such as 1/4");
        }
    }
}
