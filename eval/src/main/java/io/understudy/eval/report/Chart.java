package io.understudy.eval.report;

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
        private double most() {
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

    /** Lines over common places, equally far apart, from 0 to 1 or to the highest value below. */
    static void lines(Html html, String title, String description, List<Line> lines) {
        double most = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(point -> point.value() + point.sd())
                .max()
                .orElse(0);
        // A quarter is the least that a scale reaches, so that small differences look small.
        double top = Math.max(0.25, Math.ceil(most * 20) / 20);
        open(html, title, description, LINES_HEIGHT + 26);
        for (int tick = 0; tick <= 4; tick++) {
            double value = top * tick / 4;
            String y = number(y(value, top));
            html.empty("line", "class", "axis", "x1", "9%", "x2", "100%", "y1", y, "y2", y);
            html.leaf(
                    "text",
                    Figures.of(value),
                    "class",
                    "t",
                    "x",
                    "0",
                    "y",
                    number(y(value, top) + 4),
                    "font-size",
                    "11");
        }
        for (Line line : lines) {
            line(html, line, top);
        }
        List<Point> places = lines.isEmpty() ? List.of() : lines.get(0).points();
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

    private static void line(Html html, Line line, double top) {
        int count = line.points().size();
        html.open("g", "class", line.css());
        for (int i = 0; i < count; i++) {
            Point point = line.points().get(i);
            String x = percent(x(i, count));
            String y = number(y(point.value(), top));
            if (i > 0) {
                Point before = line.points().get(i - 1);
                html.empty(
                        "line", "x1", percent(x(i - 1, count)), "x2", x, "y1", number(y(before.value(), top)), "y2", y);
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
                    number(y(Math.min(top, point.value() + point.sd()), top)),
                    "y2",
                    number(y(Math.max(0, point.value() - point.sd()), top)));
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

    private static double y(double value, double top) {
        return 8 + (LINES_HEIGHT - 8) * (1 - value / top);
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
