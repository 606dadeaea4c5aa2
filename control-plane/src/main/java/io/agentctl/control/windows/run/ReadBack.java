package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceCount;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.scaling.ScalingLimits;
import java.util.Map;
import java.util.Optional;

/**
 * Looks whether a service is as it was set. Never fails: an operation that put a service back to sleep because it could
 * not prove that it woke would be worse than one that says so.
 */
final class ReadBack implements ActionHandler {

    private static final String TYPE = "windows.read-back";

    private final Sleepers sleepers;

    ReadBack(Sleepers sleepers) {
        this.sleepers = sleepers;
    }

    /** Expects it to have at most so many tasks, and to stay there. */
    static Action asleep(ServiceName name, int floor) {
        return action(name, "most", floor);
    }

    /** Expects it to have at least so many tasks. */
    static Action awake(ServiceName name, int least) {
        return action(name, "least", least);
    }

    private static Action action(ServiceName name, String what, int count) {
        return Action.of(
                TYPE, Map.of("cluster", name.cluster(), "service", name.service(), what, Integer.toString(count)));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ServiceName name = ServiceName.of(action);
        Optional<ServiceCount> count = sleepers.count(name);
        if (count.isEmpty()) {
            return Outcome.unseen("it is not there any more");
        }
        int desired = count.get().desired();
        String most = action.arguments().get("most");
        if (most != null) {
            Optional<ScalingLimits> scaling = sleepers.scaling().limitsOf(name.scalable());
            boolean holds = scaling.isEmpty() || HoldScaling.suspended(scaling.get());
            return desired <= Integer.parseInt(most) && holds
                    ? Outcome.done()
                    : Outcome.unseen("it wants " + Decider.tasks(desired) + (holds ? "" : " and scales again"));
        }
        return desired >= Integer.parseInt(action.argument("least"))
                ? Outcome.done()
                : Outcome.unseen("it wants " + Decider.tasks(desired));
    }
}
