package io.understudy.generator.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A regular expression, taken apart. */
sealed interface Pattern {

    /** One character of these. */
    record Chars(List<Range> ranges) implements Pattern {}

    /** @param to inclusive */
    record Range(int from, int to) {}

    /** One behind the other; nothing where there is none. */
    record Seq(List<Pattern> parts) implements Pattern {}

    /** One of these. */
    record Alt(List<Pattern> options) implements Pattern {}

    /** @param most -1: no limit */
    record Repeat(Pattern part, int least, int most) implements Pattern {}

    static Pattern text(String text) {
        return new Seq(text.codePoints()
                .mapToObj(c -> (Pattern) new Chars(List.of(new Range(c, c))))
                .toList());
    }

    static Pattern seq(Pattern... parts) {
        return new Seq(Arrays.asList(parts));
    }

    static Pattern alt(Pattern... options) {
        return new Alt(Arrays.asList(options));
    }

    static Pattern maybe(Pattern part) {
        return new Repeat(part, 0, 1);
    }

    /** Characters that none of the ranges holds; surrogates are no characters. */
    static Chars not(List<Range> ranges) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.add(new Range(Character.MIN_SURROGATE, Character.MAX_SURROGATE));
        sorted.sort((a, b) -> Integer.compare(a.from, b.from));
        List<Range> rest = new ArrayList<>();
        int at = 0;
        for (Range range : sorted) {
            if (range.from > at) {
                rest.add(new Range(at, range.from - 1));
            }
            at = Math.max(at, range.to + 1);
        }
        if (at <= Character.MAX_CODE_POINT) {
            rest.add(new Range(at, Character.MAX_CODE_POINT));
        }
        return new Chars(rest);
    }
}
