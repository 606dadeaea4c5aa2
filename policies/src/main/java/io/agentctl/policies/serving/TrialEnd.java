package io.agentctl.policies.serving;

import io.agentctl.policies.store.Candidate;

/** Ends a trial for everybody, once one instance found that it passed its bound. */
@FunctionalInterface
public interface TrialEnd {

    /**
     * Takes the candidate out of what the environment tries; nothing if it is not tried any more.
     *
     * @param reason what was counted, and what the bound is
     * @throws io.agentctl.policies.PolicyException if it cannot be; then it is tried again
     */
    void end(Candidate candidate, String reason);
}
