package io.agentctl.control.windows.scheduled;

import io.agentctl.control.ecs.CountGateway;
import io.agentctl.control.ecs.ServiceCount;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.scaling.ScaledQuantity;
import io.agentctl.control.scaling.ScalingGateway;
import io.agentctl.control.scaling.ScalingLimits;
import io.agentctl.control.scaling.ScheduledBounds;
import io.agentctl.control.windows.run.ProjectServices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Observes the scheduled actions of the project's services. */
final class ScheduleObserver {

    private final Supplier<ProjectServices> project;
    private final CountGateway counts;
    private final ScalingGateway scaling;

    ScheduleObserver(Supplier<ProjectServices> project, CountGateway counts, ScalingGateway scaling) {
        this.project = project;
        this.counts = counts;
        this.scaling = scaling;
    }

    /**
     * A service.
     *
     * @param tags its tags, if they were asked for
     * @param schedule its scheduled actions; empty if it does not scale
     */
    record Seen(ServiceName service, Map<String, String> tags, Optional<ObservedSchedule> schedule) {}

    /**
     * All services of the project.
     *
     * @param project which they are
     * @param services each of them
     */
    record Found(ProjectServices project, List<Seen> services) {}

    Found all(boolean withTags) {
        ProjectServices services = project.get();
        Map<String, ScalingLimits> scaled = scaling.allLimits(ScaledQuantity.ECS_TASKS);
        Map<String, List<ScheduledBounds>> scheduled = scaling.allScheduled(ScaledQuantity.ECS_TASKS);
        List<ServiceCount> found = withTags
                ? counts.withTags(services.cluster(), services.names())
                : counts.of(services.cluster(), services.names());
        return new Found(
                services,
                found.stream()
                        .map(count -> {
                            String id = count.name().scalable().resourceId();
                            return new Seen(
                                    count.name(),
                                    count.tags(),
                                    Optional.ofNullable(scaled.get(id))
                                            .map(there -> observe(
                                                    count.name(), there, scheduled.getOrDefault(id, List.of()))));
                        })
                        .toList());
    }

    /** One service, read anew; empty if it does not scale any more. */
    Optional<ObservedSchedule> one(ServiceName name) {
        return scaling.limitsOf(name.scalable()).map(there -> observe(name, there, scaling.scheduled(name.scalable())));
    }

    private static ObservedSchedule observe(ServiceName name, ScalingLimits there, List<ScheduledBounds> scheduled) {
        return new ObservedSchedule(
                name,
                there.bounds(),
                scheduled.stream()
                        .filter(action -> action.name().startsWith(ObservedSchedule.PREFIX))
                        .toList());
    }
}
