package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceCount;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.time.Instant;
import java.util.Optional;

/** Brings a sleeping service from one floor to another; any other count is somebody's, and stays. */
final class MoveCount implements ActionHandler {

    private static final String TYPE = "windows.move-count";

    private final Sleepers sleepers;

    MoveCount(Sleepers sleepers) {
        this.sleepers = sleepers;
    }

    static Action action(ServiceName name, Instant since, int from, int to) {
        return Action.of(TYPE, Sleepers.arguments(name, since))
                .with("from", Integer.toString(from))
                .with("to", Integer.toString(to));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ServiceName name = Sleepers.name(action);
        Optional<Integer> there = sleepers.count(name).map(ServiceCount::desired);
        if (there.filter(Integer.valueOf(action.argument("from"))::equals).isPresent()) {
            sleepers.counts().set(name, Integer.parseInt(action.argument("to")));
        }
        return Outcome.done();
    }
}
