package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.ScalingLimits;
import io.agentctl.control.scaling.Suspension;
import io.agentctl.control.windows.state.Original;
import io.agentctl.control.windows.state.Sleeping;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives scaling back what it was, each part by itself: what somebody else set since stays as they set it, and is said.
 */
final class ReleaseScaling implements ActionHandler {

    private static final String TYPE = "windows.release-scaling";
    private static final String PERHAPS_HELD = "perhapsHeld";

    private final Sleepers sleepers;

    ReleaseScaling(Sleepers sleepers) {
        this.sleepers = sleepers;
    }

    static Action action(ServiceName name, Instant since) {
        return Action.of(TYPE, Sleepers.arguments(name, since));
    }

    /** The way back from {@link HoldScaling}, which may not have come to act. */
    static Action inverse(ServiceName name, Instant since) {
        return action(name, since).with(PERHAPS_HELD, "true");
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ServiceName name = ServiceName.of(action);
        Optional<Sleeping> asleep = sleepers.sleep(action);
        if (asleep.isEmpty() || asleep.get().original().scaling().isEmpty()) {
            return Outcome.done();
        }
        Optional<ScalingLimits> there = sleepers.scaling().limitsOf(name.scalable());
        if (there.isEmpty()) {
            return Sleepers.kept("it does not scale any more", context);
        }
        if (action.arguments().containsKey(PERHAPS_HELD) && !HoldScaling.suspended(there.get())) {
            return Outcome.done();
        }
        Bounds bounds = bounds(there.get().bounds(), asleep.get());
        Suspension suspension =
                suspension(there.get().suspension(), asleep.get().original());
        boolean same = bounds.equals(there.get().bounds())
                && suspension.equals(there.get().suspension());
        if (!same) {
            sleepers.scaling().register(name.scalable(), bounds, suspension);
        }
        Original original = asleep.get().original();
        return bounds.equals(original.bounds()) && suspension.equals(original.suspension())
                ? Outcome.done()
                : Sleepers.kept("somebody changed its scaling meanwhile, which is within " + bounds, context);
    }

    /** Only the minimum was changed by the sleep; it cannot go above a maximum that was lowered since. */
    private static Bounds bounds(Bounds there, Sleeping asleep) {
        Bounds original = asleep.original().bounds();
        boolean ours = there.min() == HoldScaling.held(asleep);
        return new Bounds(ours ? Math.min(original.min(), there.max()) : there.min(), there.max());
    }

    private static Suspension suspension(Suspension there, Original original) {
        Suspension was = original.suspension();
        return new Suspension(
                there.scaleIn() && was.scaleIn(),
                there.scaleOut() && was.scaleOut(),
                there.scheduled() && was.scheduled());
    }
}
