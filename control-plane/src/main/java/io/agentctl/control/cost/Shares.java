package io.agentctl.control.cost;

import io.agentctl.control.plan.Money;

/** Recommendations were computed over a time of their own; what they save is a share of what was measured. */
final class Shares {

    private Shares() {}

    /**
     * What goes of a cost where another went from {@code now} to {@code then}.
     *
     * @return negative where it grows; nothing where there was no cost
     */
    static Money saved(Money measured, Money now, Money then) {
        return now.compareTo(Money.ZERO) <= 0
                ? Money.ZERO
                : measured.times(now.minus(then).usd().doubleValue() / now.usd().doubleValue());
    }
}
