package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceCount;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.windows.state.Original;
import io.agentctl.control.windows.state.Sleeping;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings a service down to its floor. Until its scaling was held it may have moved since it was recorded; then what it
 * comes back to is the last count that it had.
 */
final class DropCount implements ActionHandler {

    private static final String TYPE = "windows.drop-count";

    private final Sleepers sleepers;

    DropCount(Sleepers sleepers) {
        this.sleepers = sleepers;
    }

    static Action action(ServiceName name, Instant since) {
        return Action.of(TYPE, Sleepers.arguments(name, since));
    }

    /** The same whatever somebody else set since, and without taking that for what it was. */
    static Action enforced(ServiceName name, Instant since) {
        return Sleepers.enforcing(action(name, since));
    }

    /** The way back from {@link RaiseCount}: a count that somebody else set since is kept, and said. */
    static Action inverse(ServiceName name, Instant since) {
        return Sleepers.keeping(action(name, since));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ServiceName name = ServiceName.of(action);
        Optional<Sleeping> asleep = sleepers.sleep(action);
        if (asleep.isEmpty()) {
            return Outcome.done();
        }
        ServiceCount count = sleepers.count(name).orElseThrow(() -> gone(name));
        int floor = asleep.get().floor();
        if (count.desired() <= floor) {
            return Outcome.done();
        }
        Original original = asleep.get().original();
        if (count.desired() != original.desired() && !Sleepers.enforced(action)) {
            if (Sleepers.keeps(action)) {
                return Sleepers.kept("somebody set " + Decider.tasks(count.desired()), context);
            }
            if (original.scaling().isEmpty()) {
                throw changedMeanwhile(name, count);
            }
            sleepers.remember(action, there -> there.remembering(original.withDesired(count.desired())));
        }
        sleepers.counts().set(name, floor);
        return Outcome.done();
    }

    private static AgentctlException changedMeanwhile(ServiceName name, ServiceCount count) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                "somebody set " + Decider.tasks(count.desired()) + " for " + name + " in the meantime",
                "The next run looks again.");
    }

    static AgentctlException gone(ServiceName name) {
        return new AgentctlException(ErrorCode.NOT_FOUND, "service " + name + " is not there any more", "");
    }
}
