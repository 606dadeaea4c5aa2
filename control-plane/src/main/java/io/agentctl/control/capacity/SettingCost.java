package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.Simulated;
import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.PriceTable;
import java.time.Duration;

/**
 * What a setting would have cost, and how it would have served.
 *
 * @param setting such as {@code on demand}, {@code 20}, {@code 5-40 at 70 %}
 * @param monthly in a month of 730 hours that goes as the time looked at did
 * @param throttledShare the share of what was asked for that would have been refused, 0 to 1
 * @param averageUnits units a second in force on average; 0 on demand
 */
public record SettingCost(String setting, Money monthly, double throttledShare, double averageUnits) {

    private static final double SECONDS_AN_HOUR = 3600;

    static SettingCost of(Simulated simulated, Duration measured) {
        return new SettingCost(
                simulated.setting().toString(),
                monthly(simulated.usd(), measured),
                simulated.throttledShare(),
                simulated.averageUnits());
    }

    static Money monthly(double usd, Duration measured) {
        return measured.isZero()
                ? Money.ZERO
                : Money.ofUsd(usd * PriceTable.HOURS_PER_MONTH * SECONDS_AN_HOUR / measured.toSeconds());
    }
}
