package io.agentctl.control.capacity;

import io.agentctl.control.plan.Money;

/**
 * What a whole table would have cost.
 *
 * @param monthly all its meters together, in a month
 * @param throttledShare that of the meter that would have been throttled most, 0 to 1
 */
public record ModeCost(Money monthly, double throttledShare) {

    static final ModeCost NOTHING = new ModeCost(Money.ZERO, 0);

    ModeCost plus(SettingCost one) {
        return new ModeCost(monthly.plus(one.monthly()), Math.max(throttledShare, one.throttledShare()));
    }
}
