package io.agentctl.policies.rollout;

import io.agentctl.policies.engine.Decision;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts decisions of one candidate and of the version in force; safe to use from many threads. A new candidate gets a
 * new counter.
 */
public final class CanaryCounter {

    private final LongAdder candidate = new LongAdder();
    private final LongAdder candidateErrors = new LongAdder();
    private final LongAdder candidateDenials = new LongAdder();
    private final LongAdder inForce = new LongAdder();
    private final LongAdder inForceDenials = new LongAdder();

    /** Counts a decision that the candidate made. */
    public void candidateDecided(Decision decision) {
        // The total comes first, so that a tally taken in between never has more errors than decisions.
        candidate.increment();
        if (hasError(decision)) {
            candidateErrors.increment();
        }
        if (!decision.allowed()) {
            candidateDenials.increment();
        }
    }

    /** Counts a decision that the version in force made. */
    public void inForceDecided(Decision decision) {
        inForce.increment();
        if (!decision.allowed()) {
            inForceDenials.increment();
        }
    }

    /** What has been counted so far. */
    public CanaryTally tally() {
        long errors = candidateErrors.sum();
        long denials = candidateDenials.sum();
        long inForceDenied = inForceDenials.sum();
        return new CanaryTally(candidate.sum(), errors, denials, inForce.sum(), inForceDenied);
    }

    private static boolean hasError(Decision decision) {
        return decision.reason() == Decision.Reason.ERROR
                || decision.remarks().stream().anyMatch(remark -> remark.kind() == Decision.Remark.Kind.ERROR);
    }
}
