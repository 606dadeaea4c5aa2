package io.agentctl.control.publishing;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.policies.store.PolicyHead;

/** Reads back what an environment enforces. */
final class VerifyHead implements ActionHandler {

    static final String TYPE = "policy.verify-head";

    private final Policies policies;

    VerifyHead(Policies policies) {
        this.policies = policies;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        readBack(HeadEdit.of(action), context);
        return Outcome.done();
    }

    /**
     * The head, which must hold the operation's change unless somebody made a later generation.
     *
     * @return the generation that the operation made
     */
    long readBack(HeadEdit edit, StepContext context) {
        long made = Long.parseLong(context.earlier(UpdateHead.GENERATION).orElseThrow());
        PolicyHead head = policies.ask("read what is in force", store -> store.head(edit.environment()));
        if (head.generation() < made || (head.generation() == made && !HeadEdit.holds(head, edit.to()))) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    edit.environment() + " does not hold what was written: it is at generation " + head.generation()
                            + ", not " + made,
                    "Look at who else writes to the table.");
        }
        if (head.generation() > made) {
            context.progress().say(head.actor() + " made generation " + head.generation() + " already");
        }
        return made;
    }
}
