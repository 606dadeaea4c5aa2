package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.CountGateway;
import io.agentctl.control.ecs.ServiceCount;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.plan.Target;
import io.agentctl.control.scaling.ScaledQuantity;
import io.agentctl.control.scaling.ScalingGateway;
import io.agentctl.control.scaling.ScalingLimits;
import io.agentctl.control.windows.state.ServiceState;
import io.agentctl.control.windows.state.ServiceStates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Observes services with what is remembered of them. */
final class ServiceWatcher {

    private final CountGateway counts;
    private final ScalingGateway scaling;
    private final Supplier<ServiceStates> states;
    private final Supplier<Target> here;

    ServiceWatcher(CountGateway counts, ScalingGateway scaling, Supplier<ServiceStates> states, Supplier<Target> here) {
        this.counts = counts;
        this.scaling = scaling;
        this.states = states;
        this.here = here;
    }

    /**
     * Many at once, by few calls; tags are read only where a window asks for some. What is remembered is read last:
     * another run writes it down before it lowers a count, so no service seems to have had none all along.
     */
    List<ServiceView> all(String cluster, List<String> names, boolean withTags) {
        Map<String, ScalingLimits> scaled = scaling.allLimits(ScaledQuantity.ECS_TASKS);
        List<ServiceCount> found = withTags ? counts.withTags(cluster, names) : counts.of(cluster, names);
        Map<ServiceName, ServiceState> remembered = remembered();
        return found.stream()
                .map(count -> new ServiceView(
                        count,
                        scaled.get(count.name().scalable().resourceId()),
                        remembered.getOrDefault(count.name(), ServiceState.none(count.name()))))
                .toList();
    }

    /** One, read anew with its tags, and last what is remembered of it; empty if it is not there any more. */
    Optional<ServiceView> one(ServiceName name) {
        return counts.withTags(name.cluster(), List.of(name.service())).stream()
                .findFirst()
                .map(count -> new ServiceView(
                        count,
                        scaling.limitsOf(name.scalable()).orElse(null),
                        states.get().of(here.get(), name)));
    }

    /** All that is remembered. */
    Map<ServiceName, ServiceState> remembered() {
        return states.get().all(here.get());
    }
}
