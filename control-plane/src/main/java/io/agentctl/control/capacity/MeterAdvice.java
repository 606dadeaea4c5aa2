package io.agentctl.control.capacity;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What each way to provide for a meter would have cost.
 *
 * @param meter reads or writes, of the table or an index
 * @param peakUnits units a second in the busiest minute
 * @param meanUnits units a second on average
 * @param utilization the mean share, 0 to 1, of what the cheapest provisioned setting provides that would be in use;
 *     empty if none suffices or nothing is asked for
 * @param breakEven the share in use from which on provisioned is no dearer than on demand
 * @param present as it is now
 * @param onDemand on demand
 * @param fixed the cheapest throughput that stays the same; empty if the quota is too small
 * @param scaled the cheapest auto scaling; empty if none throttles little enough
 * @param better how a provisioned one should scale instead; empty if it is well as it is, or on demand
 */
public record MeterAdvice(
        Meter meter,
        double peakUnits,
        double meanUnits,
        OptionalDouble utilization,
        double breakEven,
        SettingCost present,
        SettingCost onDemand,
        Optional<SettingCost> fixed,
        Optional<SettingCost> scaled,
        Optional<BetterScaling> better) {

    /** The cheaper of the two provisioned ones. */
    Optional<SettingCost> provisioned() {
        return cheaper(fixed, scaled);
    }

    static Optional<SettingCost> cheaper(Optional<SettingCost> fixed, Optional<SettingCost> scaled) {
        if (fixed.isPresent() && scaled.isPresent()) {
            return fixed.get().monthly().compareTo(scaled.get().monthly()) <= 0 ? fixed : scaled;
        }
        return fixed.or(() -> scaled);
    }
}
