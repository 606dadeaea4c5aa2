package io.agentctl.control.slo.document;

import java.math.BigDecimal;

/** Numbers, read from their texts. */
final class Numbers {

    private Numbers() {}

    /** @throws IllegalArgumentException for what is no finite number */
    static double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    /** @throws IllegalArgumentException for what is no number over 0 */
    static double positive(String text) {
        double number = finite(text);
        if (number <= 0) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    /** A share, given in percent, without the rounding of a division: 99.9 is the number nearest to 0.999. */
    static double percent(String text) {
        return new BigDecimal(text).movePointLeft(2).doubleValue();
    }
}
