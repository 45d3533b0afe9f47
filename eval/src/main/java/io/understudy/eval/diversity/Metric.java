package io.understudy.eval.diversity;

import io.understudy.eval.report.Score.Direction;
import io.understudy.eval.report.Score.Ruler;
import io.understudy.eval.view.TokenLines;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One figure of a set of lines. */
interface Metric {

    /** Its key in report.json. */
    String key();

    Direction direction();

    /** One sentence. */
    String what();

    /** NaN where it cannot be computed. */
    double of(LineSet lines);

    /** On how many lines, or other things, {@link #of} would measure. */
    default long n(LineSet lines) {
        return lines.size();
    }

    /** Why {@link #of} gives NaN. */
    default String reason(LineSet lines) {
        return "nothing to measure: no line is long enough";
    }

    /** Both sides measured at one size. */
    default Ruler ruler(LineSet here, LineSet original) {
        return new Ruler(n(here), of(here), of(original));
    }

    /** Of all lines given, none too short. */
    record Plain(String key, Direction direction, String what, ToDoubleFunction<LineSet> value) implements Metric {
        @Override
        public double of(LineSet lines) {
            return value.applyAsDouble(lines);
        }
    }

    /** Of the first lines only, for what takes long. */
    record OfFirst(int most, Metric whole) implements Metric {
        @Override
        public String key() {
            return whole.key();
        }

        @Override
        public Direction direction() {
            return whole.direction();
        }

        @Override
        public String what() {
            return whole.what();
        }

        @Override
        public double of(LineSet lines) {
            return whole.of(lines.first(most));
        }

        @Override
        public long n(LineSet lines) {
            return Math.min(most, lines.size());
        }
    }

    /**
     * The mean over draws of lines in random order, cut where the tokens are enough.
     *
     * @param fewest tokens it needs
     * @param most tokens of each draw
     */
    record OfTokens(
            String key,
            Direction direction,
            String what,
            int fewest,
            int most,
            int draws,
            ToDoubleFunction<TokenLines> value)
            implements Metric {
        @Override
        public double of(LineSet lines) {
            int tokens = (int) n(lines);
            if (tokens < fewest) {
                return Double.NaN;
            }
            double sum = 0;
            for (int draw = 0; draw < draws; draw++) {
                sum += value.applyAsDouble(lines.drawn(draw, tokens));
            }
            return sum / draws;
        }

        @Override
        public long n(LineSet lines) {
            return Math.min(most, lines.tokenCount());
        }

        @Override
        public String reason(LineSet lines) {
            return String.format(Locale.ROOT, "%,d words; needs %,d", n(lines), fewest);
        }
    }
}
