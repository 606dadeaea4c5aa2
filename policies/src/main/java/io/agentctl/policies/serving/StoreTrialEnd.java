package io.agentctl.policies.serving;

import io.agentctl.policies.store.Candidate;
import io.agentctl.policies.store.HeadChange;
import io.agentctl.policies.store.HeadUpdate;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyStore;
import java.util.List;
import java.util.Optional;

/**
 * Drops a candidate from the head of an environment, as an operator's rollback does. Without it each instance would
 * have to find out by itself, and once more after a restart. An instance that may not write the head goes on asking the
 * version in force alone.
 */
public final class StoreTrialEnd implements TrialEnd {

    private final PolicyStore store;
    private final String environment;
    private final String actor;

    /**
     * Ends trials of an environment.
     *
     * @param actor whose name the change is made in
     */
    public StoreTrialEnd(PolicyStore store, String environment, String actor) {
        this.store = store;
        this.environment = environment;
        this.actor = actor;
    }

    @Override
    public void end(Candidate candidate, String reason) {
        PolicyHead head = store.head(environment);
        if (head.candidate().equals(Optional.of(candidate))) {
            store.update(HeadUpdate.of(
                    head,
                    List.of(new HeadChange.Drop()),
                    actor,
                    candidate.policy() + " " + candidate.version() + " is tried no more: " + reason));
        }
    }
}
