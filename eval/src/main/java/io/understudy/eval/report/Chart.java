package io.understudy.eval.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Bar charts as inline SVG. Widths are percentages, so that a chart fits its column and its letters keep their size.
 */
final class Chart {

    private static final double FULL = 84;
    private static final int ROW = 34;
    private static final int BAR = 11;
    private static final int COLUMN_HEIGHT = 150;
    private static final int LINES_HEIGHT = 210;

    private Chart() {}

    /**
     * One bar, or one beside its ruler.
     *
     * @param value 0 or more
     * @param ruler the same on the original
     */
    record Bar(String name, double value, OptionalDouble ruler) {
        double most() {
            return Math.max(value, ruler.orElse(0));
        }
    }

    /** Horizontal bars, a row for each, numbers beside them; the longest bar is the scale. */
    static void rows(Html html, String title, String description, List<Bar> bars, boolean percent) {
        double most = most(bars);
        boolean ruled = bars.stream().anyMatch(bar -> bar.ruler().isPresent());
        int row = ruled ? ROW + BAR + 1 : ROW;
        open(html, title, description, bars.size() * row);
        int y = 0;
        for (Bar bar : bars) {
            html.leaf("text", bar.name(), "x", "0", "y", String.valueOf(y + 12));
            bar(html, bar.value(), most, y + 17, "ours", percent);
            int next = y + 19 + BAR;
            bar.ruler().ifPresent(ruler -> bar(html, ruler, most, next, "theirs", percent));
            y += row;
        }
        html.close();
    }

    private static void bar(Html html, double value, double most, int y, String kind, boolean percent) {
        double width = most == 0 ? 0 : FULL * value / most;
        html.empty(
                "rect",
                "class",
                kind,
                "x",
                "0",
                "y",
                String.valueOf(y),
                "rx",
                "2",
                "height",
                String.valueOf(BAR),
                "width",
                percent(Math.max(0.4, width)));
        html.leaf(
                "text",
                percent ? Verdict.percent(value) : Figures.of(value),
                "class",
                "t",
                "x",
                percent(width),
                "dx",
                "6",
                "y",
                String.valueOf(y + 10),
                "font-size",
                "11");
    }

    /** Columns side by side, each beside its ruler, names below. */
    static void columns(Html html, String title, String description, List<Bar> bars) {
        double most = most(bars);
        open(html, title, description, COLUMN_HEIGHT + 22);
        double step = 100.0 / Math.max(1, bars.size());
        int every = bars.size() > 8 ? 2 : 1;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double x = i * step;
            double width = bar.ruler().isPresent() ? 0.4 * step : 0.8 * step;
            column(html, bar.name(), bar.value(), most, x + 0.1 * step, width, "ours");
            if (bar.ruler().isPresent()) {
                column(
                        html,
                        bar.name() + ", original",
                        bar.ruler().getAsDouble(),
                        most,
                        x + 0.5 * step,
                        width,
                        "theirs");
            }
            if (i % every == 0) {
                html.leaf(
                        "text",
                        bar.name(),
                        "class",
                        "t",
                        "x",
                        percent(x + step / 2),
                        "y",
                        String.valueOf(COLUMN_HEIGHT + 16),
                        "text-anchor",
                        "middle",
                        "font-size",
                        "11");
            }
        }
        String base = String.valueOf(COLUMN_HEIGHT);
        html.empty("line", "class", "axis", "x1", "0", "x2", "100%", "y1", base, "y2", base);
        html.close();
    }

    private static void column(Html html, String name, double value, double most, double x, double width, String kind) {
        double height = most == 0 ? 0 : (COLUMN_HEIGHT - 6) * value / most;
        html.open(
                "rect",
                "class",
                kind,
                "x",
                percent(x),
                "width",
                percent(width),
                "y",
                number(COLUMN_HEIGHT - height),
                "height",
                number(height));
        html.leaf("title", name + ": " + Verdict.percent(value)).close();
    }

    /**
     * One place on a line.
     *
     * @param sd drawn as a whisker to both sides
     */
    record Point(String x, double value, double sd) {}

    /** @param css class of its colour */
    record Line(String name, String css, List<Point> points) {}

    /** What a scale reaches from and to, in steps of round numbers. */
    private record Scale(double low, double step, int steps) {

        /** From 0, unless all values lie far above it. */
        static Scale of(List<Line> lines) {
            double most = 0;
            double least = Double.MAX_VALUE;
            for (Line line : lines) {
                for (Point point : line.points()) {
                    most = Math.max(most, point.value() + point.sd());
                    least = Math.min(least, point.value() - point.sd());
                }
            }
            double step = round(least > most / 2 ? (most - least) / 3 : most / 4);
            double low = least > most / 2 ? step * Math.max(0, Math.floor(least / step)) : 0;
            return new Scale(low, step, (int) Math.max(1, Math.ceil((most - low) / step - 1e-9)));
        }

        /** The next of 1, 2, 5, 10 and so on. */
        private static double round(double wanted) {
            double power = Math.pow(10, Math.floor(Math.log10(Math.max(wanted, 1e-3))));
            double times = wanted / power;
            return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
        }

        double y(double value) {
            double share = Math.max(0, Math.min(1, (value - low) / (step * steps)));
            return 8 + (LINES_HEIGHT - 8) * (1 - share);
        }
    }

    /** Lines over common places, equally far apart. */
    static void lines(Html html, String title, String description, List<Line> lines) {
        Scale scale = Scale.of(lines);
        open(html, title, description, LINES_HEIGHT + 26);
        for (int tick = 0; tick <= scale.steps(); tick++) {
            double value = scale.low() + tick * scale.step();
            double y = scale.y(value);
            html.empty("line", "class", "axis", "x1", "9%", "x2", "100%", "y1", number(y), "y2", number(y));
            html.leaf("text", Figures.of(value), "class", "t", "x", "0", "y", number(y + 4), "font-size", "11");
        }
        List<Point> places = lines.stream()
                .map(Line::points)
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
        for (Line line : lines) {
            line(html, line, scale, places.size());
        }
        for (int i = 0; i < places.size(); i++) {
            html.leaf(
                    "text",
                    places.get(i).x(),
                    "class",
                    "t",
                    "x",
                    percent(x(i, places.size())),
                    "y",
                    String.valueOf(LINES_HEIGHT + 20),
                    "text-anchor",
                    "middle",
                    "font-size",
                    "11");
        }
        html.close();
    }

    private static void line(Html html, Line line, Scale scale, int places) {
        html.open("g", "class", line.css());
        for (int i = 0; i < line.points().size(); i++) {
            Point point = line.points().get(i);
            String x = percent(x(i, places));
            String y = number(scale.y(point.value()));
            if (i > 0) {
                Point before = line.points().get(i - 1);
                html.empty(
                        "line",
                        "x1",
                        percent(x(i - 1, places)),
                        "x2",
                        x,
                        "y1",
                        number(scale.y(before.value())),
                        "y2",
                        y);
            }
            html.empty(
                    "line",
                    "class",
                    "sd",
                    "x1",
                    x,
                    "x2",
                    x,
                    "y1",
                    number(scale.y(point.value() + point.sd())),
                    "y2",
                    number(scale.y(point.value() - point.sd())));
            html.open("circle", "cx", x, "cy", y, "r", "4");
            html.leaf(
                            "title",
                            "%s, %s: %s \u00B1 %s"
                                    .formatted(
                                            line.name(), point.x(), Figures.of(point.value()), Figures.of(point.sd())))
                    .close();
        }
        html.close();
    }

    private static double x(int place, int count) {
        return count < 2 ? 55 : 14 + 80.0 * place / (count - 1);
    }

    private static void open(Html html, String title, String description, int height) {
        html.open("svg", "role", "img", "height", String.valueOf(height), "aria-label", title + ". " + description);
        html.leaf("title", title).leaf("desc", description);
    }

    private static double most(List<Bar> bars) {
        return bars.stream().mapToDouble(Bar::most).max().orElse(0);
    }

    private static String percent(double value) {
        return number(value) + "%";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
