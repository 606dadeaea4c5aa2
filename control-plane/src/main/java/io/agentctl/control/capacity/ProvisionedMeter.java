package io.agentctl.control.capacity;

import java.util.Optional;

/**
 * What a meter is provided for by once its table is provisioned, and what it could have been.
 *
 * @param meter reads or writes, of the table or an index
 * @param chosen what it gets, as it would have served its past use
 * @param fixed the cheapest throughput that stays the same; empty if none within the quota suffices
 * @param scaled the cheapest that scales, or what scales already; empty if none suffices
 * @param reason why it is that one
 */
public record ProvisionedMeter(
        Meter meter, SettingCost chosen, Optional<SettingCost> fixed, Optional<SettingCost> scaled, String reason) {}
