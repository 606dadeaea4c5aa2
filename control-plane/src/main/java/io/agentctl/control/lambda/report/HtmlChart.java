package io.agentctl.control.lambda.report;

import io.agentctl.control.html.ChartAxis;
import io.agentctl.control.html.HtmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cost against time as inline SVG: a point a size, its intervals as whiskers, the frontier as a line. */
final class HtmlChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 72;
    private static final int RIGHT = 24;
    private static final int TOP = 20;
    private static final int BOTTOM = 56;
    private static final double POINT = 5;
    private static final double BEST = 8;
    private static final double CAP = 4;
    private static final int MOST_LABELS = 10;

    private final SweepSummary summary;
    private final List<MeasuredSize> sizes;
    private final ChartAxis across;
    private final ChartAxis up;

    private HtmlChart(SweepSummary summary, List<MeasuredSize> sizes) {
        this.summary = summary;
        this.sizes = sizes;
        this.across = axis(sizes.stream().map(size -> size.time().orElseThrow()).toList(), LEFT, WIDTH - RIGHT);
        this.up = axis(
                sizes.stream().map(size -> size.usdPerMillion().orElseThrow()).toList(), HEIGHT - BOTTOM, TOP);
    }

    /** The drawing; empty if no size has figures. */
    static String of(SweepSummary summary) {
        List<MeasuredSize> sizes = summary.report().sizes().stream()
                .filter(size -> size.time().isPresent() && size.usdPerMillion().isPresent())
                .toList();
        return sizes.isEmpty() ? "" : new HtmlChart(summary, sizes).drawing();
    }

    private static ChartAxis axis(List<Range> ranges, double from, double to) {
        double most = 2 * ranges.stream().mapToDouble(Range::estimate).max().orElse(1);
        double least = ranges.stream().mapToDouble(Range::estimate).min().orElse(0) / 2;
        return ChartAxis.over(
                ranges.stream()
                        .flatMap(range -> Stream.of(
                                Math.max(least, range.low()),
                                range.estimate(),
                                Math.min(most, range.high().orElse(range.estimate()))))
                        .toList(),
                from,
                to);
    }

    private String drawing() {
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"chart-title chart-description\">%n",
                WIDTH, HEIGHT));
        svg.append("<title id=\"chart-title\">Cost against time of ")
                .append(HtmlText.escaped(summary.report().function()))
                .append("</title>\n<desc id=\"chart-description\">")
                .append(HtmlText.escaped(description()))
                .append("</desc>\n");
        grid(svg);
        frontier(svg);
        sizes.forEach(size -> whiskers(svg, size));
        sizes.forEach(size -> point(svg, size));
        labels(svg);
        return svg.append("</svg>\n").toString();
    }

    private String description() {
        return sizes.stream()
                .map(size -> summary.name(size.size()) + ": "
                        + SweepNumbers.ms(size.time().orElseThrow().estimate()) + " ms, $"
                        + SweepNumbers.perMillion(
                                size.usdPerMillion().orElseThrow().estimate()) + " a million")
                .collect(Collectors.joining("; ", "", "."));
    }

    private void grid(StringBuilder svg) {
        for (double tick : across.ticks()) {
            double x = across.at(tick);
            svg.append(line("grid", x, TOP, x, HEIGHT - BOTTOM));
            svg.append(text("tick", "middle", x, HEIGHT - BOTTOM + 18, plain(tick)));
        }
        for (double tick : up.ticks()) {
            double y = up.at(tick);
            svg.append(line("grid", LEFT, y, WIDTH - RIGHT, y));
            svg.append(text("tick", "end", LEFT - 8, y + 4, plain(tick)));
        }
        svg.append(line("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM));
        svg.append(line("axis", LEFT, TOP, LEFT, HEIGHT - BOTTOM));
        svg.append(text(
                "name",
                "middle",
                (LEFT + WIDTH - RIGHT) / 2.0,
                HEIGHT - 12,
                "time that a caller waits, ms" + scale(across)));
        svg.append(format(
                "<text class=\"name\" text-anchor=\"middle\" transform=\"translate(16 %.1f) rotate(-90)\">%s</text>%n",
                (TOP + HEIGHT - BOTTOM) / 2.0, "US dollars a million invocations" + scale(up)));
    }

    private static String scale(ChartAxis axis) {
        return axis.logarithmic() ? " (logarithmic)" : "";
    }

    private void frontier(StringBuilder svg) {
        List<MeasuredSize> best = summary.frontier();
        if (best.size() > 1) {
            svg.append("<polyline class=\"frontier\" points=\"")
                    .append(best.stream()
                            .map(size -> format("%.1f,%.1f", x(size), y(size)))
                            .collect(Collectors.joining(" ")))
                    .append("\"/>\n");
        }
    }

    private void whiskers(StringBuilder svg, MeasuredSize size) {
        double x = x(size);
        double y = y(size);
        Range time = size.time().orElseThrow();
        Range usd = size.usdPerMillion().orElseThrow();
        double left = across.at(time.low());
        double right = across.at(time.high().orElse(Double.MAX_VALUE));
        double bottom = up.at(usd.low());
        double top = up.at(usd.high().orElse(Double.MAX_VALUE));
        svg.append(format(
                "<path class=\"whisker\" d=\"M%.1f %.1fH%.1fM%.1f %.1fV%.1f%s%s%s%s\"/>%n",
                left, y, right, x, bottom, top, upright(left, y), upright(right, y), flat(x, bottom), flat(x, top)));
    }

    private static String upright(double x, double y) {
        return format("M%.1f %.1fv%.1f", x, y - CAP, 2 * CAP);
    }

    private static String flat(double x, double y) {
        return format("M%.1f %.1fh%.1f", x - CAP, y, 2 * CAP);
    }

    private void point(StringBuilder svg, MeasuredSize size) {
        double radius = isBest(size) ? BEST : POINT;
        String classes = "point" + (size.onFrontier() ? " on" : "") + (isBest(size) ? " best" : "");
        if (size.architecture().equals("arm64")) {
            svg.append(format(
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
                    classes, x(size) - radius, y(size) - radius, 2 * radius, 2 * radius));
        } else {
            svg.append(format(
                    "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>%n", classes, x(size), y(size), radius));
        }
    }

    /** The advised size first, so that it has its place whatever the others find. */
    private void labels(StringBuilder svg) {
        ChartLabels places = new ChartLabels(LEFT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM);
        sizes.forEach(size -> places.occupy(x(size), y(size), isBest(size) ? BEST : POINT));
        List<MeasuredSize> order = new ArrayList<>(sizes);
        order.sort((one, other) -> Boolean.compare(isBest(other), isBest(one)));
        order.removeIf(size -> sizes.size() > MOST_LABELS && !matters(size));
        for (MeasuredSize size : order) {
            boolean now = size.size().equals(summary.report().current());
            String text = summary.name(size.size()) + (now ? " (now)" : "");
            places.place(text, x(size), y(size), isBest(size) ? BEST : POINT)
                    .ifPresent(place -> svg.append(
                            text(isBest(size) ? "label best" : "label", place.anchor(), place.x(), place.y(), text)));
        }
    }

    /** Where there are too many points for a label each, these have one. */
    private boolean matters(MeasuredSize size) {
        return size.onFrontier()
                || isBest(size)
                || size.size().equals(summary.report().current());
    }

    private boolean isBest(MeasuredSize size) {
        return summary.report().advised().filter(size.size()::equals).isPresent();
    }

    private double x(MeasuredSize size) {
        return across.at(size.time().orElseThrow().estimate());
    }

    private double y(MeasuredSize size) {
        return up.at(size.usdPerMillion().orElseThrow().estimate());
    }

    private static String plain(double tick) {
        String text = String.format(Locale.ROOT, "%.4f", tick);
        return text.replaceAll("\\.?0+$", "");
    }

    private static String line(String classes, double x1, double y1, double x2, double y2) {
        return format(
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n", classes, x1, y1, x2, y2);
    }

    private static String text(String classes, String anchor, double x, double y, String text) {
        return format(
                "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                classes, anchor, x, y, HtmlText.escaped(text));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
