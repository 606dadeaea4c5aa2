package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Brings what is kept ready from one number to another, 0 being none; never away from a third, unless forced. */
final class SetProvisioned implements ActionHandler {

    private static final String TYPE = "lambda.set-provisioned";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final ConcurrencyGateway concurrency;

    SetProvisioned(ConcurrencyGateway concurrency) {
        this.concurrency = concurrency;
    }

    /** The action; its way back is the same with the numbers changed over. */
    static Action action(ConcurrencyTarget target, int from, int to) {
        Map<String, String> arguments = new HashMap<>(target.arguments());
        arguments.put(FROM, Integer.toString(from));
        arguments.put(TO, Integer.toString(to));
        return Action.of(TYPE, arguments);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ConcurrencyTarget target = ConcurrencyTarget.of(action);
        int from = Integer.parseInt(action.argument(FROM));
        int to = Integer.parseInt(action.argument(TO));
        Optional<KeptReady> found = concurrency.find(target);
        int present = found.map(KeptReady::requested).orElse(0);
        boolean failed =
                found.filter(one -> one.status() == KeptReady.Status.FAILED).isPresent();
        if (present == to && !failed) {
            return Outcome.done();
        }
        if (present != from && present != to && !action.forced()) {
            throw changedMeanwhile(target, present);
        }
        if (to == 0) {
            concurrency.clear(target);
        } else {
            concurrency.set(target, to);
        }
        return Outcome.done();
    }

    static AgentctlException changedMeanwhile(ConcurrencyTarget target, int present) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                "somebody changed meanwhile what is kept ready for " + target + ": it is "
                        + (present == 0 ? "none" : present) + " now",
                "Their change is left as it is. Look at it with: agentctl lambda concurrency show "
                        + target.function());
    }
}
