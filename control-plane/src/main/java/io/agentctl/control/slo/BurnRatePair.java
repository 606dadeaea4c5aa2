package io.agentctl.control.slo;

import java.time.Duration;

/**
 * Two windows, both of which must show fast spending before somebody is told (Site Reliability Workbook, chapter 5,
 * "Multiwindow, Multi-Burn-Rate Alerts").
 *
 * @param budgetShare the share of the whole budget, over 0 and up to 1, that is spent in the long window when it fires
 * @param longWindow proves that it is worth it
 * @param shortWindow proves that it goes on; shorter than the long one
 * @param urgency how somebody is told
 */
public record BurnRatePair(double budgetShare, Duration longWindow, Duration shortWindow, Urgency urgency) {

    /** How somebody is told. */
    public enum Urgency {
        PAGE,
        TICKET
    }

    public BurnRatePair {
        if (!(budgetShare > 0 && budgetShare <= 1)) {
            throw new IllegalArgumentException("a share of the budget is over 0 % and up to 100 %");
        }
        if (!shortWindow.isPositive() || shortWindow.compareTo(longWindow) >= 0) {
            throw new IllegalArgumentException(
                    "the short window is shorter than the long one: " + shortWindow + ", " + longWindow);
        }
    }

    /** The burn rate that it fires at: {@code budget share × period / long window}. */
    public double factor(Duration period) {
        return budgetShare * period.toSeconds() / longWindow.toSeconds();
    }
}
