package io.agentctl.control.performance.report;

import io.agentctl.control.html.ChartAxis;
import io.agentctl.control.html.HtmlText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Inline SVG with two axes. */
final class Drawing {

    static final int WIDTH = 760;
    static final int HEIGHT = 320;
    static final int LEFT = 72;
    static final int RIGHT = 40;
    static final int TOP = 16;
    static final int BOTTOM = 48;

    private final StringBuilder svg = new StringBuilder();

    Drawing(String title, String description) {
        svg.append(format("<svg viewBox=\"0 0 %d %d\" role=\"img\">%n", WIDTH, HEIGHT))
                .append(HtmlText.element("title", title))
                .append(HtmlText.element("desc", description))
                .append('\n');
    }

    /** A place of the drawing. */
    record Point(double x, double y) {}

    void axes(String across, String up) {
        line("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        line("axis", LEFT, TOP, LEFT, HEIGHT - BOTTOM);
        text("name", "middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, across);
        svg.append(format(
                "<text class=\"name\" text-anchor=\"middle\" transform=\"translate(16 %.1f) rotate(-90)\">%s</text>%n",
                (TOP + HEIGHT - BOTTOM) / 2.0, HtmlText.escaped(up)));
    }

    void across(double x, String label) {
        line("grid", x, TOP, x, HEIGHT - BOTTOM);
        text("tick", "middle", x, HEIGHT - BOTTOM + 18, label);
    }

    void up(ChartAxis axis) {
        for (double tick : axis.ticks()) {
            line("grid", LEFT, axis.at(tick), WIDTH - RIGHT, axis.at(tick));
            text("tick", "end", LEFT - 8, axis.at(tick) + 4, plain(tick));
        }
    }

    void curve(String classes, List<Point> points) {
        if (points.size() > 1) {
            svg.append("<polyline class=\"")
                    .append(classes)
                    .append("\" points=\"")
                    .append(points.stream()
                            .map(point -> format("%.1f,%.1f", point.x(), point.y()))
                            .collect(Collectors.joining(" ")))
                    .append("\"/>\n");
        }
    }

    void mark(double x) {
        svg.append(format(
                "<rect class=\"bad-mark\" x=\"%.1f\" y=\"%d\" width=\"3\" height=\"6\"/>%n", x, HEIGHT - BOTTOM - 6));
    }

    void label(String classes, double x, double y, String text) {
        text(classes, "end", x, y, text);
    }

    String done() {
        return svg.append("</svg>\n").toString();
    }

    static String plain(double number) {
        return number >= 1 || number == 0
                ? format("%.0f", number)
                : format("%.3f", number).replaceFirst("0+$", "");
    }

    private void line(String classes, double x1, double y1, double x2, double y2) {
        svg.append(format(
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n", classes, x1, y1, x2, y2));
    }

    private void text(String classes, String anchor, double x, double y, String text) {
        svg.append(format(
                "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                classes, anchor, x, y, HtmlText.escaped(text)));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
