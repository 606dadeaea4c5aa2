package io.agentctl.control.performance.report;

import io.agentctl.control.html.ChartAxis;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.Interval;
import io.agentctl.control.performance.report.Drawing.Point;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Latency over the time of a run. */
final class CourseChart {

    private static final int MOST_TICKS = 8;
    private static final double[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600};

    private CourseChart() {}

    /** The drawing; empty if there is no course to show. */
    static String of(LoadResult result) {
        List<Interval> answered = result.intervals().stream()
                .filter(interval -> interval.latency().count() > 0)
                .toList();
        if (answered.size() < 2) {
            return "";
        }
        double end = answered.getLast().after() + answered.getLast().seconds();
        ChartAxis up = ChartAxis.over(
                answered.stream()
                        .map(Interval::latency)
                        .flatMap(latency -> Stream.of(latency.p50(), latency.p99()))
                        .toList(),
                Drawing.HEIGHT - Drawing.BOTTOM,
                Drawing.TOP);
        Drawing drawing = new Drawing("Latency over time", "p50 and p99 of " + answered.size() + " intervals.");
        drawing.up(up);
        double step = step(end);
        for (int tick = 0; tick * step <= end; tick++) {
            drawing.across(x(tick * step, end), Drawing.plain(tick * step));
        }
        drawing.axes("seconds", "milliseconds" + (up.logarithmic() ? " (logarithmic)" : ""));
        drawing.curve("curve", points(answered, end, up, Latencies::p99));
        drawing.curve("curve low", points(answered, end, up, Latencies::p50));
        result.intervals().stream()
                .filter(interval -> interval.failed() > 0)
                .forEach(interval -> drawing.mark(x(interval.after(), end)));
        Latencies last = answered.getLast().latency();
        drawing.label("label", Drawing.WIDTH - Drawing.RIGHT, up.at(last.p99()) - 6, "p99");
        drawing.label("label", Drawing.WIDTH - Drawing.RIGHT, up.at(last.p50()) + 16, "p50");
        return drawing.done();
    }

    /** Seconds between marks that a reader counts in. */
    private static double step(double end) {
        for (double step : STEPS) {
            if (end / step <= MOST_TICKS) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1] * Math.ceil(end / MOST_TICKS / STEPS[STEPS.length - 1]);
    }

    private static List<Point> points(
            List<Interval> intervals, double end, ChartAxis up, ToDoubleFunction<Latencies> figure) {
        return intervals.stream()
                .map(interval -> new Point(
                        x(interval.after() + interval.seconds() / 2, end),
                        up.at(figure.applyAsDouble(interval.latency()))))
                .toList();
    }

    private static double x(double seconds, double end) {
        return Drawing.LEFT + seconds / end * (Drawing.WIDTH - Drawing.LEFT - Drawing.RIGHT);
    }
}
