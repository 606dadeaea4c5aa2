package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
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
 * Lets the count go down to the floor and suspends all that would move it, in one call: a registration with the old
 * minimum would pull the count up at once.
 */
final class HoldScaling implements ActionHandler {

    private static final String TYPE = "windows.hold-scaling";

    private final Sleepers sleepers;

    HoldScaling(Sleepers sleepers) {
        this.sleepers = sleepers;
    }

    static Action action(ServiceName name, Instant since) {
        return Action.of(TYPE, Sleepers.arguments(name, since));
    }

    /** The same whatever somebody else set since. */
    static Action enforced(ServiceName name, Instant since) {
        return Sleepers.enforcing(action(name, since));
    }

    /** The way back from {@link ReleaseScaling}: what somebody else set since is kept, and said. */
    static Action inverse(ServiceName name, Instant since) {
        return Sleepers.keeping(action(name, since));
    }

    static boolean suspended(ScalingLimits scaling) {
        return scaling.suspension().equals(Suspension.ALL);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ServiceName name = ServiceName.of(action);
        Optional<Sleeping> asleep = sleepers.sleep(action);
        Optional<ScalingLimits> there = sleepers.scaling().limitsOf(name.scalable());
        if (asleep.isEmpty() || there.isEmpty()) {
            return Outcome.done();
        }
        Original original = asleep.get().original();
        boolean enforced = Sleepers.enforced(action);
        if (original.scaling().isEmpty() && enforced) {
            context.progress().say(name + " scales since it sleeps, which is left to who set it");
            return Outcome.done();
        }
        if (!enforced && !asRemembered(there.get(), asleep.get())) {
            if (Sleepers.keeps(action)) {
                return Sleepers.kept(
                        "somebody changed its scaling, which is within "
                                + there.get().bounds(),
                        context);
            }
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "somebody changed the scaling of " + name + " in the meantime: it scales within "
                            + there.get().bounds(),
                    "The next run looks again.");
        }
        int most = there.get().max();
        Bounds held = new Bounds(Math.min(most, held(asleep.get())), most);
        if (!held.equals(there.get().bounds()) || !suspended(there.get())) {
            sleepers.scaling().register(name.scalable(), held, Suspension.ALL);
        }
        return Outcome.done();
    }

    /** The minimum while it sleeps. */
    static int held(Sleeping asleep) {
        return Math.min(asleep.original().bounds().min(), asleep.floor());
    }

    /** As it was recorded, or already at the floor that another call of this action set. */
    private static boolean asRemembered(ScalingLimits there, Sleeping asleep) {
        Original original = asleep.original();
        boolean bounds = original.scaling().isPresent()
                && original.bounds().max() == there.max()
                && (original.bounds().min() == there.min() || there.min() == held(asleep));
        return bounds && (there.suspension().equals(original.suspension()) || suspended(there));
    }
}
