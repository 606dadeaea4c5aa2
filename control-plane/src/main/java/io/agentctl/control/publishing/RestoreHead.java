package io.agentctl.control.publishing;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.policies.PolicyException;
import io.agentctl.policies.store.HeadUpdate;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyStore;
import java.util.List;
import java.util.Optional;

/**
 * Puts back what an operation changed in a head, as a new generation. What others changed beside it stays; if they
 * changed the same since, nothing is done unless it is forced.
 */
final class RestoreHead implements ActionHandler {

    static final String TYPE = "policy.restore-head";

    /** Others may change other policies of the environment at the same time; then it is tried again. */
    private static final int MOST_ATTEMPTS = 10;

    private final Policies policies;

    RestoreHead(Policies policies) {
        this.policies = policies;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        HeadEdit edit = HeadEdit.of(action);
        return policies.ask("put back what " + edit.environment() + " enforces", store -> {
            restore(store, edit, action.forced(), context);
            return Outcome.done();
        });
    }

    private static void restore(PolicyStore store, HeadEdit edit, boolean forced, StepContext context) {
        String operation = context.operation().value();
        Optional<PolicyHead> made = store.madeBy(edit.update(operation, List.of()));
        if (made.isEmpty()) {
            return;
        }
        for (int attempt = 1; ; attempt++) {
            PolicyHead head = store.head(edit.environment());
            if (HeadEdit.holds(head, edit.from())) {
                return;
            }
            if (!forced) {
                requireUntouched(store, edit, made.get(), head);
            }
            try {
                store.update(HeadUpdate.of(
                        head, HeadEdit.towards(store, head, edit.from()), edit.actor(), "undo of " + operation));
                return;
            } catch (PolicyException overtaken) {
                if (overtaken.kind() != PolicyException.Kind.CONFLICT || attempt == MOST_ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    /** Also when somebody changed it and changed it back: that was meant. */
    private static void requireUntouched(PolicyStore store, HeadEdit edit, PolicyHead made, PolicyHead head) {
        for (long generation = made.generation() + 1; generation <= head.generation(); generation++) {
            PolicyHead since = store.generation(edit.environment(), generation).orElse(head);
            if (!HeadEdit.holds(since, edit.to())) {
                throw new AgentctlException(
                        ErrorCode.CONFLICT,
                        since.actor() + " changed " + edit.names() + " in " + edit.environment() + " since, at "
                                + since.at() + " (generation " + since.generation() + ")",
                        "agentctl policy status shows what is in force");
            }
        }
    }
}
