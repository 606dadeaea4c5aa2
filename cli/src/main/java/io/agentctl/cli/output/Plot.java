package io.agentctl.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;

/**
 * A curve through estimates, with their intervals as whiskers, in a few lines of text. The vertical axis starts at 0,
 * so that what looks twice as high is.
 *
 * @param title what is drawn, with its unit
 * @param points from left to right
 * @param number how the vertical axis writes a number
 */
public record Plot(String title, List<Point> points, DoubleFunction<String> number) {

    /** What an axis takes: a character for its line, and one before it. */
    private static final int AXIS = 2;

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    /** Below this many columns a curve is no longer one. */
    private static final int NARROWEST = 10;

    /**
     * An estimate.
     *
     * @param x its place, in any unit
     * @param label what the axis says below it
     * @param low the lower end of its interval
     * @param value the estimate, at least 0
     * @param high the upper end; infinite where it is not known
     * @param marked whether it is the one that the reader looks for
     */
    public record Point(double x, String label, double low, double value, double high, boolean marked) {}

    public Plot {
        points = points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
    }

    /**
     * Draws.
     *
     * @param width the columns to fill; a little more is taken where there are too few to draw in
     * @param height the lines between title and axis, at least 2
     * @return the title, the lines and two lines of axis, each at most {@code width} columns; nothing without points
     */
    public List<String> lines(int width, int height, Theme theme) {
        if (points.isEmpty()) {
            return List.of();
        }
        double top = top();
        Map<Integer, String> labels = labels(top, height);
        int gutter = labels.values().stream().mapToInt(String::length).max().orElse(0);
        Raster raster = new Raster(Math.max(NARROWEST, width - gutter - AXIS), height, theme);
        draw(raster, top, theme);
        List<String> lines = new ArrayList<>();
        lines.add(theme.paint(Tone.STRONG, title));
        for (int row = 0; row < height; row++) {
            String label = labels.getOrDefault(row, "");
            String line =
                    " ".repeat(gutter - label.length()) + label + " " + (label.isEmpty() ? side(theme) : tick(theme));
            lines.add((line + raster.row(row)).stripTrailing());
        }
        lines.add(" ".repeat(gutter + 1) + corner(theme) + bottom(theme).repeat(raster.column(raster.width())));
        lines.add((" ".repeat(gutter + AXIS) + names(raster)).stripTrailing());
        return lines;
    }

    /**
     * Puts the lines of two plots beside each other.
     *
     * @param column where the right one begins
     */
    public static List<String> beside(List<String> left, List<String> right, int column) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < Math.max(left.size(), right.size()); row++) {
            String first = row < left.size() ? left.get(row) : "";
            int shown = COLOUR.matcher(first).replaceAll("").length();
            String second = row < right.size() ? right.get(row) : "";
            lines.add((first + " ".repeat(Math.max(1, column - shown)) + second).stripTrailing());
        }
        return lines;
    }

    /** Whiskers that reach far above every estimate are cut rather than the curve made flat. */
    private double top() {
        double highest = points.stream().mapToDouble(Point::value).max().orElse(1);
        double whiskers = points.stream()
                .mapToDouble(Point::high)
                .filter(high -> high <= 1.25 * highest)
                .max()
                .orElse(highest);
        return Math.max(highest, whiskers) > 0 ? Math.max(highest, whiskers) : 1;
    }

    private void draw(Raster raster, double top, Theme theme) {
        for (int index = 1; index < points.size(); index++) {
            Point from = points.get(index - 1);
            Point to = points.get(index);
            raster.line(x(from, raster), y(from.value(), top, raster), x(to, raster), y(to.value(), top, raster));
        }
        for (Point point : points) {
            int high = Double.isFinite(point.high()) ? y(point.high(), top, raster) : 0;
            raster.whisker(x(point, raster), high, y(point.low(), top, raster));
        }
        for (Point point : points) {
            if (point.marked()) {
                raster.sign(x(point, raster), y(point.value(), top, raster), theme.paint(Tone.GOOD, mark(theme)));
            } else if (!theme.unicode()) {
                raster.sign(x(point, raster), y(point.value(), top, raster), "o");
            }
        }
    }

    private int x(Point point, Raster raster) {
        double first = points.getFirst().x();
        double span = points.getLast().x() - first;
        double share = span > 0 ? (point.x() - first) / span : 0.5;
        return (int) Math.round(share * (raster.width() - 1));
    }

    private static int y(double value, double top, Raster raster) {
        return (int) Math.round((1 - value / top) * (raster.height() - 1));
    }

    /** The top, the bottom, and the middle where a line is there. */
    private Map<Integer, String> labels(double top, int height) {
        Map<Integer, String> labels = new HashMap<>();
        labels.put(0, number.apply(top));
        labels.put(height - 1, "0");
        if (height % 2 == 1) {
            labels.put(height / 2, number.apply(top / 2));
        }
        return labels;
    }

    /** As many labels as fit: the marked one first, then the ends. */
    private String names(Raster raster) {
        char[] line = " ".repeat(raster.column(raster.width())).toCharArray();
        boolean[] taken = new boolean[line.length];
        points.stream()
                .sorted(Comparator.comparingInt(this::importance))
                .forEach(point -> place(point.label(), raster.column(x(point, raster)), line, taken));
        return new String(line);
    }

    private int importance(Point point) {
        if (point.marked()) {
            return 0;
        }
        return point.equals(points.getFirst()) || point.equals(points.getLast()) ? 1 : 2;
    }

    private static void place(String label, int column, char[] line, boolean[] taken) {
        int from = Math.clamp(column - label.length() / 2, 0, Math.max(0, line.length - label.length()));
        int to = from + label.length();
        if (to > line.length) {
            return;
        }
        for (int at = from; at < to; at++) {
            if (taken[at]) {
                return;
            }
        }
        label.getChars(0, label.length(), line, from);
        Arrays.fill(taken, Math.max(0, from - 1), Math.min(line.length, to + 1), true);
    }

    private static String mark(Theme theme) {
        return theme.unicode() ? "●" : "@";
    }

    private static String side(Theme theme) {
        return theme.unicode() ? "│" : "|";
    }

    private static String tick(Theme theme) {
        return theme.unicode() ? "┤" : "+";
    }

    private static String corner(Theme theme) {
        return theme.unicode() ? "└" : "+";
    }

    private static String bottom(Theme theme) {
        return theme.unicode() ? "─" : "-";
    }
}
