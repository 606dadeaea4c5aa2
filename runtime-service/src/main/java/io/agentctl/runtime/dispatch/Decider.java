package io.agentctl.runtime.dispatch;

import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.fact.Facts;

/** Says whether a request may be carried out. Implementations are safe for concurrent use. */
@FunctionalInterface
public interface Decider {

    /** Decides; never fails: what cannot be evaluated is a decision too. */
    Decision decide(Facts facts);
}
