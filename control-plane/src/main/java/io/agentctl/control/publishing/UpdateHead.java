package io.agentctl.control.publishing;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyStore;
import java.util.List;
import java.util.Optional;

/** Makes the next generation of an environment, once: the operation's id is the update's. */
final class UpdateHead implements ActionHandler {

    static final String TYPE = "policy.update-head";

    /** The outcome that later steps read: the generation that was made. */
    static final String GENERATION = "generation";

    private final Policies policies;

    UpdateHead(Policies policies) {
        this.policies = policies;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        HeadEdit edit = HeadEdit.of(action);
        PolicyHead made =
                policies.ask("change what " + edit.environment() + " enforces", store -> update(store, edit, context));
        return Outcome.with(GENERATION, Long.toString(made.generation()));
    }

    private static PolicyHead update(PolicyStore store, HeadEdit edit, StepContext context) {
        String id = context.operation().value();
        Optional<PolicyHead> earlier = store.madeBy(edit.update(id, List.of()));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        PolicyHead head = store.head(edit.environment());
        return store.update(edit.update(id, HeadEdit.towards(store, head, edit.to())));
    }
}
