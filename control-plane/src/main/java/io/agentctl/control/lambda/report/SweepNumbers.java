package io.agentctl.control.lambda.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers of a report as people read them. */
public final class SweepNumbers {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private SweepNumbers() {}

    /** US dollars of a million invocations, without the sign: {@code 2.41}, {@code 0.203}. */
    public static String perMillion(double usd) {
        return String.format(Locale.ROOT, usd >= 1 ? "%.2f" : "%.3f", usd);
    }

    /** US dollars that were spent, two digits of them at least: {@code $0.0042}. */
    public static String spent(double usd) {
        BigDecimal amount = BigDecimal.valueOf(usd);
        return "$"
                + (amount.compareTo(CENT) >= 0 || amount.signum() == 0
                        ? String.format(Locale.ROOT, "%.2f", usd)
                        : amount.round(new MathContext(2)).stripTrailingZeros().toPlainString());
    }

    /** Milliseconds without the unit, three digits of them at least: {@code 8.25}, {@code 73.1}, {@code 1204}. */
    public static String ms(double ms) {
        return String.format(Locale.ROOT, ms >= 100 ? "%.0f" : ms >= 10 ? "%.1f" : "%.2f", ms);
    }

    /** Milliseconds; a hyphen where there are none. */
    public static String ms(OptionalDouble ms) {
        return ms.isPresent() ? ms(ms.getAsDouble()) : "-";
    }

    /** A share in percent: {@code 65%}; a hyphen where there is none. */
    public static String percent(OptionalDouble share) {
        return share.isPresent() ? Math.round(100 * share.getAsDouble()) + "%" : "-";
    }

    /** A difference in percent with its sign: {@code -41.2%}. */
    public static String signed(double share) {
        String text = String.format(Locale.ROOT, "%+.1f%%", 100 * share);
        return text.equals("-0.0%") || text.equals("+0.0%") ? "0.0%" : text;
    }

    /** A confidence: rounded down, since it must not claim more than there is. */
    public static String sure(double confidence) {
        return confidence >= 0.995 ? "over 99%" : (int) Math.floor(100 * confidence + 1e-9) + "%";
    }

    /** An interval of US dollars of a million invocations: {@code 2.38 to 2.44}, {@code over 2.38}. */
    public static String interval(Range range) {
        return range.high().isPresent()
                ? perMillion(range.low()) + " to " + perMillion(range.high().getAsDouble())
                : "over " + perMillion(range.low());
    }
}
