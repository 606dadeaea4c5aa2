package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.time.Instant;

/** Forgets what a service was, once it is back. */
final class ForgetSleep implements ActionHandler {

    private static final String TYPE = "windows.forget";

    private final Sleepers sleepers;

    ForgetSleep(Sleepers sleepers) {
        this.sleepers = sleepers;
    }

    static Action action(ServiceName name, Instant since) {
        return Action.of(TYPE, Sleepers.arguments(name, since));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        sleepers.remember(action, there -> null);
        return Outcome.done();
    }
}
