package io.agentctl.control.rightsizing;

import io.agentctl.control.ecs.ObservedService;
import io.agentctl.control.ecs.ServiceField;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns advice on a service into the changes that follow from it. */
final class RightsizingPlanner {

    private RightsizingPlanner() {}

    /**
     * The changes, if there are any. Where scaling moves the count, only the size is changed: the count follows by
     * itself. A service that wants no tasks is resized too, and gets none.
     */
    static Optional<ResourcePlan> plan(ObservedService service, ServiceAdvice advice) {
        if (advice.finding() == Finding.UNKNOWN || advice.finding() == Finding.RIGHT) {
            return Optional.empty();
        }
        ResourceId resource = service.name().resource();
        List<Change> changes = changes(
                resource,
                advice.current(),
                advice.advised(),
                service.scaling().isPresent(),
                advice.reasons().getFirst().sentence(),
                advice.risk(),
                advice.monthly());
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourcePlan(resource, service.fingerprint(), changes));
    }

    /**
     * The changes from one size and count to another.
     *
     * @param scaled whether scaling moves the count, which is left to it
     * @param monthly what they change together, US dollars a month
     */
    static List<Change> changes(
            ResourceId resource, Sizing from, Sizing to, boolean scaled, String why, Risk risk, Money monthly) {
        boolean resized = !from.size().equals(to.size());
        List<Change> changes = new ArrayList<>();
        if (resized) {
            changes.add(new Change(
                    resource,
                    ServiceField.TASK_SIZE.word(),
                    from.size().toString(),
                    to.size().toString(),
                    why,
                    risk,
                    monthly));
        }
        if (!scaled && from.tasks() != to.tasks()) {
            changes.add(new Change(
                    resource,
                    ServiceField.DESIRED_COUNT.word(),
                    Integer.toString(from.tasks()),
                    Integer.toString(to.tasks()),
                    resized ? "goes with the new size" : why,
                    risk,
                    resized ? Money.ZERO : monthly));
        }
        return changes;
    }
}
