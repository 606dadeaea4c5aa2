package io.agentctl.control.alarms.compose;

import io.agentctl.control.slo.BurnRatePair;
import java.time.Duration;

/**
 * What is made of one burn-rate pair.
 *
 * @param alarm the name of its composite alarm
 * @param pair the pair
 * @param factor the burn rate that it fires above
 * @param share the share of bad events from which on it fires
 * @param outage how long it takes to tell of a total failure
 * @param outageSpent the share of the budget that is spent by then
 * @param twice how long it takes to tell of twice the share that it fires at
 * @param suppressedBy the faster tier that holds its actions back; empty for the fastest
 */
public record Tier(
        String alarm,
        BurnRatePair pair,
        double factor,
        double share,
        Duration outage,
        double outageSpent,
        Duration twice,
        String suppressedBy) {}
