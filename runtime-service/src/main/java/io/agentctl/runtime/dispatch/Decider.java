package io.agentctl.runtime.dispatch;

import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.fact.Facts;
import java.time.Instant;

/** Says whether a request may be carried out. Implementations are safe for concurrent use. */
@FunctionalInterface
public interface Decider {

    /**
     * Decides; what cannot be evaluated is a decision too.
     *
     * @param id what the decision is called
     * @param deadline when the caller gives up
     * @throws UndecidedException if whoever decides cannot be asked
     */
    Decision decide(Facts facts, String id, Instant deadline) throws UndecidedException;
}
