package io.agentctl.runtime.policy;

import io.agentctl.policies.rollout.Flip;
import io.agentctl.policies.store.Candidate;

/** Is told of requests on which a shadow decides otherwise than what is in force; must not block. */
@FunctionalInterface
public interface FlipListener {

    /** Takes note. */
    void flipped(Candidate candidate, Flip flip);
}
