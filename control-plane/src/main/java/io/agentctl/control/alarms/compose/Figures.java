package io.agentctl.control.alarms.compose;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as expressions and sentences have them. */
final class Figures {

    /** More digits than a measurement has, fewer than what binary fractions add. */
    private static final MathContext PRECISION = new MathContext(10);

    private static final MathContext READABLE = new MathContext(3);

    private Figures() {}

    /** Without the noise of binary fractions: 14.4 times 0.001 is 0.0144. */
    static double clean(double value) {
        return new BigDecimal(value).round(PRECISION).doubleValue();
    }

    /** All digits, never with an exponent, which metric math does not read. */
    static String exact(double value) {
        return plain(new BigDecimal(value).round(PRECISION));
    }

    /** Three digits. */
    static String text(double value) {
        return plain(new BigDecimal(value).round(READABLE));
    }

    /** A share, 0 to 1, in percent: {@code 1.44%}. */
    static String percent(double share) {
        return plain(new BigDecimal(share).movePointRight(2).round(new MathContext(6))) + "%";
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
