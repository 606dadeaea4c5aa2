package io.agentctl.control.ecs;

import java.math.BigDecimal;

/** Percentages as operators write them. */
final class Percent {

    private Percent() {}

    /** For example {@code 60 %} or {@code 62.5 %}. */
    static String text(double percent) {
        return number(percent) + " %";
    }

    /** The number alone, without trailing zeros. */
    static String number(double percent) {
        return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
    }
}
