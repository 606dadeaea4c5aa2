package io.agentctl.control.performance.report;

import io.agentctl.control.html.ChartAxis;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.report.Drawing.Point;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How much of all requests took how long: the further to the right, the rarer. Each nine is equally wide. */
final class PercentileChart {

    private static final double[] SHOWN = {0, 50, 75, 90, 95, 99, 99.5, 99.9, 99.99};
    private static final double HUNDRED = 100;
    private static final double NINES = 4;
    private static final double MICROS = 1000;
    private static final int STEPS = 120;

    private PercentileChart() {}

    /** The drawing; empty if nothing was measured. */
    static String of(LoadResult result) {
        Latencies latency = result.total().latency();
        Latencies uncorrected = result.total().uncorrected();
        if (latency.count() < 2 || uncorrected.count() < 2) {
            return "";
        }
        Histogram corrected = latency.micros();
        Histogram raw = uncorrected.micros();
        List<Double> values = new ArrayList<>();
        for (double percent : SHOWN) {
            values.add(millis(corrected, percent));
            values.add(millis(raw, percent));
        }
        ChartAxis up = ChartAxis.over(values, Drawing.HEIGHT - Drawing.BOTTOM, Drawing.TOP);
        Drawing drawing = new Drawing("Percentiles", "From the median to 99.99 %.");
        drawing.up(up);
        for (double percent : SHOWN) {
            drawing.across(x(percent), Double.toString(percent).replaceFirst("\\.0$", "") + " %");
        }
        drawing.axes("of requests were answered within", "milliseconds" + (up.logarithmic() ? " (logarithmic)" : ""));
        drawing.curve("curve raw", points(raw, up));
        drawing.curve("curve", points(corrected, up));
        return drawing.done();
    }

    private static List<Point> points(Histogram micros, ChartAxis up) {
        List<Point> points = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            double percent = HUNDRED - HUNDRED / Math.pow(10, NINES * step / STEPS);
            points.add(new Point(x(percent), up.at(millis(micros, percent))));
        }
        return points;
    }

    private static double millis(Histogram micros, double percent) {
        return Math.min(micros.getValueAtPercentile(percent), micros.getMaxValue()) / MICROS;
    }

    private static double x(double percent) {
        double nines = -Math.log10(Math.max(1e-9, 1 - percent / HUNDRED));
        return Drawing.LEFT + Math.min(1, nines / NINES) * (Drawing.WIDTH - Drawing.LEFT - Drawing.RIGHT);
    }
}
