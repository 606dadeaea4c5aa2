package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.plan.Money;
import java.util.OptionalDouble;

/**
 * A number of ready environments, and what it would have come to in the past.
 *
 * @param environments how many
 * @param monthly US dollars a month of 730 hours, all in: kept ready, invocations there, those that spilled over on
 *     demand, and every request
 * @param keptReady of these, what being kept ready costs
 * @param readyShare share of the invocations that would have met a ready environment, 0 to 1
 * @param covered share of the periods with invocations that never needed more, 0 to 1
 * @param utilization share of their time that they would have been busy, 0 to 1; empty for none
 * @param coldStartsAvoided a month, an estimate
 * @param possible false if the function's or the account's limit does not allow so many
 */
public record Level(
        int environments,
        Money monthly,
        Money keptReady,
        double readyShare,
        double covered,
        OptionalDouble utilization,
        long coldStartsAvoided,
        boolean possible) {}
