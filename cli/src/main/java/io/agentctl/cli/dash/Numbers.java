package io.agentctl.cli.dash;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Figures in few characters. */
final class Numbers {

    private static final String UNKNOWN = "?";
    private static final double THOUSAND = 1_000;
    private static final double PERCENT = 100;
    private static final int SECONDS_A_STEP = 10;

    private Numbers() {}

    /** The figure, or a question mark. */
    static String known(OptionalDouble value, DoubleFunction<String> text) {
        return value.isPresent() ? text.apply(value.getAsDouble()) : UNKNOWN;
    }

    /** {@code 0.25}, {@code 7.5}, {@code 42}, {@code 1.2k}, {@code 15k}, {@code 3.4M}. */
    static String compact(double value) {
        double size = Math.abs(value);
        if (size >= THOUSAND * THOUSAND) {
            return digits(value / THOUSAND / THOUSAND) + "M";
        }
        return size >= THOUSAND ? digits(value / THOUSAND) + "k" : digits(value);
    }

    /** {@code 8.5 ms}, {@code 120 ms}, {@code 3.2 s}. */
    static String millis(double value) {
        return value >= THOUSAND ? digits(value / THOUSAND) + " s" : digits(value) + " ms";
    }

    /** A share of 0 to 1 as {@code 0.02%}, {@code 1.5%}, {@code 40%}. */
    static String share(double value) {
        return percent(value * PERCENT);
    }

    /** {@code 0.02%}, {@code 1.5%}, {@code 40%}. */
    static String percent(double value) {
        return digits(value) + "%";
    }

    /** Ages change seldom, so that a page at rest need not be drawn: in steps of ten seconds, minutes, hours. */
    static String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return seconds / SECONDS_A_STEP * SECONDS_A_STEP + "s";
        }
        if (age.toMinutes() < 60) {
            return age.toMinutes() + "m";
        }
        return age.toHours() < 48 ? age.toHours() + "h" : age.toDays() + "d";
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        if (size >= 10 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String text = String.format(Locale.ROOT, size >= 1 ? "%.1f" : "%.2f", value);
        return text.replaceFirst("\\.?0+$", "");
    }
}
