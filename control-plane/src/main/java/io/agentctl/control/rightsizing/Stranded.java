package io.agentctl.control.rightsizing;

import io.agentctl.control.plan.Money;

/**
 * What is paid for and was never used, not even at the peak.
 *
 * @param vcpu vCPUs, over all tasks
 * @param gib GiB of memory, over all tasks; 0 where memory was not measured
 * @param monthlyCost what they cost
 */
public record Stranded(double vcpu, double gib, Money monthlyCost) {

    /** Nothing is known to be stranded. */
    public static final Stranded NONE = new Stranded(0, 0, Money.ZERO);
}
