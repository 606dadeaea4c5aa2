package io.agentctl.control.slo;

import java.math.BigDecimal;

/** Numbers as people write them. */
final class Figures {

    private Figures() {}

    /** {@code 500} rather than {@code 500.0}. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
