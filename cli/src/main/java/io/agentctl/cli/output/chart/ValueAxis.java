package io.agentctl.cli.output.chart;

import java.util.List;

/**
 * The axis of values: from 0, so that what looks twice as high is, to a round number.
 *
 * @param top the value at the top, more than 0
 */
record ValueAxis(double top) {

    private static final double[] STEPS = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
    /** A threshold that is further above the curves than this would press them flat. */
    private static final double FAR = 3;

    /** An axis that the curves fill, and on which thresholds are that are not far above them. */
    static ValueAxis over(List<Curve> curves, List<Threshold> thresholds) {
        double highest = curves.stream()
                .mapToDouble(curve -> curve.series().max())
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
        double marked = thresholds.stream()
                .mapToDouble(Threshold::value)
                .filter(value -> highest <= 0 || value <= FAR * highest)
                .max()
                .orElse(0);
        return new ValueAxis(round(Math.max(highest, marked)));
    }

    /** The dot, counted from the top, at which a value is drawn; outside of the drawing if it is above the top. */
    int y(double value, int height) {
        return (int) Math.round((1 - value / top) * (height - 1));
    }

    private static double round(double value) {
        if (value <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : STEPS) {
            if (step * power >= value) {
                return step * power;
            }
        }
        return value;
    }
}
