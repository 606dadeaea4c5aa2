package io.agentctl.control.journal;

import java.time.Clock;
import java.time.Instant;

/** Tells whether somebody is, or may be, at work on an operation. */
public final class Liveness {

    private final Clock clock;
    private final LeaseSettings lease;

    public Liveness(Clock clock, LeaseSettings lease) {
        this.clock = clock;
        this.lease = lease;
    }

    /** True if nobody is at work: it stopped, its process is known to be gone, or its lease has run out. */
    public boolean ownerless(Operation operation) {
        return switch (operation.state()) {
            case INTERRUPTED, SUCCEEDED, UNVERIFIED, FAILED, ROLLED_BACK, UNDONE -> true;
            case RUNNING, UNDOING ->
                clock.instant().isAfter(leaseEnd(operation)) || LocalProcesses.gone(operation.owner());
        };
    }

    /** When the owner is to be given up, with the grace for clocks that differ. */
    Instant leaseEnd(Operation operation) {
        return operation.leaseUntil().plus(lease.grace());
    }
}
