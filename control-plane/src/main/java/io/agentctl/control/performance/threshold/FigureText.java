package io.agentctl.control.performance.threshold;

import java.util.Locale;

/** Figures in words. */
public final class FigureText {

    private static final double HUNDRED = 100;
    private static final double TEN = 10;
    private static final double SECOND = 10_000;

    private FigureText() {}

    static String of(Figure figure, double measured) {
        return switch (figure) {
            case Figure.Percentile ignored -> millis(measured);
            case Figure.Latency ignored -> millis(measured);
            case Figure.Errors errors -> errors.share() ? percent(measured) : Long.toString(Math.round(measured));
            case Figure.Status status -> status.share() ? percent(measured) : Long.toString(Math.round(measured));
            case Figure.Rate ignored -> perSecond(measured);
        };
    }

    /** Milliseconds with three digits that count, seconds from ten on. */
    public static String millis(double millis) {
        if (millis >= SECOND) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000);
        }
        String format = millis >= HUNDRED ? "%.0f ms" : millis >= TEN ? "%.1f ms" : "%.2f ms";
        return String.format(Locale.ROOT, format, millis);
    }

    /** A share, in percent. */
    public static String percent(double share) {
        double percent = share * HUNDRED;
        return String.format(Locale.ROOT, percent == 0 || percent >= TEN ? "%.0f %%" : "%.2f %%", percent);
    }

    /** Answers a second. */
    public static String perSecond(double rate) {
        return String.format(Locale.ROOT, rate >= HUNDRED ? "%.0f/s" : rate >= TEN ? "%.1f/s" : "%.2f/s", rate);
    }
}
