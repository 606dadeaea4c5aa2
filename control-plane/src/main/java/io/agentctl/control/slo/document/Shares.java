package io.agentctl.control.slo.document;

import java.math.BigDecimal;

/** Shares without the noise of binary fractions: the rest of 0.999 is 0.001, in percent 0.1. */
final class Shares {

    private Shares() {}

    static double rest(double share) {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(share)).doubleValue();
    }

    static double percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).doubleValue();
    }
}
