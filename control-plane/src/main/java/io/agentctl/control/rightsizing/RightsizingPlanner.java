package io.agentctl.control.rightsizing;

import io.agentctl.control.ecs.ObservedService;
import io.agentctl.control.ecs.ServiceField;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.ResourcePlan;
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
        Sizing from = advice.current();
        Sizing to = advice.advised();
        boolean resized = !from.size().equals(to.size());
        boolean recounted = service.scaling().isEmpty() && from.tasks() != to.tasks();
        ResourceId resource = service.name().resource();
        String why = advice.reasons().getFirst().sentence();
        List<Change> changes = new ArrayList<>();
        if (resized) {
            changes.add(new Change(
                    resource,
                    ServiceField.TASK_SIZE.word(),
                    from.size().toString(),
                    to.size().toString(),
                    why,
                    advice.risk(),
                    advice.monthly()));
        }
        if (recounted) {
            changes.add(new Change(
                    resource,
                    ServiceField.DESIRED_COUNT.word(),
                    Integer.toString(from.tasks()),
                    Integer.toString(to.tasks()),
                    resized ? "goes with the new size" : why,
                    advice.risk(),
                    resized ? Money.ZERO : advice.monthly()));
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourcePlan(resource, service.fingerprint(), changes));
    }
}
