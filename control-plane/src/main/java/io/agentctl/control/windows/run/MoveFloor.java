package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceCount;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.ScalingLimits;
import io.agentctl.control.scaling.Suspension;
import io.agentctl.control.windows.state.Sleeping;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings a sleeping service from one floor to another: what is remembered, then the minimum, to which AWS pulls the
 * count, then the count. Counts and bounds that somebody else set stay.
 */
final class MoveFloor implements ActionHandler {

    private static final String TYPE = "windows.move-floor";

    private final Sleepers sleepers;

    MoveFloor(Sleepers sleepers) {
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
        ServiceName name = ServiceName.of(action);
        int to = Integer.parseInt(action.argument("to"));
        Optional<Sleeping> asleep = sleepers.sleep(action);
        if (asleep.isEmpty()) {
            return Outcome.done();
        }
        Sleeping before = asleep.get().at(Integer.parseInt(action.argument("from")));
        Sleeping after = asleep.get().at(to);
        sleepers.remember(action, there -> there.at(to));
        if (after.original().scaling().isPresent()) {
            moveMinimum(name, before, after);
        }
        Optional<Integer> count = sleepers.count(name).map(ServiceCount::desired);
        if (count.filter(there -> there == before.floor()).isPresent()) {
            sleepers.counts().set(name, to);
        }
        return Outcome.done();
    }

    private void moveMinimum(ServiceName name, Sleeping before, Sleeping after) {
        int most = sleepers.scaling()
                .limitsOf(name.scalable())
                .filter(there -> there.min() == HoldScaling.held(before))
                .map(ScalingLimits::max)
                .orElse(-1);
        if (most >= HoldScaling.held(after)) {
            sleepers.scaling().register(name.scalable(), new Bounds(HoldScaling.held(after), most), Suspension.ALL);
        }
    }
}
