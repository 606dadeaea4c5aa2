package io.agentctl.control.cost;

import io.agentctl.control.plan.Money;
import java.time.Duration;

/** What recommendations rest on. */
final class Advice {

    /**
     * What the commands look at that give the same advice, if nothing else is said; however long costs are measured.
     */
    static final Duration BACK = Duration.ofDays(14);

    /** What costs less a month is not looked into. */
    static final Money LEAST = Money.ofUsd(1);

    /** Of one kind, so many are looked into, the dearest: each takes calls of its own. */
    static final int MOST = 50;

    private Advice() {}
}
