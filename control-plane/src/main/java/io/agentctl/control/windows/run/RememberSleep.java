package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.windows.state.Sleeping;
import io.agentctl.control.windows.state.StateJson;

/** Writes down what a service is before it is put to sleep; never over another sleep, whose memory would be lost. */
final class RememberSleep implements ActionHandler {

    private static final String TYPE = "windows.remember";

    private final Sleepers sleepers;

    RememberSleep(Sleepers sleepers) {
        this.sleepers = sleepers;
    }

    static Action action(ServiceName name, Sleeping sleeping) {
        return Action.of(TYPE, Sleepers.arguments(name, sleeping.since())).with("sleeping", StateJson.write(sleeping));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        Sleeping wanted = StateJson.sleeping(action.argument("sleeping"));
        ServiceName name = ServiceName.of(action);
        sleepers.remember(name, state -> {
            boolean another = state.asleep()
                    .filter(there -> !there.since().equals(wanted.since()))
                    .isPresent();
            if (another) {
                throw new AgentctlException(
                        ErrorCode.CONFLICT,
                        name + " was put to sleep by somebody else in the meantime",
                        "Look at it with: agentctl windows status");
            }
            return state.sleeping(wanted);
        });
        return Outcome.done();
    }
}
