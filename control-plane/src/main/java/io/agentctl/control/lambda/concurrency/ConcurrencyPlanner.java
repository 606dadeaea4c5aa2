package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.pricing.ProvisionedRate;
import java.util.List;
import java.util.Optional;

/** Plans another number of environments to be kept ready. */
final class ConcurrencyPlanner {

    static final String FIELD = "provisioned";

    private static final double MB_PER_GB = 1024;
    private static final double SECONDS_PER_HOUR = 3600;

    private ConcurrencyPlanner() {}

    /**
     * Plans.
     *
     * @param wanted how many; 0 for none
     * @param memoryMb what an invocation of the target has
     * @param rate what is charged; empty where the prices do not tell
     * @return empty if it is so already
     * @throws io.agentctl.control.error.AgentctlException if the target or the limits do not allow it
     */
    static List<ResourcePlan> plan(
            ObservedConcurrency observed,
            ConcurrencyTarget target,
            int wanted,
            int memoryMb,
            Optional<ProvisionedRate> rate) {
        Optional<KeptReady> present = observed.ready(target.qualifier());
        String from = present.map(KeptReady::text).orElse("");
        String to = wanted == 0 ? "" : Integer.toString(wanted);
        if (from.equals(to)) {
            return List.of();
        }
        if (wanted > 0) {
            ConcurrencyLimits.requireTarget(observed, target);
            ConcurrencyLimits.requireRoom(observed, target, wanted);
        }
        int more = wanted - present.map(KeptReady::requested).orElse(0);
        Change change = new Change(
                target.resource(),
                FIELD,
                from,
                to,
                why(more, rate.isPresent()),
                more < 0 ? Risk.MEDIUM : Risk.LOW,
                rate.map(price -> Money.ofUsd(more * monthlyUsd(memoryMb, price)))
                        .orElse(Money.ZERO));
        return List.of(new ResourcePlan(target.resource(), observed.fingerprint(target), List.of(change)));
    }

    /** What one environment costs in a month of 730 hours merely by being kept ready, in US dollars. */
    static double monthlyUsd(int memoryMb, ProvisionedRate rate) {
        return memoryMb / MB_PER_GB * PriceTable.HOURS_PER_MONTH * SECONDS_PER_HOUR * rate.readyGbSecond();
    }

    private static String why(int more, boolean priced) {
        String effect = more < 0
                ? "more invocations will meet a cold start"
                : more > 0 ? "more invocations will meet a ready environment" : "tried again";
        return effect + (priced ? "; the price is of keeping them ready alone" : "; no price is known");
    }
}
