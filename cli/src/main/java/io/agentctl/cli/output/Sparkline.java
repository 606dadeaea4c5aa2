package io.agentctl.cli.output;

import java.util.List;

/** A series in one line of text. */
public final class Sparkline {

    private Sparkline() {}

    /** The values of a history, in which what is below zero stands for a gap. */
    public static double[] values(List<Double> history) {
        return history.stream()
                .mapToDouble(value -> value < 0 ? Double.NaN : value)
                .toArray();
    }

    /**
     * Draws values as bars between two bounds; what lies outside is drawn at the bound.
     *
     * @param values the series; {@code NaN} where there is no data, drawn as a space
     * @param lowest the value of the lowest bar
     * @param highest the value of the highest bar, more than {@code lowest}
     * @param width the most columns to use, at least 1; longer series are drawn by the highest of each stretch, because
     *     peaks are what a reader looks for
     */
    public static String of(double[] values, double lowest, double highest, int width, Theme theme) {
        return of(values, lowest, highest, width, theme.bars());
    }

    /**
     * Draws values as given bars; otherwise the same.
     *
     * @param bars characters from the lowest to the highest
     */
    public static String of(double[] values, double lowest, double highest, int width, String bars) {
        int columns = Math.min(width, values.length);
        StringBuilder line = new StringBuilder(columns);
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * values.length / columns);
            int to = (int) ((long) (column + 1) * values.length / columns);
            double peak = peak(values, from, to);
            line.append(Double.isNaN(peak) ? ' ' : bars.charAt(bar(peak, lowest, highest, bars.length())));
        }
        return line.toString();
    }

    private static double peak(double[] values, int from, int to) {
        double peak = Double.NaN;
        for (int index = from; index < to; index++) {
            if (Double.isNaN(peak) || values[index] > peak) {
                peak = values[index];
            }
        }
        return peak;
    }

    private static int bar(double value, double lowest, double highest, int bars) {
        double share = (value - lowest) / (highest - lowest);
        return Math.clamp((int) (share * bars), 0, bars - 1);
    }
}
