package io.agentctl.cli.lambda;

import java.util.Locale;
import java.util.OptionalDouble;

/** Shares as the tables of concurrency and cost show them. */
final class ConcurrencyFigures {

    private static final double FEW = 10;

    private ConcurrencyFigures() {}

    /** A share as a percentage, with as many digits as tell shares apart: 99.95%, 4.2%, 37%. */
    static String percent(double share) {
        double percent = share * 100;
        boolean nearlyAll = percent > 99 && percent < 100;
        String format = nearlyAll ? "%.2f%%" : percent > 0 && percent < FEW ? "%.1f%%" : "%.0f%%";
        return String.format(Locale.ROOT, format, nearlyAll ? Math.floor(percent * 100) / 100 : percent);
    }

    /** The same; a dash where there is none. */
    static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : "-";
    }

    /** A number with thousands told apart. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
