package io.agentctl.control.journal;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;

/** Decides when another's operation may be taken over: never while its owner shows signs of life. */
final class Takeover {

    private final Journal journal;
    private final Clock clock;
    private final LeaseSettings lease;
    private final Liveness liveness;

    Takeover(Journal journal, Clock clock, LeaseSettings lease) {
        this.journal = journal;
        this.clock = clock;
        this.lease = lease;
        this.liveness = new Liveness(clock, lease);
    }

    /**
     * Waits until the owner has stopped or its lease has run out.
     *
     * @return the operation as it is now: without a living owner, or over
     * @throws AgentctlException CONFLICT if the owner is alive; INTERRUPTED if the caller does not want to wait
     */
    Operation ownerless(Operation seen, ProgressListener progress) {
        if (liveness.ownerless(seen)) {
            return seen;
        }
        Duration wait = Duration.between(clock.instant(), liveness.leaseEnd(seen));
        if (wait.compareTo(lease.patience()) > 0) {
            throw alive(seen);
        }
        progress.say(seen.id() + " may still be at work: " + seen.owner() + "; waiting " + (wait.toSeconds() + 1)
                + " s for a sign of life");
        while (progress.cancellation().sleep(lease.poll())) {
            Operation now = journal.find(seen.id()).orElseThrow(() -> Conflicts.vanished(seen.id()));
            if (liveness.ownerless(now)) {
                return now;
            }
            if (now.version() != seen.version()) {
                throw alive(now);
            }
        }
        throw new AgentctlException(
                ErrorCode.INTERRUPTED, "stopped waiting for " + seen.owner() + "; nothing was done", "");
    }

    private static AgentctlException alive(Operation operation) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                "operation " + operation.id() + " on " + operation.resource() + " is being worked on by "
                        + operation.owner() + " (" + operation.state() + ")",
                "wait for it, or interrupt it there: agentctl ops show " + operation.id());
    }
}
