package io.agentctl.control.html;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis: where values go on a drawing. Values that differ by a factor of six or more are put on a logarithmic scale,
 * on which equal factors are equally far apart.
 *
 * @param low the value at {@code from}
 * @param high the value at {@code to}, more than {@code low}
 * @param logarithmic whether equal distances are equal factors
 * @param from where the axis begins, in the units of the drawing
 * @param to where it ends
 */
public record ChartAxis(double low, double high, boolean logarithmic, double from, double to) {

    private static final double WIDE = 6;
    private static final double MARGIN = 0.08;
    private static final double LEAST = 1e-6;
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final int MOST_TICKS = 6;

    /** An axis for values of at least 0, with some room at both ends. */
    public static ChartAxis over(List<Double> values, double from, double to) {
        double low = Math.max(
                LEAST, values.stream().mapToDouble(value -> value).min().orElse(1));
        double high =
                Math.max(low, values.stream().mapToDouble(value -> value).max().orElse(1));
        if (high / low >= WIDE) {
            double room = Math.pow(high / low, MARGIN);
            return new ChartAxis(low / room, high * room, true, from, to);
        }
        double room = Math.max(high - low, MARGIN * high) * MARGIN * 2;
        return new ChartAxis(Math.max(0, low - room), high + room, false, from, to);
    }

    /** Where a value goes; what lies outside goes to the end. */
    public double at(double value) {
        double share = logarithmic
                ? Math.log(Math.max(value, LEAST) / low) / Math.log(high / low)
                : (value - low) / (high - low);
        return from + Math.clamp(share, 0, 1) * (to - from);
    }

    /** Round values to label, from the lowest. */
    public List<Double> ticks() {
        return logarithmic ? decades() : steps();
    }

    private List<Double> steps() {
        double rough = (high - low) / MOST_TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * STEPS[STEPS.length - 1];
        for (int index = STEPS.length - 1; index >= 0; index--) {
            if (power * STEPS[index] >= rough) {
                step = power * STEPS[index];
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long number = (long) Math.ceil(low / step); number * step <= high; number++) {
            ticks.add(number * step);
        }
        return ticks;
    }

    private List<Double> decades() {
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
            for (int index = 0; index < STEPS.length - 1; index++) {
                double tick = STEPS[index] * Math.pow(10, power);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
